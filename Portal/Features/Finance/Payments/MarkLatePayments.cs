using Microsoft.EntityFrameworkCore;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.Payments;

/// <summary>Marks instalments that were not paid in time, each once. While another account waits to be confirmed nothing may be paid, and nothing is late.</summary>
internal sealed class MarkLatePayments(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    public const string What = "拨付已超过承诺时限";

    private const int AtATime = 200;

    public string Name => "mark-late-payments";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            await db.CloseCaughtUpAsync(WorkKind.LatePayment, Late(db, today).Select(late => late.Case.No), clock, cancellation);
        while (await MarkSomeAsync(today, cancellation))
        {
        }
    }

    private async Task<bool> MarkSomeAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var late = await Late(db, today)
            .Where(late => !db.CaseNotices.Any(notice => notice.CaseId == late.Case.Id && notice.Kind == NoticeKind.LatePayment && notice.Number == late.Part.Sequence))
            .OrderBy(late => late.Case.Id).ThenBy(late => late.Part.Sequence).Take(AtATime).ToListAsync(cancellation);
        foreach (var ofCase in late.GroupBy(part => part.Case, part => part.Part))
            await db.MarkLateAsync(ofCase.Key, (NoticeKind.LatePayment, WorkKind.LatePayment), ofCase.Select(part => part.Sequence), What,
                string.Concat(ofCase.Select(part => $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 应于 {part.DueOn:yyyy年M月d日} 前拨付，现在还没有拨付。")),
                clock, today, cancellation);
        await db.SaveChangesAsync(cancellation);
        return late.Count > 0;
    }

    private static IQueryable<LatePart> Late(PortalDbContext db, DateOnly today) =>
        from part in db.PaymentInstalments
        where (part.State == InstalmentState.Due || part.State == InstalmentState.Batched || part.State == InstalmentState.Sent) && part.DueOn < today
        join record in db.Cases on part.CaseId equals record.Id
        where record.State == CaseState.Approved
            && !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open)
        select new LatePart { Case = record, Part = part };

    private sealed class LatePart
    {
        public required Case Case { get; init; }

        public required PaymentInstalment Part { get; init; }
    }
}
