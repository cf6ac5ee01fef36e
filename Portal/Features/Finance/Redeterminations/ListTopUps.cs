using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Redeterminations;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Reference;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>A granted case that comes out higher by the values known now.</summary>
/// <param name="WaitingId">What is proposed for it already; null when nothing is.</param>
public sealed record HigherCase(Case Record, Assessment Now, Guid? WaitingId, Guid WaitingVersion, bool IsOwn)
{
    public Money More => Now.Amount!.Value - Record.Entitlement!.Value;
}

public sealed record TopUpList(ParameterChange Change, string Label, string Place, IReadOnlyList<HigherCase> Cases, bool More, bool MayPropose, bool MayDecide);

/// <summary>After a value was raised: which granted cases come out higher, by their own facts and day (补差).</summary>
public sealed class ListTopUps(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog)
{
    /// <summary>So many on one page; those that were topped up drop out and make room for the next.</summary>
    public const int Most = 200;

    private const int Batch = 500;

    /// <returns>Null when there is no such approved change of a value, or the actor may not look.</returns>
    public async Task<TopUpList?> HandleAsync(Actor actor, Guid changeId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var change = await db.ParameterChanges.AsNoTracking().SingleOrDefaultAsync(one => one.Id == changeId && one.State == RuleChangeState.Approved, cancellation);
        if (change is null || actor.Overlap(change.RegionCode) is not { } place) return null;
        var loaded = await rulebooks.LoadAsync(cancellation);
        var (found, more) = await FindAsync(db, actor, change.Key, place, loaded.Rules, cancellation);
        return new TopUpList(
            change, catalog.FindParameter(change.Key)?.Label ?? change.Key, loaded.Regions.FullName(change.RegionCode), found, more, actor.Is(Roles.Reviewer), actor.Is(Roles.Approver));
    }

    private async Task<(List<HigherCase>, bool More)> FindAsync(PortalDbContext db, Actor actor, string key, string place, Rulebook rules, CancellationToken cancellation)
    {
        var measures = catalog.Reading(key).Where(measure => measure.Pays).ToDictionary(measure => measure.Code);
        var codes = measures.Keys.ToArray();
        var found = new List<HigherCase>();
        for (var last = ""; ;)
        {
            var batch = await db.Cases.AsNoTracking().Within(place, record => record.RegionCode)
                .Where(record => codes.Contains(record.MeasureCode) && record.LockedUntil == null
                    && (record.State == CaseState.Approved || record.State == CaseState.Settled) && string.Compare(record.No, last) > 0)
                .OrderBy(record => record.No).Take(Batch).ToListAsync(cancellation);
            var higher = batch.Select(record => (Record: record, Now: Assess(record, measures[record.MeasureCode], rules)))
                .Where(one => one.Now is { Outcome: Outcome.Eligible, Amount: { } amount } && amount > one.Record.Entitlement).ToArray();
            var ids = higher.Select(one => one.Record.Id).ToArray();
            var waiting = await db.Redeterminations.AsNoTracking().Where(one => ids.Contains(one.CaseId) && one.State == RedeterminationState.Proposed)
                .ToDictionaryAsync(one => one.CaseId, cancellation);
            var wrong = await db.FoundWrong().Where(one => ids.Contains(one.CaseId)).Select(one => one.CaseId).ToListAsync(cancellation);
            foreach (var (record, now) in higher)
            {
                // A top-up would give back what was claimed.
                if (wrong.Contains(record.Id) && Findings.IsCut(record)) continue;
                if (found.Count == Most) return (found, true);
                var proposed = waiting.GetValueOrDefault(record.Id);
                if (proposed is not null && proposed.Cause != ChangeCause.ValueRaised) continue;
                found.Add(new HigherCase(record, now!, proposed?.Id, proposed?.Version ?? Guid.Empty, proposed?.ProposedById == actor.UserId));
            }

            if (batch.Count < Batch) return (found, false);
            last = batch[^1].No;
        }
    }

    private static Assessment? Assess(Case record, Measure measure, Rulebook rules) =>
        RuleEffect.Assess(CaseJson.ReadFacts(measure.Facts, record.FactsJson), measure.TermsFor(rules, record.RegionCode, record.AsOf));
}
