using Portal.Domain.Parameters;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

/// <summary>A share between 0 and 1 (ruling R18). Programs write the fraction, people the percentage beside a fixed % sign.</summary>
public sealed class RateFact(FactList list, string name, string label, string help)
    : Fact(FactType.Rate, list, name, label, "", help)
{
    /// <summary>The most that a life has: a person who types more is asked to look again.</summary>
    public required Rate AtMost { get; init; }

    public override string TypedUnit => "%";

    public override string Bounds => $"最高{AtMost.ToChinese()}。";

    public override string Explain => $"“{Label}”请填写0到1之间的比例，例如 0.055。";

    internal override string ExplainTyped => $"“{Label}”请填写百分数，例如 5.5（就是5.5%），最高{AtMost.ToChinese()}。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Rate.TryParse(text, out var rate) && rate <= Rate.One;
        value = FactValue.Of(rate.Numerator, rate.Denominator);
        return read;
    }

    // A fraction with a stroke can mean nothing else, and some rates have no percentage that ends.
    internal override bool TryReadTyped(string text, out FactValue value)
    {
        var rate = text.Contains('/') ? TypedValue.Share(text) : TypedValue.Share(text.EndsWith('%') ? text : text + "%");
        value = FactValue.Of(rate);
        return rate is not null;
    }

    /// <remarks>Below one per cent the sign is written out, so that nobody is asked about what they confirmed.</remarks>
    internal override string WriteTyped(FactValue value) =>
        RateOf(value).ToChinese() is var text && RateOf(value) < Percent && value.A > 0 ? text : text.TrimEnd('%');

    internal override string? Doubt(string text, FactValue value, DateOnly today)
    {
        var rate = RateOf(value);
        if (rate > AtMost) return ExplainTyped;
        // 0.0435 is how a spreadsheet keeps 4.35 %, and nobody borrows at less than a twentieth of one per cent.
        var isBareFraction = value.A > 0 && rate < Percent && text[^1] != '%' && !text.Contains('/');
        return isBareFraction && Rate.TryParse(text, out var fraction) && fraction <= AtMost
            ? $"“{Label}”填的是 {text}，您要填的是 {fraction.ToChinese()} 吗？是的话请填 {fraction.ToChinese().TrimEnd('%')}；确实不到百分之一的，请把百分号也写上：{text}%。"
            : null;
    }

    internal override string Write(FactValue value) => RateOf(value).ToString();

    internal override string Show(FactValue value) => RateOf(value).ToChinese();

    private static readonly Rate Percent = Rate.Of(1, 100);

    private static Rate RateOf(FactValue value) => Rate.Of(value.A, value.B);
}
