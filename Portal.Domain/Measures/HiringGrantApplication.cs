using Portal.Domain.Rules;

namespace Portal.Domain.Measures;

/// <summary>A hiring grant for several hires at once: each is judged alone, the grant is worked out for all who qualify.</summary>
/// <remarks>
/// The advance is rounded down once on the whole grant (R4, R6), not once a person: otherwise splitting one
/// application into many would move fen from the first payment to the second.
/// </remarks>
public static class HiringGrantApplication
{
    /// <param name="hires">The facts of each hire; their number of hires is taken as one.</param>
    public static HiringGrantResult Assess(HiringGrant measure, Terms terms, IReadOnlyList<FactSet> hires)
    {
        if (hires.Count == 0) throw new ArgumentException("An application names at least one hire.", nameof(hires));
        var each = hires.Select(hire => measure.Assess(hire.With(HiringGrant.Hires, 1), terms)).ToArray();
        var eligible = each.Count(assessment => assessment.Outcome == Outcome.Eligible);
        // The amount depends on how many qualify, not on which category they are of, so one of them speaks for all.
        var speaker = Array.FindIndex(each, assessment => assessment.Outcome == Outcome.Eligible);
        var facts = hires[Math.Max(0, speaker)].With(HiringGrant.Hires, Math.Max(1, eligible));
        return new HiringGrantResult(facts, measure.Assess(facts, terms), each);
    }
}

/// <param name="Facts">The facts the whole was assessed by, with the number who qualify.</param>
public sealed record HiringGrantResult(FactSet Facts, Assessment Whole, IReadOnlyList<Assessment> Each);
