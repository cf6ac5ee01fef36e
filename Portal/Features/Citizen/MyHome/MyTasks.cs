using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.MyHome;

/// <summary>What only the payee can put right: an account the bank did not pay to, and money to pay back.</summary>
internal static class MyTasks
{
    public static async Task<IReadOnlyList<MyTask>> ReadAsync(PortalDbContext db, IQueryable<Case> mine, MeasureCatalog measures, CancellationToken cancellation)
    {
        var refused = await mine.Where(record => !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open))
            .SelectMany(record => record.Instalments.Where(part => part.Refusal != null && part.PaidOn == null && part.State == InstalmentState.Due),
                (record, part) => new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name, part.Sequence, part.Refusal })
            .OrderBy(one => one.No).ThenBy(one => one.Sequence).ToListAsync(cancellation);
        var owed = await db.Recoveries.AsNoTracking().Where(recovery => recovery.ClosedOn == null && mine.Any(record => record.Id == recovery.CaseId))
            .Select(recovery => new
            {
                recovery.Case.No,
                recovery.Case.MeasureCode,
                Firm = recovery.Case.Firm == null ? null : recovery.Case.Firm.Name,
                recovery.Amount,
                recovery.Received,
                recovery.Waived,
            }).OrderBy(one => one.No).ToListAsync(cancellation);
        return
        [
            .. refused.DistinctBy(one => one.No).Select(one => new MyTask(one.No, measures.NameOf(one.MeasureCode), one.Firm, $"/cases/{one.No}/change-account",
                $"银行没有付成：{one.Refusal}。请核对收款账户，换成能收款的账户后重新拨付。", "换收款账户")),
            .. owed.Where(one => one.Amount - one.Received - one.Waived > Money.Zero).Select(one => new MyTask(one.No, measures.NameOf(one.MeasureCode), one.Firm, $"/cases/{one.No}/recovery",
                $"有 {(one.Amount - one.Received - one.Waived).ToChinese()} 需要退回。请看原因、期限和退到哪个账户；有不同意见也在那里提出。", "需要退回")),
        ];
    }
}
