namespace Portal.Domain.Parameters;

/// <summary>A line of the parameter book as it was entered: a value for a place from a day on, or its end.</summary>
/// <remarks>Lines are never changed: a later one stands before the earlier ones on the days it covers, see <see cref="ParameterFold"/>.</remarks>
/// <param name="To">The last day, included; null until another line replaces it.</param>
/// <param name="Value">Canonical text; null says that the place sets nothing on these days (停止执行).</param>
/// <param name="Status">T in the notice, C official page, S secondary, D derived, U unconfirmed.</param>
/// <param name="ApprovedAt">When a second person approved it; null for what ships with the portal.</param>
public sealed record BookEntry(
    string Key, string Region, DateOnly From, DateOnly? To, string? Value, string Status, string Source, DateTimeOffset? ApprovedAt = null)
{
    public bool IsShipped => ApprovedAt is null;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Whether it covers every day of another line.</summary>
    public bool Spans(BookEntry other) => From <= other.From && (To is null || other.To <= To);

    public static BookEntry Of(ParameterRow row) => new(row.Key, row.Region, row.From, row.To, row.Value, row.Status, row.Source);
}
