using System.Globalization;

namespace Portal.Domain.Screening;

/// <summary>Numbers that people quote, counted anew each day: a mark, the day and a serial.</summary>
/// <param name="Mark">Two letters.</param>
/// <param name="Digits">Of the serial, which is filled up with zeros so that numbers of a day sort as they were given.</param>
public sealed record NumberSeries(string Mark, int Digits)
{
    /// <summary>Of what a number comes to at most.</summary>
    public const int Longest = 20;

    /// <summary>公示编号, such as GS20201116-0001.</summary>
    public static readonly NumberSeries Notices = new("GS", 4);

    /// <summary>异议编号, such as YY20201118-000001.</summary>
    public static readonly NumberSeries Objections = new("YY", 6);

    public string PrefixOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{day:yyyyMMdd}-");

    /// <summary>Whether a text, which anybody may have written, has the form of such a number.</summary>
    public bool IsWellFormed(string? text) =>
        text is not null && text.Length == Mark.Length + 9 + Digits && text.StartsWith(Mark, StringComparison.Ordinal) && text[Mark.Length + 8] == '-'
        && !text.AsSpan(Mark.Length, 8).ContainsAnyExceptInRange('0', '9') && !text.AsSpan(Mark.Length + 9).ContainsAnyExceptInRange('0', '9');

    /// <param name="last">The last number given out on the day; null where none was.</param>
    public string After(string? last, DateOnly day)
    {
        var serial = last is null ? 1 : int.Parse(last.AsSpan(last.Length - Digits), CultureInfo.InvariantCulture) + 1;
        return PrefixOf(day) + serial.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}
