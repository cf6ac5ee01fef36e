using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Deadlines;

namespace Portal.Features.Refunds.Accounts;

/// <summary>Asks the operator to get in touch with firms that have let the last reminder pass: one item a run, closed when none is left.</summary>
internal sealed class NotifyOperators(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    public string Name => "tell-operators-of-unanswered";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = RefundReminders.WaitingSince(today, RefundReminders.Last);
        var silent = await db.UnansweredRefunds().Where(record => record.SubmittedOn <= since && record.RunId != null)
            .GroupBy(record => record.RunId!.Value).Select(run => new { Run = run.Key, Firms = run.Count() }).ToDictionaryAsync(run => run.Run, cancellation);
        var open = await db.WorkItems.Where(item => item.Kind == WorkKind.UnansweredRefunds && item.DoneAt == null).ToListAsync(cancellation);
        foreach (var item in open.Where(item => !silent.ContainsKey(Guid.Parse(item.Record)))) item.DoneAt = clock.Now;
        var told = open.Select(item => Guid.Parse(item.Record)).ToHashSet();
        var runs = silent.Keys.Where(run => !told.Contains(run)).ToArray();
        foreach (var run in await db.ScreeningRuns.AsNoTracking().Where(run => runs.Contains(run.Id)).ToListAsync(cancellation))
            db.OpenWork(clock, WorkKind.UnansweredRefunds, run.Id.ToString(),
                $"“{run.FileName}”里有 {silent[run.Id].Firms:#,0} 户企业提醒以后仍没有确认账户，请联系企业", run.RegionCode, Roles.Operator, due: null);
        await db.SaveChangesAsync(cancellation);
    }
}
