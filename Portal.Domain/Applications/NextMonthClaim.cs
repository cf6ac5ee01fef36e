using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>A measure whose next month is claimed just as the last ones were, with one look and one press.</summary>
/// <param name="Months">The fact that tells how many months are claimed.</param>
/// <param name="Basis">The amount that the month's benefit goes by, shown to be checked.</param>
/// <param name="Declared">What pressing declares anew.</param>
/// <param name="Declaration">The same in words, after 您.</param>
/// <param name="Proof">The paper that proves the month; the last months' proves nothing of this one, so it is asked for anew.</param>
public sealed record NextMonthClaim(CountFact Months, MoneyFact Basis, IReadOnlyList<YesNoFact> Declared, string Declaration, string Proof);
