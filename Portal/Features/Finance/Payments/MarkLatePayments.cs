using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.Payments;

/// <summary>Marks instalments that were not paid in time, each once. What the bank refused, or what waits for another account, waits for the applicant and is not late (R20).</summary>
internal sealed class MarkLatePayments(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : MarkLate(databases, clock)
{
    public const string Message = "拨付已超过承诺时限";

    private static readonly InstalmentState[] Owed = [InstalmentState.Due, InstalmentState.Batched, InstalmentState.Sent];

    public override string Name => "mark-late-payments";

    protected override (NoticeKind Notice, WorkKind Work) Kind => (NoticeKind.LatePayment, WorkKind.LatePayment);

    protected override string What => Message;

    protected override IQueryable<Case> Late(PortalDbContext db, DateOnly today) => db.Cases
        .Where(record => record.State == CaseState.Approved && record.Instalments.Any(part => Owed.Contains(part.State) && part.Refusal == null && part.DueOn < today)
            && !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open))
        .Include(record => record.Instalments.OrderBy(part => part.Sequence));

    protected override IEnumerable<BrokenPromise> Promises(Case record, DateOnly today) =>
        from part in record.Instalments
        where Owed.Contains(part.State) && part.Refusal is null && part.DueOn < today
        select new BrokenPromise(part.Sequence, $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 应于 {part.DueOn:yyyy年M月d日} 前拨付，现在还没有拨付。");
}
