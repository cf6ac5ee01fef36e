using Portal.Data.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Decisions;

/// <summary>Judges every hire of a grant again: the whole is only right if each of them was.</summary>
internal static class HireReplay
{
    public static IEnumerable<string> Compare(HiringGrant grant, Terms terms, FactSet whole, IReadOnlyList<CaseHire> hires)
    {
        // The relief period is the firm's: it is asked once and stands with the whole.
        var relief = whole[HiringGrant.PremiumReliefPeriod];
        var facts = hires.Select(hire => CaseJson.ReadFacts(grant.Facts, hire.FactsJson).With(HiringGrant.PremiumReliefPeriod, relief)).ToArray();
        var again = HiringGrantApplication.Assess(grant, terms, facts);
        for (var i = 0; i < hires.Count; i++)
            if (hires[i].IsEligible != (again.Each[i].Outcome == Outcome.Eligible))
                yield return $"第{hires[i].Sequence}名招用人员是否符合";
        if (CaseJson.Write(again.Facts) != CaseJson.Write(whole)) yield return "符合条件的招用人数";
    }
}
