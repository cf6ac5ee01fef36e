using Portal.Access;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.RuleChanges;

/// <summary>How many cases were worked out, how many come out otherwise, and by how much in all.</summary>
public sealed record EffectTotals(int Looked, int Changed, int NotComputable, Money Difference)
{
    public static readonly EffectTotals None = new(0, 0, 0, Money.Zero);

    public EffectTotals With(RuleEffect effect) => new(
        Looked + 1, Changed + (effect.IsChanged ? 1 : 0), NotComputable + (effect.IsComputable ? 0 : 1),
        effect.IsChanged ? Difference + effect.Difference : Difference);
}

/// <summary>What a value would do, told before it is proposed and again before it is approved.</summary>
/// <param name="Listed">The first cases that change or cannot be worked out; the totals count all.</param>
public sealed record ValuePreview(IReadOnlyList<Measure> Measures, EffectTotals Open, EffectTotals Past, IReadOnlyList<CaseEffect> Listed)
{
    public const int MostListed = 200;

    public int Unlisted => Open.Changed + Open.NotComputable + Past.Changed + Past.NotComputable - Listed.Count;
}

/// <summary>Runs a value over past and open cases.</summary>
public sealed class PreviewChange(CaseEffects effects, MeasureCatalog catalog)
{
    public async Task<ValuePreview> HandleAsync(Actor actor, BookEntry change, CancellationToken cancellation = default)
    {
        var (open, past, listed) = (EffectTotals.None, EffectTotals.None, new List<CaseEffect>());
        await foreach (var found in effects.OfAsync(actor, change, cancellation))
        {
            if (found.IsPast) past = past.With(found.Effect);
            else open = open.With(found.Effect);
            if (listed.Count < ValuePreview.MostListed && (found.Effect.IsChanged || !found.Effect.IsComputable)) listed.Add(found);
        }

        return new ValuePreview([.. catalog.Reading(change.Key)], open, past, [.. listed.OrderBy(found => found.IsPast)]);
    }
}
