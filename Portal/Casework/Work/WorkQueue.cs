using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Work;

namespace Portal.Casework.Work;

/// <summary>Opens and closes work items in the caller's unit of work.</summary>
public static class WorkQueue
{
    public static void OpenWork(
        this PortalDbContext db, BusinessClock clock, WorkKind kind, string record, string title, string region, string role, DateOnly? due) =>
        db.WorkItems.Add(new WorkItem
        {
            Kind = kind,
            Record = record,
            Title = title,
            RegionCode = region,
            Role = role,
            DueOn = due,
            CreatedAt = clock.Now,
        });

    /// <summary>Whoever has reviewed a case has dealt with its appeal, too.</summary>
    public static async Task CloseReviewAsync(
        this PortalDbContext db, BusinessClock clock, string caseNo, Actor? actor, CancellationToken cancellation = default)
    {
        await db.CloseWorkAsync(clock, WorkKind.ReviewCase, caseNo, actor, cancellation);
        await db.CloseWorkAsync(clock, WorkKind.Appeal, caseNo, actor, cancellation);
    }

    public static Task<bool> HasOpenWorkAsync(this PortalDbContext db, WorkKind kind, string record, CancellationToken cancellation = default) =>
        db.OpenItems(kind, record).AnyAsync(cancellation);

    /// <summary>Moves every open item of the kind about the record to another day.</summary>
    public static async Task RescheduleWorkAsync(this PortalDbContext db, WorkKind kind, string record, DateOnly? due, CancellationToken cancellation = default)
    {
        foreach (var item in await db.OpenItems(kind, record).ToListAsync(cancellation)) item.DueOn = due;
    }

    /// <summary>Marks every open item of the kind about the record as done.</summary>
    public static async Task CloseWorkAsync(
        this PortalDbContext db, BusinessClock clock, WorkKind kind, string record, Actor? actor, CancellationToken cancellation = default)
    {
        foreach (var item in await db.OpenItems(kind, record).ToListAsync(cancellation)) (item.DoneAt, item.DoneById) = (clock.Now, actor?.UserId);
    }

    private static IQueryable<WorkItem> OpenItems(this PortalDbContext db, WorkKind kind, string record) =>
        db.WorkItems.Where(item => item.Kind == kind && item.Record == record && item.DoneAt == null);
}
