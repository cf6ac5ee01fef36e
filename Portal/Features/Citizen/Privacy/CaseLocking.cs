using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Domain.Deadlines;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Locks the cases of somebody who closes the account: names masked wherever staff search, the record itself for auditors alone.</summary>
public sealed class CaseLocking(FieldVault vault)
{
    public async Task LockAsync(PortalDbContext db, Guid userId, CancellationToken cancellation)
    {
        // A firm's case is the firm's; its record names the clerk only through the account that is erased.
        var cases = await db.Cases.Include(record => record.Events.OrderByDescending(e => e.Id).Take(1))
            .Where(record => record.ApplicantId == userId && record.FirmId == null).ToListAsync(cancellation);
        foreach (var record in cases)
        {
            var closedOn = DateOnly.FromDateTime(record.Events.Max(step => step.At).ToOffset(Casework.Time.BusinessClock.ChinaStandardTime).DateTime);
            record.LockedUntil = RetentionTerm.Until(closedOn);
            record.LockedName = vault.Encrypt(SealPurpose.Name, record.ApplicantName);
            record.ApplicantName = Mask.Name(record.ApplicantName);
            record.AccountHolder = record.AccountHolder is { } holder ? Mask.Name(holder) : null;
            await db.BatchLines.Where(line => line.CaseId == record.Id)
                .ExecuteUpdateAsync(line => line.SetProperty(l => l.Payee, record.AccountHolder ?? record.ApplicantName), cancellation);
            // A task's title bears the name too.
            await db.WorkItems.Where(item => item.Record == record.No)
                .ExecuteUpdateAsync(item => item.SetProperty(i => i.Title, $"{record.ApplicantName}：{record.No}"), cancellation);
        }
    }
}
