namespace Portal.Components.Ui;

/// <summary>What an input inside a <see cref="Field"/> says to a screen reader.</summary>
public sealed record FieldAria(string? Invalid, string? DescribedBy);
