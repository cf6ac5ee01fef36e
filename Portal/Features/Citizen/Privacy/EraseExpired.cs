using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Erases what tells who it was from locked cases whose term is over: name, account, answers, papers, people, claims and free text.</summary>
/// <remarks>
/// What stays is what no one may take back: the history, the findings with what they were made from, the log of looks,
/// and the amounts paid. The privacy page says so (<see cref="KeptData"/>).
/// </remarks>
internal sealed class EraseExpired(IDbContextFactory<PortalDbContext> databases, FieldVault vault, BusinessClock clock) : IDailyTask
{
    public const string Erased = "（保存期满，已清除）";

    public string Name => "erase-expired-cases";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        while (await EraseOneAsync(today, cancellation))
        {
        }
    }

    /// <remarks>A case at a time, wholly or not at all: what was broken off is found again.</remarks>
    private async Task<bool> EraseOneAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var record = await db.Cases.AsSplitQuery().Include(c => c.Attachments).Include(c => c.People).Include(c => c.Claims).OrderBy(c => c.No)
            .FirstOrDefaultAsync(c => c.LockedUntil < today && c.ErasedOn == null, cancellation);
        if (record is null) return false;
        await EraseAroundAsync(db, record, cancellation);
        await db.RemoveFilesAsync(record.Attachments, cancellation);
        db.RemoveRange(record.People);
        db.RemoveRange(record.Claims);
        (record.ApplicantName, record.LockedName, record.FactsJson, record.CorrectionNote) = (Erased, null, "{}", null);
        (record.AccountHolder, record.Bank, record.BankCode, record.Account, record.ErasedOn) = (null, null, null, null, today);
        record.AddEvent(null, clock, "保存期满，已清除姓名、收款账户、填报的情况和材料");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task EraseAroundAsync(PortalDbContext db, Case record, CancellationToken cancellation)
    {
        await db.AccountChanges.Where(change => change.CaseId == record.Id).ExecuteDeleteAsync(cancellation);
        await db.MilestoneFilings.Where(filing => filing.CaseId == record.Id).ExecuteDeleteAsync(cancellation);
        var none = vault.Seal(SealPurpose.BankAccount, "", "");
        await db.BatchLines.Where(line => line.CaseId == record.Id)
            .ExecuteUpdateAsync(line => line.SetProperty(l => l.Payee, Erased).SetProperty(l => l.Bank, Erased).SetProperty(l => l.BankCode, (string?)null)
                .SetProperty(l => l.Account.Cipher, none.Cipher).SetProperty(l => l.Account.Index, none.Index).SetProperty(l => l.Account.Masked, ""), cancellation);
        await db.Set<CaseAppeal>().Where(appeal => appeal.CaseId == record.Id)
            .ExecuteUpdateAsync(appeal => appeal.SetProperty(a => a.Reasons, Erased), cancellation);
        await db.WorkItems.Where(item => item.Record == record.No)
            .ExecuteUpdateAsync(item => item.SetProperty(i => i.Title, $"{Erased}：{record.No}"), cancellation);
        // Claims that were given up are out of sight of a plain query.
        await db.BenefitClaims.IgnoreQueryFilters().Where(claim => claim.CaseId == record.Id && claim.GivenUpOn != null).ExecuteDeleteAsync(cancellation);
    }
}
