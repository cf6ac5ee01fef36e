using System.Globalization;

namespace Portal.Domain.Values;

/// <summary>An amount in whole fen (1 yuan = 100 fen).</summary>
/// <remarks>
/// Fen as <see cref="long"/> keeps every sum exact and is the form stored in the database; decimals
/// would bring back fractions of a fen that nobody can pay. Arithmetic is checked: an amount too large
/// to hold is an <see cref="OverflowException"/>, never a wrong number.
/// </remarks>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>The largest amount read from outside: one trillion yuan.</summary>
    public const long MaxReadableFen = 100_000_000_000_000;

    public static readonly Money Zero = new(0);

    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static Money operator *(Money a, long times) => new(checked(a.Fen * times));

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    public static Money Min(Money a, Money b) => a <= b ? a : b;

    public static Money Max(Money a, Money b) => a >= b ? a : b;

    /// <summary>Entitlements round half up to the fen (ruling R4). Amounts are never negative here.</summary>
    public Money TimesHalfUp(Rate rate) => RoundHalfUp((Int128)Fen * rate.Numerator, rate.Denominator);

    /// <summary>A share that may not be exceeded rounds down to the fen (ruling R4).</summary>
    public Money TimesDown(Rate rate) => new(checked((long)((Int128)Fen * rate.Numerator / rate.Denominator)));

    /// <summary>Half up to a whole yuan, as the unemployment benefit is set (clause 15).</summary>
    public Money TimesHalfUpToYuan(Rate rate) => RoundHalfUp((Int128)Fen * rate.Numerator, (Int128)rate.Denominator * 100) * 100;

    /// <summary>A product of a rate and a fraction, rounded half up once, at the end.</summary>
    public Money TimesHalfUp(Rate rate, long numerator, long denominator) =>
        RoundHalfUp(checked((Int128)Fen * rate.Numerator * numerator), (Int128)rate.Denominator * denominator);

    /// <summary>What rounding a share down leaves of a fen, for comparing remainders.</summary>
    internal Rate RemainderOf(Rate rate) => Rate.Of((long)((Int128)Fen * rate.Numerator % rate.Denominator), rate.Denominator);

    internal static Money RoundHalfUp(Int128 numerator, Int128 denominator) =>
        new(checked((long)((2 * numerator + denominator) / (2 * denominator))));

    /// <summary>Reads an amount in yuan with at most two decimals, such as <c>4321.55</c>; not negative.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Money money)
    {
        money = default;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || whole.Length > 15 || point >= 0 && part.Length is 0 or > 2) return false;
        long fen = 0;
        foreach (var c in whole)
        {
            if (!char.IsAsciiDigit(c)) return false;
            fen = fen * 10 + (c - '0');
        }

        for (var i = 0; i < 2; i++)
        {
            var c = i < part.Length ? part[i] : '0';
            if (!char.IsAsciiDigit(c)) return false;
            fen = fen * 10 + (c - '0');
        }

        money = new Money(fen);
        return fen <= MaxReadableFen;
    }

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The form of the assessment contract: two decimals, no separators, such as <c>3000.00</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[32];
        return new string(text[..Write(text)]);
    }

    /// <summary>As <see cref="ToString"/>, without making a string; 32 characters hold any amount.</summary>
    /// <exception cref="ArgumentException">The target is too short.</exception>
    public int Write(Span<char> target)
    {
        var sign = Fen < 0 ? 1 : 0;
        var (yuan, rest) = Math.DivRem(Math.Abs(Fen), 100);
        if (sign + 22 > target.Length) throw new ArgumentException("The target is too short for an amount.", nameof(target));
        if (sign > 0) target[0] = '-';
        yuan.TryFormat(target[sign..], out var digits, provider: CultureInfo.InvariantCulture);
        var point = sign + digits;
        (target[point], target[point + 1], target[point + 2]) = ('.', (char)('0' + rest / 10), (char)('0' + rest % 10));
        return point + 3;
    }

    /// <summary>For people: thousands separated, with the unit, such as <c>3,000.00 元</c>.</summary>
    public string ToChinese() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{Math.Abs(Fen / 100):#,0}.{Math.Abs(Fen % 100):00} 元");
}
