using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>A day as forms, files and programs write it: the calendar date of ISO 8601, 2020-11-16, in the years 1900 to 2200.</summary>
/// <remarks>The years keep a term or an anniversary from running out of the calendar type.</remarks>
public static class IsoDate
{
    private const string Form = "yyyy-MM-dd";
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>What a program wrote: nothing but the date.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= FirstYear and <= LastYear;

    /// <summary>What a person typed: blanks and full-width characters do not matter.</summary>
    public static bool TryRead(string? typed, out DateOnly day) => TryParse(PlainText.Compact(typed), out day);

    /// <summary>What the portal or its seed has written, in any year: what was once stored must be read.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
