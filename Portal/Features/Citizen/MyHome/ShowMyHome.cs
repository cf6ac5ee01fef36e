using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.MyHome;

/// <param name="FirmName">For whom; null for the person's own.</param>
public sealed record MyCase(string No, string MeasureCode, string Measure, string? FirmName, CaseState State, DateOnly? PromisedOn, Money? Amount, DateOnly SubmittedOn);

public sealed record MyDraft(Guid Id, string MeasureCode, string Measure, DateTimeOffset ChangedAt);

/// <param name="Tasks">All that waits for the person, see <see cref="MyTaskKind"/>.</param>
/// <param name="GoOn">Months that can be claimed today with one look.</param>
/// <param name="LastEvent">The newest step on any of the person's cases.</param>
public sealed record MyHomeView(
    IReadOnlyList<MyFirm> Firms, HomeScope Scope, IReadOnlyList<MyTask> Tasks, IReadOnlyList<MyCase> Cases, int Page, int Pages, IReadOnlyList<OfferedMonth> GoOn, IReadOnlyList<MyDraft> Drafts, int Unread, long LastEvent);

/// <summary>A person's own applications and those of the firms they act for now.</summary>
public sealed class ShowMyHome(IDbContextFactory<PortalDbContext> databases, MeasureCatalog measures, MyTasks tasks, IOfferNextMonth nextMonths)
{
    public const int PageSize = 20;

    /// <param name="firm">For whom, as the address says it; see <see cref="HomeScope"/>.</param>
    public async Task<MyHomeView> HandleAsync(Actor actor, int page, string? firm = null, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firms = await db.FirmMemberships.Where(member => member.UserId == actor.UserId).OrderBy(member => member.Firm.Name)
            .Select(member => new MyFirm(member.FirmId, member.Firm.Name)).ToListAsync(cancellation);
        var scope = HomeScope.Read(firm, firms);
        var mine = scope.CasesOf(db, actor);
        var pages = Math.Max(1, (await mine.CountAsync(cancellation) + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        var cases = await ReadAsync(mine.OrderByDescending(record => record.SubmittedAt).Skip((current - 1) * PageSize).Take(PageSize), cancellation);
        var unread = await db.Messages.CountAsync(message => message.UserId == actor.UserId && message.ReadAt == null, cancellation);
        var last = await db.OwnCasesOf(actor).SelectMany(record => record.Events).MaxAsync(step => (long?)step.Id, cancellation) ?? 0;
        return new MyHomeView(firms, scope, await tasks.ReadAsync(db, actor, scope, cancellation), cases, current, pages, await nextMonths.HandleAsync(actor, cancellation), await DraftsAsync(db, actor, scope, cancellation), unread, last);
    }

    private async Task<IReadOnlyList<MyDraft>> DraftsAsync(PortalDbContext db, Actor actor, HomeScope scope, CancellationToken cancellation)
    {
        var drafts = db.OwnDraftsOf(actor).Where(draft => draft.CaseNo == null);
        if (scope.OnlyOwn) drafts = drafts.Where(draft => draft.FirmId == null);
        if (scope.Firm is { } firm) drafts = drafts.Where(draft => draft.FirmId == firm);
        var rows = await drafts.OrderByDescending(draft => draft.ChangedAt).Select(draft => new { draft.Id, draft.MeasureCode, draft.ChangedAt }).ToListAsync(cancellation);
        return [.. rows.Select(draft => new MyDraft(draft.Id, draft.MeasureCode, measures.NameOf(draft.MeasureCode), draft.ChangedAt))];
    }

    private async Task<IReadOnlyList<MyCase>> ReadAsync(IQueryable<Case> cases, CancellationToken cancellation)
    {
        var rows = await cases
            .Select(record => new
            {
                record.No,
                record.MeasureCode,
                FirmName = record.Firm == null ? null : record.Firm.Name,
                record.State,
                record.PromisedOn,
                record.Entitlement,
                record.SubmittedOn,
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new MyCase(row.No, row.MeasureCode, measures.NameOf(row.MeasureCode), row.FirmName, row.State, row.PromisedOn, row.Entitlement, row.SubmittedOn))];
    }
}
