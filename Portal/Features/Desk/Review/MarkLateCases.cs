using Microsoft.EntityFrameworkCore;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Marks cases past their promised date, once for each date that was promised.</summary>
internal sealed class MarkLateCases(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    public const string What = "已超过承诺时限";

    private const int AtATime = 200;

    private static readonly CaseState[] Ours = [.. Enum.GetValues<CaseState>().Where(CaseLife.RunsItsTerm)];

    public string Name => "mark-late-cases";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            await db.CloseCaughtUpAsync(WorkKind.LateCase, Late(db, today).Select(record => record.No), clock, cancellation);
        for (var after = ""; ;)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var cases = await Late(db, today).Where(record => string.Compare(record.No, after) > 0).OrderBy(record => record.No).Take(AtATime).ToListAsync(cancellation);
            if (cases.Count == 0) return;
            await MarkAsync(db, cases, today, cancellation);
            after = cases[^1].No;
        }
    }

    private static IQueryable<Case> Late(PortalDbContext db, DateOnly today) =>
        db.Cases.Where(record => Ours.Contains(record.State) && record.PromisedOn < today);

    private async Task MarkAsync(PortalDbContext db, List<Case> cases, DateOnly today, CancellationToken cancellation)
    {
        var ids = cases.Select(record => record.Id).ToArray();
        var told = (await db.CaseNotices.Where(notice => ids.Contains(notice.CaseId) && notice.Kind == NoticeKind.LateCase)
            .Select(notice => new { notice.CaseId, notice.Number }).ToListAsync(cancellation)).ToHashSet();
        foreach (var record in cases)
        {
            var promised = record.PromisedOn!.Value;
            if (told.Contains(new { CaseId = record.Id, Number = promised.DayNumber })) continue;
            await db.MarkLateAsync(record, (NoticeKind.LateCase, WorkKind.LateCase), [promised.DayNumber], What,
                $"承诺 {promised:yyyy年M月d日} 前办结，现在还没有办完。", clock, today, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
