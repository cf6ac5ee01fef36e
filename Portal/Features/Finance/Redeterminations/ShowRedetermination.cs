using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Privacy;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Recoveries;
using Portal.Domain.Calendar;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Finance.Redeterminations;

/// <param name="Record">With its instalments in order.</param>
/// <param name="Waiting">What is proposed; null when nothing is, and then the actor may propose if <paramref name="MayPropose"/>.</param>
/// <param name="Effect">What it would do to the plan now.</param>
/// <param name="Hindrance">Why the actor may not decide it; null when the actor may.</param>
public sealed record RedeterminationView(
    Case Record, Measure Measure, FactSet Facts, IReadOnlyList<ChangeCause> Causes, Redetermination? Waiting, PlanChange? Effect, string? Proposer, string? Hindrance,
    bool IsOwn, bool MayPropose, IReadOnlyList<Recovery> Recoveries, DateOnly Today, WorkingDayCalendar Calendar);

/// <summary>A granted case, what can come out of it, and what is proposed.</summary>
public sealed class ShowRedetermination(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog, AccessLog access, BusinessClock clock)
{
    public async Task<RedeterminationView?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.Include(c => c.Instalments.OrderBy(part => part.Sequence)).Include(c => c.People.OrderBy(person => person.Sequence)).AsSplitQuery().SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !record.IsOpenTo(actor) || catalog.Find(record.MeasureCode) is not { } measure) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.Payments, "查看了重新核定", cancellation);
        var waiting = await db.Redeterminations.AsNoTracking()
            .SingleOrDefaultAsync(change => change.CaseId == record.Id && change.State == RedeterminationState.Proposed, cancellation);
        var facts = waiting?.FactsJson is { } json ? CaseJson.ReadFacts(measure.Facts, json) : null;
        return new RedeterminationView(
            record, measure, CaseJson.ReadFacts(measure.Facts, record.FactsJson), ResultFacts.CausesOf(record, measure), waiting,
            waiting is null ? null : ApplyRedetermination.PlanOf(await CaseLedger.OpenAsync(db, record, clock, actor, cancellation), waiting, measure, facts),
            waiting is null ? null : await db.Users.Where(user => user.Id == waiting.ProposedById).Select(user => user.FullName).FirstOrDefaultAsync(cancellation) ?? "其他同事",
            waiting is null ? null : await RecoveryRights.WhyNotDecideAsync(db, actor, record, waiting.ProposedById, cancellation),
            waiting?.ProposedById == actor.UserId,
            actor.MayAs(Roles.Reviewer, record.RegionCode) && !await db.IsPartyAsync(actor, record, cancellation),
            await db.Recoveries.AsNoTracking().Where(recovery => recovery.CaseId == record.Id).OrderBy(recovery => recovery.ApprovedOn).ToListAsync(cancellation),
            clock.Today, (await rulebooks.RulesAsync(cancellation)).Calendar);
    }
}
