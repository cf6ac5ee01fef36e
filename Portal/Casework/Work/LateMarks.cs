using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Messages;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;

namespace Portal.Casework.Work;

/// <summary>That a promise was not kept: said once in the history and to everybody concerned, with an item for those who oversee.</summary>
public static class LateMarks
{
    /// <summary>What the applicant is told to expect; true by <see cref="MarkLateAsync"/>.</summary>
    public const string WhatFollows = "督查人员已经收到提醒，会督促办理。您现在不用做什么，您的权益不受影响。";

    /// <summary>Works in the caller's unit of work; the caller has seen that <paramref name="numbers"/> were not told before.</summary>
    public static async Task MarkLateAsync(
        this PortalDbContext db, Case record, (NoticeKind Notice, WorkKind Work) kind, IEnumerable<int> numbers, string what, string why,
        BusinessClock clock, DateOnly today, CancellationToken cancellation)
    {
        db.AddRange(numbers.Select(number => new CaseNotice { CaseId = record.Id, Kind = kind.Notice, Number = number, At = clock.Now }));
        record.AddEvent(null, clock, what, why + WhatFollows);
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        if (await db.HasOpenWorkAsync(kind.Work, record.No, cancellation)) return;
        db.OpenWork(clock, kind.Work, record.No, $"{what}：{record.ApplicantName}", record.RegionCode, Roles.Supervisor, today);
    }

    /// <summary>Closes the open items whose case is late no more, whoever caught it up.</summary>
    /// <param name="late">The numbers of cases that still are.</param>
    public static async Task CloseCaughtUpAsync(
        this PortalDbContext db, WorkKind work, IQueryable<string> late, BusinessClock clock, CancellationToken cancellation)
    {
        DateTimeOffset? now = clock.Now;
        await db.WorkItems.Where(item => item.Kind == work && item.DoneAt == null && !late.Contains(item.Record))
            .ExecuteUpdateAsync(item => item.SetProperty(i => i.DoneAt, now).SetProperty(i => i.Version, Guid.CreateVersion7()), cancellation);
    }
}
