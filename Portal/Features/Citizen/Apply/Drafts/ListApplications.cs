using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Deadlines;
using Portal.Domain.Places;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What someone can start from: the drafts begun earlier and the firms they act for.</summary>
public sealed class ListApplications(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public async Task<ApplicationChoices> HandleAsync(Actor actor, string measureCode, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var drafts = await db.OwnDraftsOf(actor).AsNoTracking()
            .Where(draft => draft.MeasureCode == measureCode && draft.CaseNo == null)
            .OrderByDescending(draft => draft.ChangedAt)
            .Select(draft => new DraftBrief(
                draft.Id, draft.ChangedAt, db.Firms.Where(firm => firm.Id == draft.FirmId).Select(firm => firm.Name).FirstOrDefault(),
                db.Users.Where(user => user.Id == (draft.ChangedById ?? draft.OwnerId)).Select(user => user.FullName).FirstOrDefault()))
            .ToListAsync(cancellation);
        var firms = await db.FirmMemberships.AsNoTracking()
            .Where(member => member.UserId == actor.UserId)
            .OrderBy(member => member.Firm.Name)
            .Select(member => member.Firm)
            .ToListAsync(cancellation);
        return new ApplicationChoices(drafts, [.. firms.Select(FirmBrief.Of)],
            PaymentTerm.WorkingDays(await rulebooks.RulesAsync(cancellation), RegionDirectory.Province, clock.Today));
    }
}

/// <param name="WorkingDays">Within how many the province decides what is applied for today (clause 20).</param>
public sealed record ApplicationChoices(IReadOnlyList<DraftBrief> Drafts, IReadOnlyList<FirmBrief> Firms, int WorkingDays);

/// <param name="ChangedBy">Who changed it last: a colleague may go on with a firm's draft.</param>
public sealed record DraftBrief(Guid Id, DateTimeOffset ChangedAt, string? Firm, string? ChangedBy);
