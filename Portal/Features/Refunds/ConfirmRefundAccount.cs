using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Ledger;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Parameters;
using Portal.Rosters;
using Portal.Rulebooks;
using Portal.Time;

namespace Portal.Features.Refunds;

public abstract record ConfirmResult
{
    public sealed record Confirmed(DateOnly Due) : ConfirmResult;

    /// <summary>A second press, a stale tab or a colleague: the first account stands.</summary>
    public sealed record ConfirmedBefore : ConfirmResult;

    public sealed record NotFound : ConfirmResult;

    /// <param name="Errors">By the input's name; an empty one for the form as a whole.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors, bool HolderDiffers) : ConfirmResult;
}

/// <summary>A firm's member confirms where the automatic refund is paid; payment is due five working days later.</summary>
public sealed class ConfirmRefundAccount(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, FieldVault vault, BusinessClock clock)
{
    public async Task<ConfirmResult> HandleAsync(Actor actor, string caseNo, AccountChoice choice, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.RefundOf(actor, caseNo).Include(record => record.Firm).Include(record => record.Instalments).SingleOrDefaultAsync(cancellation);
        if (record is null) return new ConfirmResult.NotFound();
        if (record.State != CaseState.AwaitingAccount) return new ConfirmResult.ConfirmedBefore();
        var account = AccountCheck.Check(choice, record.Firm!.Name, record.AccountHolder, record.Bank, record.Account, vault);
        if (account.Errors.Count > 0) return new ConfirmResult.Invalid(account.Errors, account.HolderDiffers);
        var publishedUntil = await db.ScreeningRuns.Where(run => run.Id == record.RunId).Select(run => run.PublishedUntil).SingleAsync(cancellation);
        if (await DueAsync(record, publishedUntil, cancellation) is not { } due)
            return new ConfirmResult.Invalid(new Dictionary<string, string> { [""] = "明年的节假日安排还没有公布，暂时算不出拨付期限。请过几天再确认。" }, account.HolderDiffers);
        await ApproveAsync(db, record, account, actor, due, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConfirmResult.ConfirmedBefore();
        }

        return new ConfirmResult.Confirmed(due);
    }

    /// <summary>Ruling R9: counted from the end of publication or the confirmation, whichever is later.</summary>
    private async Task<DateOnly?> DueAsync(Case record, DateOnly? publishedUntil, CancellationToken cancellation)
    {
        var from = publishedUntil is { } until && until > clock.Today ? until : clock.Today;
        var rules = await rulebooks.RulesAsync(cancellation);
        return rules.Days(SharedParameters.PaymentDueWorkingDays, record.RegionCode, clock.Today) is { } days ? rules.Calendar.TryAddWorkingDays(from, days) : null;
    }

    private async Task ApproveAsync(PortalDbContext db, Case record, CheckedAccount account, Actor actor, DateOnly due, CancellationToken cancellation)
    {
        record.TryDo(CaseAction.ConfirmAccount, actor, clock, "企业确认收款账户",
            account.HolderDiffers ? "收款账户的开户名与企业名称不一致，企业已再次确认" : null);
        (record.AccountHolder, record.Bank, record.PromisedOn, record.DecidedOn) = (account.Holder, account.Bank, due, clock.Today);
        if (!ReferenceEquals(record.Account, account.Account)) record.Account = account.Account;
        var money = await CaseMoney.OpenAsync(db, record, clock, actor, cancellation);
        foreach (var part in record.Instalments) money.FallDue(part, due);
        db.OpenWork(clock, WorkKind.PayInstalments, record.No, $"拨付稳岗返还：{record.ApplicantName}", record.RegionCode, Roles.Finance, due);
    }
}
