namespace Portal.Domain.Values;

/// <summary>A telephone number of whatever network, as a list has it: a mobile's, or one with its area code and extension.</summary>
public static class Phone
{
    /// <summary>Longer than any number with its extension.</summary>
    private const int Longest = 20;

    private const int Shortest = 7;

    /// <returns>Digits, with hyphens where the list has them; of several numbers the first. Empty for what is no number.</returns>
    public static string Read(string? text)
    {
        var compact = PlainText.Compact(text);
        if (MobileNumber.TryParse(compact, out var mobile)) return mobile.Value;
        var first = compact.Split('/', '、', ',', ';')[0];
        if (MobileNumber.TryParse(first, out mobile)) return mobile.Value;
        var number = first.Replace('(', '-').Replace(')', '-').Replace('转', '-').Trim('-');
        return number.Length is >= Shortest and <= Longest && number.Count(char.IsAsciiDigit) >= Shortest && number.All(c => char.IsAsciiDigit(c) || c == '-') ? number : "";
    }

    /// <summary>As a <c>tel:</c> link has it: digits alone, and nothing of an extension, which no telephone dials by itself.</summary>
    public static string Dialled(string number)
    {
        var parts = number.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Length > 1 && parts[0].StartsWith('0') ? parts[..2] : parts[..1]);
    }
}
