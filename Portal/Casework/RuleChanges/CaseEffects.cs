using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Casework.RuleChanges;

/// <summary>What a change would do to one case.</summary>
public sealed record CaseEffect(string No, string Applicant, Measure Measure, string RegionCode, CaseState State, RuleEffect Effect)
{
    /// <summary>Decided: it is not worked out anew by itself, whatever becomes of the value.</summary>
    public bool IsPast => CaseTransitions.IsDecided(State);
}

/// <summary>Works every case out by the book as it is and as it would be: the same facts, by the day it was applied for.</summary>
public sealed class CaseEffects(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, MeasureCatalog catalog)
{
    private const int Batch = 500;

    /// <summary>All cases the value may reach that the actor's place allows to see, changed or not, by number.</summary>
    public async IAsyncEnumerable<CaseEffect> OfAsync(Actor actor, BookEntry change, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (actor.Overlap(change.Region) is not { } place) yield break;
        var before = await rulebooks.RulesAsync(cancellation);
        var after = before with { Parameters = before.Parameters.With(change) };
        var measures = catalog.Reading(change.Key).ToDictionary(measure => measure.Code);
        var codes = measures.Keys.ToArray();
        var terms = new Dictionary<(string, string, DateOnly), (Terms Before, Terms After)>();
        var last = "";
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var batch = await db.Cases.AsNoTracking().Within(place, record => record.RegionCode)
                .Where(record => codes.Contains(record.MeasureCode)
                    && record.State != CaseState.Withdrawn && string.Compare(record.No, last) > 0)
                .OrderBy(record => record.No).Take(Batch)
                .Select(record => new { record.No, record.ApplicantName, record.MeasureCode, record.RegionCode, record.State, record.FactsJson, record.AsOf })
                .ToListAsync(cancellation);
            foreach (var record in batch)
            {
                var measure = measures[record.MeasureCode];
                var key = (record.MeasureCode, record.RegionCode, record.AsOf);
                if (!terms.TryGetValue(key, out var pair))
                    terms[key] = pair = (measure.TermsFor(before, record.RegionCode, record.AsOf), measure.TermsFor(after, record.RegionCode, record.AsOf));
                yield return new CaseEffect(record.No, record.ApplicantName, measure, record.RegionCode, record.State,
                    RuleEffect.Of(CaseJson.ReadFacts(measure.Facts, record.FactsJson), pair.Before, pair.After));
            }

            if (batch.Count < Batch) yield break;
            last = batch[^1].No;
        }
    }
}
