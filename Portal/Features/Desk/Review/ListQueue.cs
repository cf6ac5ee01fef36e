using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <summary>What the actor's roles have to do within the actor's place, by deadline.</summary>
public sealed class ListQueue(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public const int PageSize = 30;

    public async Task<Queue> HandleAsync(Actor actor, QueueFilter filter, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var open = Open(db, actor);
        var counts = await CountAsync(open, cancellation);
        var rows = Narrow(WithCases(db, open), filter, actor.UserId, clock.Today);
        var pages = Math.Max(1, (await rows.CountAsync(cancellation) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var lines = await Sorted(rows, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var names = await db.NamesAsync(lines.Select(line => line.OwnerId), cancellation);
        return new Queue(
            [.. lines.Select(line => new QueueRow(
                line.Item.Kind, line.Item.Record, line.Item.Title, line.Item.RegionCode, line.Item.DueOn, line.Measure, line.State,
                line.OwnerId is { } owner ? names.Of(owner) : null, line.OwnerId == actor.UserId, line.Amount, line.People))],
            page, pages, counts, !DeskPlace.Works(actor), clock.Today, (await rulebooks.RulesAsync(cancellation)).Calendar,
            await rulebooks.RegionsAsync(cancellation));
    }

    /// <summary>The next case of the actor's own steps, in the order of the queue that a filter shows; null when that is done.</summary>
    /// <param name="no">The case just dealt with.</param>
    public async Task<string?> NextAsync(Actor actor, QueueFilter filter, string no, CancellationToken cancellation = default)
    {
        if (!DeskPlace.Works(actor)) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (me, roles) = (actor.UserId, actor.Roles.ToArray());
        return await Sorted(Narrow(WithCases(db, Open(db, actor)), filter, me, clock.Today), filter.Sort)
            .Where(line => (line.Item.Kind == WorkKind.ReviewCase || line.Item.Kind == WorkKind.Appeal || line.Item.Kind == WorkKind.ApproveCase)
                && roles.Contains(line.Item.Role) && line.Item.Record != no && (line.OwnerId == null || line.OwnerId == me))
            .Select(line => line.Item.Record).FirstOrDefaultAsync(cancellation);
    }

    private static IQueryable<Line> Sorted(IQueryable<Line> rows, QueueSort sort)
    {
        var first = sort switch
        {
            QueueSort.Amount => rows.OrderByDescending(line => line.Amount).ThenBy(line => line.Item.DueOn == null),
            QueueSort.People => rows.OrderByDescending(line => line.People).ThenBy(line => line.Item.DueOn == null),
            QueueSort.Applicant => rows.OrderBy(line => line.Item.Title).ThenBy(line => line.Item.DueOn == null),
            _ => rows.OrderBy(line => line.Item.DueOn == null),
        };
        return first.ThenBy(line => line.Item.DueOn).ThenBy(line => line.Item.CreatedAt).ThenBy(line => line.Item.Id);
    }

    private static IQueryable<WorkItem> Open(PortalDbContext db, Actor actor)
    {
        var open = db.WorkItems.AsNoTracking().Within(actor).Where(item => item.DoneAt == null);
        if (DeskPlace.Oversees(actor)) return open;
        var (roles, me) = (actor.Roles.ToArray(), actor.UserId);
        // What somebody may not decide is no work of theirs: the refusal they had a hand in, and their own proposal.
        return open.Where(item => roles.Contains(item.Role)
            && !(item.Kind == WorkKind.Appeal && db.Cases.Any(record => record.No == item.Record && (record.Appeal!.FirstProposedById == me || record.Appeal.FirstDecidedById == me)))
            && !(item.Kind == WorkKind.ApproveCase && db.Cases.Any(record => record.No == item.Record && record.ProposedById == me)));
    }

    private static IQueryable<Line> WithCases(PortalDbContext db, IQueryable<WorkItem> open) =>
        from item in open
        join found in db.Cases on item.Record equals found.No into cases
        from record in cases.DefaultIfEmpty()
        select new Line
        {
            Item = item,
            Measure = record.MeasureCode,
            State = record.State,
            Amount = record.Entitlement,
            People = db.Set<CasePerson>().Count(person => person.CaseId == record.Id && person.IsEligible),
            // A case that comes back from the applicant or the approver has its caseworker already.
            OwnerId = item.OwnerId ?? (item.Kind == WorkKind.ReviewCase || item.Kind == WorkKind.Appeal ? record.CaseworkerId : null),
        };

    private static IQueryable<Line> Narrow(IQueryable<Line> rows, QueueFilter filter, Guid me, DateOnly today)
    {
        if (filter.OnlyOverdue) rows = rows.Where(line => line.Item.DueOn < today);
        if (filter.Kind is { } kind) rows = rows.Where(line => line.Item.Kind == kind);
        if (filter.Measure is { Length: > 0 } measure) rows = rows.Where(line => line.Measure == measure);
        if (filter.City is { Length: 6 } city) rows = rows.Within(city, line => line.Item.RegionCode);

        return filter.Taken switch
        {
            TakenBy.Nobody => rows.Where(line => line.OwnerId == null),
            TakenBy.Me => rows.Where(line => line.OwnerId == me),
            _ => rows,
        };
    }

    private async Task<QueueCounts> CountAsync(IQueryable<WorkItem> open, CancellationToken cancellation)
    {
        var days = await open.GroupBy(item => item.DueOn).Select(day => new { Due = day.Key, Count = day.Count() }).ToListAsync(cancellation);
        var today = clock.Today;
        int Sum(Func<DateOnly?, bool> which) => days.Where(day => which(day.Due)).Sum(day => day.Count);
        return new QueueCounts(Sum(_ => true), Sum(due => due < today), Sum(due => due == today), Sum(due => due > today), Sum(due => due is null));
    }

    private sealed class Line
    {
        public required WorkItem Item { get; init; }

        public string? Measure { get; init; }

        public CaseState? State { get; init; }

        public Money? Amount { get; init; }

        public int People { get; init; }

        public Guid? OwnerId { get; init; }
    }
}
