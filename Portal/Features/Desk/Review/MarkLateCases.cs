using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Marks cases past their promised date, once for each date that was promised.</summary>
internal sealed class MarkLateCases(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : MarkLate(databases, clock)
{
    public const string Message = "已超过承诺时限";

    private static readonly CaseState[] Ours = [.. Enum.GetValues<CaseState>().Where(CaseTransitions.RunsItsTerm)];

    public override string Name => "mark-late-cases";

    protected override (NoticeKind Notice, WorkKind Work) Kind => (NoticeKind.LateCase, WorkKind.LateCase);

    protected override string What => Message;

    protected override IQueryable<Case> Late(PortalDbContext db, DateOnly today) =>
        db.Cases.Where(record => Ours.Contains(record.State) && record.PromisedOn < today);

    protected override IEnumerable<BrokenPromise> Promises(Case record, DateOnly today) =>
        [new BrokenPromise(record.PromisedOn!.Value.DayNumber, $"承诺 {record.PromisedOn:yyyy年M月d日} 前办结，现在还没有办完。")];
}
