using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>An exact non-negative fraction: a layoff rate, a share, a rate of interest.</summary>
/// <remarks>
/// Two thirds has no decimal, and a layoff rate just above the ceiling must not be rounded under it;
/// so rates are kept as numerator over denominator and compared by cross-multiplication.
/// </remarks>
public readonly struct Rate : IEquatable<Rate>, IComparable<Rate>
{
    private readonly long _denominator;

    private Rate(long numerator, long denominator) => (Numerator, _denominator) = (numerator, denominator);

    public long Numerator { get; }

    /// <summary>Always positive; the default value is 0/1.</summary>
    public long Denominator => _denominator == 0 ? 1 : _denominator;

    public static readonly Rate Zero = new(0, 1);

    public static readonly Rate One = new(1, 1);

    public static readonly Rate Half = new(1, 2);

    /// <exception cref="ArgumentOutOfRangeException">A negative part or a denominator of zero.</exception>
    public static Rate Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        return new Rate(numerator, denominator);
    }

    public static Rate operator +(Rate a, Rate b) =>
        Reduced((Int128)a.Numerator * b.Denominator + (Int128)b.Numerator * a.Denominator, (Int128)a.Denominator * b.Denominator);

    public static bool operator <(Rate a, Rate b) => a.CompareTo(b) < 0;

    public static bool operator >(Rate a, Rate b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rate a, Rate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rate a, Rate b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rate a, Rate b) => a.Equals(b);

    public static bool operator !=(Rate a, Rate b) => !a.Equals(b);

    public static Rate Min(Rate a, Rate b) => a <= b ? a : b;

    public int CompareTo(Rate other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public bool Equals(Rate other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rate other && Equals(other);

    public override int GetHashCode()
    {
        var divisor = Gcd(Numerator, Denominator);
        return HashCode.Combine(Numerator / divisor, Denominator / divisor);
    }

    /// <summary>Reads <c>0.055</c> or <c>2/3</c>: at most 18 digits in all; not negative.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rate rate)
    {
        rate = default;
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryDigits(text[..slash], out var top) || !TryDigits(text[(slash + 1)..], out var bottom) || bottom == 0) return false;
            rate = new Rate(top, bottom);
            return true;
        }

        var point = text.IndexOf('.');
        long fraction = 0;
        long scale = 1;
        if (point >= 0)
        {
            if (!TryDigits(text[(point + 1)..], out fraction)) return false;
            for (var i = point + 1; i < text.Length; i++) scale *= 10;
        }

        if (text.Length > 19 || !TryDigits(point < 0 ? text : text[..point], out var whole)) return false;
        rate = new Rate(whole * scale + fraction, scale);
        return true;
    }

    /// <summary>For people: <c>5.5%</c>, or the fraction itself where a percentage would be endless.</summary>
    public string ToChinese() =>
        IsPlainDecimal ? ((decimal)Numerator / Denominator).ToString("0.####%", CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    /// <summary>The form of the assessment contract: a decimal such as <c>0.055</c>, else a fraction such as <c>2/3</c>.</summary>
    public override string ToString() =>
        Numerator == 0 ? "0" : IsPlainDecimal ? ((decimal)Numerator / Denominator).ToString("0.##################", CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    private bool IsPlainDecimal => 1_000_000_000_000_000_000 % (Denominator / Gcd(Numerator, Denominator)) == 0;

    private static bool TryDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 18) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }

        return true;
    }

    private static Rate Reduced(Int128 numerator, Int128 denominator)
    {
        var (a, b) = (numerator, denominator);
        while (b != 0) (a, b) = (b, a % b);
        return new Rate(checked((long)(numerator / a)), checked((long)(denominator / a)));
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a == 0 ? 1 : a;
    }
}
