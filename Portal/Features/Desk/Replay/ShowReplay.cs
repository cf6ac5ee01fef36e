using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Decisions;
using Portal.Casework.Privacy;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Replay;

/// <summary>Shows what a case was found to be, decides it again by the rules of then, and sets it beside now.</summary>
public sealed class ShowReplay(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog, DecisionReplay replay, AccessLog access, BusinessClock clock)
{
    /// <param name="number">Which decision, from 1; the latest for any other number.</param>
    /// <param name="byToday">Judges now by today instead of the day the case was judged by.</param>
    /// <returns>Null when there is no such case in the actor's place.</returns>
    public async Task<ReplayView?> HandleAsync(Actor actor, string no, int number, bool byToday, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().Include(c => c.People.OrderBy(person => person.Sequence)).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !record.IsOpenTo(actor)) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.Replay, "查看了历次核算的依据", cancellation);

        var regions = await rulebooks.RegionsAsync(cancellation);
        var made = await db.CaseDecisions.AsNoTracking().Where(decision => decision.CaseId == record.Id).OrderBy(decision => decision.At).ThenBy(decision => decision.Id)
            .Select(decision => new { decision.Id, decision.At, decision.Occasion, decision.Outcome, decision.Amount, decision.RuleVersion }).ToListAsync(cancellation);
        var lines = made.Select((one, index) => new DecisionLine(index + 1, one.Id, one.At, one.Occasion, one.Outcome, one.Amount, one.RuleVersion)).ToArray();
        var line = number >= 1 && number <= lines.Length ? lines[number - 1] : lines.LastOrDefault();
        ChosenDecision? chosen = null;
        if (line is not null)
        {
            var decision = await db.CaseDecisions.AsNoTracking().Include(d => d.Snapshot).SingleAsync(d => d.Id == line.Id, cancellation);
            var result = replay.Run(decision, record.People);
            var comparison = Compare(record, decision, result, await rulebooks.RulesAsync(cancellation), new ReplayTexts(catalog, regions), byToday);
            chosen = new ChosenDecision(line, decision.AsOf, result, comparison, byToday);
        }

        return new ReplayView(record.No, record.ApplicantName, catalog.NameOf(record.MeasureCode), regions.FullName(record.RegionCode), lines, chosen, clock.Today);
    }

    private Comparison? Compare(Case record, CaseDecision decision, ReplayResult result, Rulebook rules, ReplayTexts words, bool byToday)
    {
        if (catalog.Find(decision.MeasureCode) is not { } measure) return null;
        try
        {
            var reads = new List<ValueRead>();
            var asOf = byToday ? clock.Today : decision.AsOf;
            var facts = CaseJson.ReadFacts(measure.Facts, decision.FactsJson);
            var now = measure.Assess(facts, measure.TermsFor(rules, decision.RegionCode, asOf, reads: reads));
            // The values of then are known as far as the decision could be made again.
            var then = new Judged(decision.RuleVersion, decision.AsOf, CaseJson.ReadAssessment(decision.AssessmentJson), (result as ReplayResult.Ran)?.Reads ?? []);
            return Comparison.Of(then, new Judged(measure.Version, asOf, now, reads), facts, CaseJson.ReadFacts(measure.Facts, record.FactsJson), words);
        }
        catch (Exception unreadable) when (unreadable is CalendarYearMissingException or JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
