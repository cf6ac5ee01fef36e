using System.Globalization;

namespace Portal.Domain.Cases;

/// <summary>The number a person quotes: LN, the day, a serial of the day, and a check digit against slips of the pen.</summary>
public static class CaseNumber
{
    /// <param name="serial">From 1, counted anew each day; at most 999999.</param>
    public static string Compose(DateOnly day, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999);
        var digits = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{serial:000000}");
        return $"LN{digits}{CheckDigit(digits)}";
    }

    public static bool IsWellFormed(string text) =>
        text.Length == 17 && text.StartsWith("LN", StringComparison.Ordinal)
        && !text.AsSpan(2).ContainsAnyExceptInRange('0', '9')
        && CheckDigit(text[2..16]) == text[16];

    // ISO 7064 MOD 11,10: catches every single wrong digit and almost every transposition.
    private static char CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + (digit - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}
