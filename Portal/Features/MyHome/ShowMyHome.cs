using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.MyHome;

/// <param name="FirmName">For whom; null for the person's own.</param>
public sealed record MyCase(string No, string Measure, string? FirmName, CaseState State, DateOnly? PromisedOn, Money? Amount, DateOnly SubmittedOn);

public sealed record MyDraft(Guid Id, string MeasureCode, string Measure, DateTimeOffset ChangedAt);

public sealed record MyHomeView(IReadOnlyList<MyCase> Waiting, IReadOnlyList<MyCase> Cases, int Page, int Pages, IReadOnlyList<MyDraft> Drafts, int Unread);

/// <summary>A person's own applications and those of the firms they act for now.</summary>
public sealed class ShowMyHome(IDbContextFactory<PortalDbContext> databases, MeasureCatalog measures)
{
    public const int PageSize = 20;

    public async Task<MyHomeView> HandleAsync(Actor actor, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mine = MineOf(db, actor);
        var waiting = await ReadAsync(
            mine.Where(record => record.State == CaseState.CorrectionRequested || record.State == CaseState.AwaitingAccount).OrderBy(record => record.SubmittedAt),
            cancellation);
        var pages = Math.Max(1, (await mine.CountAsync(cancellation) + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        var cases = await ReadAsync(mine.OrderByDescending(record => record.SubmittedAt).Skip((current - 1) * PageSize).Take(PageSize), cancellation);
        var drafts = await db.Drafts.Where(draft => draft.OwnerId == actor.UserId && draft.CaseNo == null)
            .OrderByDescending(draft => draft.ChangedAt)
            .Select(draft => new { draft.Id, draft.MeasureCode, draft.ChangedAt })
            .ToListAsync(cancellation);
        var unread = await db.Messages.CountAsync(message => message.UserId == actor.UserId && message.ReadAt == null, cancellation);
        return new MyHomeView(
            waiting, cases, current, pages,
            [.. drafts.Select(draft => new MyDraft(draft.Id, draft.MeasureCode, NameOf(draft.MeasureCode), draft.ChangedAt))], unread);
    }

    // Not what a person once filed for a firm they have left: that is the firm's business now.
    private static IQueryable<Case> MineOf(PortalDbContext db, Actor actor) => db.Cases.AsNoTracking().Where(record =>
        record.FirmId == null && record.ApplicantId == actor.UserId
        || db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId));

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
        return [.. rows.Select(row => new MyCase(row.No, NameOf(row.MeasureCode), row.FirmName, row.State, row.PromisedOn, row.Entitlement, row.SubmittedOn))];
    }

    private string NameOf(string code) => measures.Find(code)?.Name ?? code;
}
