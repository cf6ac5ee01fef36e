using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Portal.Domain.Values;

namespace Portal.Domain.Parameters;

/// <summary>Reads a value as people type it: <c>50%</c>, <c>2/3</c>, <c>1,810 元</c>, <c>中央30%、省25%、市县45%</c>.</summary>
public static class TypedValue
{
    // Longer numbers are no value of the book, and a percentage of them would not fit.
    private const int LongestNumber = 14;
    private static readonly char[] Between = ['、', '，', ';', '；', ' ', '\t', '\u3000', '\n'];

    /// <param name="value">Of the parameter's kind; <see cref="Parameter.Write"/> gives its canonical text.</param>
    public static bool TryRead(Parameter parameter, string? typed, [NotNullWhen(true)] out object? value)
    {
        value = parameter switch
        {
            CountParameter => Count(PlainText.Compact(typed), parameter.Unit),
            MoneyParameter => Amount(PlainText.Compact(typed)),
            RateParameter => Share(PlainText.Compact(typed)),
            FundingParameter => Shares(typed) is [var central, var province, var city] && central + province + city == Rate.One
                ? new FundingShares(central, province, city) : null,
            SharesParameter => Shares(typed) is { Count: > 0 } shares ? shares : null,
            _ => throw new NotSupportedException(parameter.GetType().Name),
        };
        return value is not null;
    }

    /// <summary>What to type, for the hint of a field and for an error beside it.</summary>
    public static string HowTo(Parameter parameter) => parameter switch
    {
        CountParameter => $"填整数，例如 12；没有上限填“不限”。单位：{parameter.Unit}",
        MoneyParameter => "填金额，最多两位小数，例如 2500 或 1,810.50。单位：元",
        RateParameter => "填比例，例如 50%、0.5 或 2/3",
        FundingParameter => "按中央、省、市县的顺序填三份比例，用顿号隔开，加起来正好 100%，例如 30%、25%、45%",
        _ => "按顺序填几份比例，用顿号隔开，例如 50%、25%",
    };

    private static object? Count(string text, string unit)
    {
        if (text == "不限") return CountParameter.NoLimit;
        if (text.EndsWith(unit, StringComparison.Ordinal)) text = text[..^unit.Length];
        return int.TryParse(Bare(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    private static object? Amount(string text) =>
        Money.TryParse(Bare(text.TrimEnd('元')), out var money) ? money : null;

    /// <param name="text">Without blanks: <c>4.35%</c>, <c>0.0435</c> or <c>2/3</c>.</param>
    internal static Rate? Share(string text)
    {
        if (text.Length is 0 or > LongestNumber) return null;
        if (text[^1] != '%') return Rate.TryParse(text, out var rate) ? rate : null;
        return !text.Contains('/') && Rate.TryParse(text.AsSpan()[..^1], out var hundredths)
            ? Rate.Of(hundredths.Numerator, hundredths.Denominator * 100) : null;
    }

    private static List<Rate>? Shares(string? typed)
    {
        var shares = new List<Rate>();
        foreach (var part in (typed ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Who pays may be named before the share; the order says it already.
            if (Share(PlainText.Compact(part).TrimStart('中', '央', '省', '市', '县', '级', ':')) is not { } share) return null;
            shares.Add(share);
        }

        return shares;
    }

    /// <summary>Without thousands separators, which must stand where thousands end: a slip such as 1,81 is no number.</summary>
    private static string Bare(string text)
    {
        var whole = text.Split('.')[0].Split(',');
        if (whole.Length == 1) return text;
        return whole[0].Length is >= 1 and <= 3 && whole[1..].All(group => group.Length == 3) ? text.Replace(",", "", StringComparison.Ordinal) : "";
    }
}
