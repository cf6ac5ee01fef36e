using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Messages;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;

namespace Portal.Casework.Work;

/// <param name="Number">Tells this promise from others of the case, so that it is marked once.</param>
/// <param name="Sentence">What was promised, and that it was not kept, for everybody to read.</param>
public sealed record BrokenPromise(int Number, string Sentence);

/// <summary>
/// Marks cases with a promise that was not kept, each promise once, in the history and to everybody concerned, with an item for those
/// who oversee; and closes the items of those that caught up.
/// </summary>
internal abstract class MarkLate(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    private const int AtATime = 200;

    // True by what is done with it: the item for those who oversee.
    private const string WhatFollows = "督查人员已经收到提醒，会督促办理。您现在不用做什么，您的权益不受影响。";

    public abstract string Name { get; }

    protected abstract (NoticeKind Notice, WorkKind Work) Kind { get; }

    /// <summary>What the history calls it.</summary>
    protected abstract string What { get; }

    /// <summary>The cases that are late, with what <see cref="Promises"/> reads of them.</summary>
    protected abstract IQueryable<Case> Late(PortalDbContext db, DateOnly today);

    /// <summary>The promises of a late case that were not kept.</summary>
    protected abstract IEnumerable<BrokenPromise> Promises(Case record, DateOnly today);

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellation))
            await CloseCaughtUpAsync(db, today, cancellation);
        for (var after = ""; ;)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var cases = await Late(db, today).Where(record => string.Compare(record.No, after) > 0).OrderBy(record => record.No).Take(AtATime).ToListAsync(cancellation);
            if (cases.Count == 0) return;
            await MarkAsync(db, cases, today, cancellation);
            after = cases[^1].No;
        }
    }

    private async Task MarkAsync(PortalDbContext db, List<Case> cases, DateOnly today, CancellationToken cancellation)
    {
        var ids = cases.Select(record => record.Id).ToArray();
        var told = (await db.CaseNotices.Where(notice => ids.Contains(notice.CaseId) && notice.Kind == Kind.Notice)
            .Select(notice => new { notice.CaseId, notice.Number }).ToListAsync(cancellation)).ToHashSet();
        foreach (var record in cases)
        {
            var broken = Promises(record, today).Where(promise => !told.Contains(new { CaseId = record.Id, promise.Number })).ToArray();
            if (broken.Length > 0) await MarkAsync(db, record, broken, today, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
    private async Task MarkAsync(PortalDbContext db, Case record, IReadOnlyList<BrokenPromise> broken, DateOnly today, CancellationToken cancellation)
    {
        db.AddRange(broken.Select(promise => new CaseNotice { CaseId = record.Id, Kind = Kind.Notice, Number = promise.Number, At = clock.Now }));
        record.AddEvent(null, clock, What, string.Concat(broken.Select(promise => promise.Sentence)) + WhatFollows);
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        if (await db.HasOpenWorkAsync(Kind.Work, record.No, cancellation)) return;
        db.OpenWork(clock, Kind.Work, record.No, $"{What}：{record.ApplicantName}", record.RegionCode, Roles.Supervisor, today);
    }

    private async Task CloseCaughtUpAsync(PortalDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var late = Late(db, today).Select(record => record.No);
        var (work, now) = (Kind.Work, (DateTimeOffset?)clock.Now);
        await db.WorkItems.Where(item => item.Kind == work && item.DoneAt == null && !late.Contains(item.Record))
            .ExecuteUpdateAsync(item => item.SetProperty(i => i.DoneAt, now).SetProperty(i => i.Version, Guid.CreateVersion7()), cancellation);
    }
}
