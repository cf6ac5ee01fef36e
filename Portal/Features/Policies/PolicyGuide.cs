using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Policies;

public sealed record PolicyLine(Measure Measure, bool IsOffered);

/// <param name="Value">In words; null where the place has not set it (R8).</param>
public sealed record PolicyValue(string Label, string? Value, string? Place, DateOnly? Since, string? Source);

/// <summary>A guide (办事指南) to one measure, with the values of one place.</summary>
/// <param name="Conditions">What is asked of anybody, with the province's values.</param>
/// <param name="DueWorkingDays">The promised term; null when nobody has set it.</param>
public sealed record PolicyGuide(
    Measure Measure, bool IsOffered, IReadOnlyList<ConditionResult> Conditions, int? DueWorkingDays, int? PublicationDays,
    Region Place, IReadOnlyList<PolicyValue> Values, IReadOnlyList<Region> Cities);
