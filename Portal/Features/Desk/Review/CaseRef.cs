namespace Portal.Features.Desk.Review;

/// <summary>The case a tab acts on and the version it showed.</summary>
public readonly record struct CaseRef(string No, Guid Version);
