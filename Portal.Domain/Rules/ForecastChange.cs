namespace Portal.Domain.Rules;

/// <summary>The first later day on which an answer changes if nothing else does, and what it is then.</summary>
/// <param name="After">In how many months, where that is what matters: a number of months will have been reached; else null.</param>
public sealed record ForecastChange(DateOnly Day, Decision Before, Decision Then, int? After);
