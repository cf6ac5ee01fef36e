using Portal.Domain.Notice;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Policies;

/// <param name="Value">In words; null where the place has not set it (R8).</param>
public sealed record PolicyValue(string Label, string? Value, string? Place, DateOnly? Since, string? Source);

/// <summary>A guide (办事指南) to one measure, with the values and the offices of one place.</summary>
/// <param name="Conditions">What is asked of anybody, with the province's values.</param>
/// <param name="DueWorkingDays">The promised term; null when nobody has set it.</param>
public sealed record PolicyGuide(
    Measure Measure, Clause Clause, bool IsOffered, IReadOnlyList<ConditionResult> Conditions, int? DueWorkingDays, int? PublicationDays,
    Region Place, IReadOnlyList<PolicyValue> Values, IReadOnlyList<Region> Cities, IReadOnlyDictionary<GuideElement, string> Given);

/// <summary>A guide to a clause as a whole: what it is for, what can be done of it here, who answers for it.</summary>
public sealed record ClauseGuide(
    Clause Clause, IReadOnlyList<PolicyLine> Measures, Region Place, IReadOnlyList<Region> Cities, IReadOnlyDictionary<GuideElement, string> Given);
