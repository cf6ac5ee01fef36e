using System.Globalization;
using Portal.Domain.Values;

namespace Portal.Domain.Rules;

public sealed class CountFact(FactList list, string name, string label, string unit, string help)
    : Fact(FactType.Count, list, name, label, unit, help)
{
    public const int Max = 1_000_000_000;

    /// <summary>The most that a life has (ruling R18): a person who types more is asked to look again, a program is not.</summary>
    public required int AtMost { get; init; }

    public int AtLeast { get; init; }

    /// <summary>What stands for a term without an end (无固定期限); null where there is none such.</summary>
    public int? WithoutEnd { get; init; }

    /// <summary>One more with every month that passes, as long as nothing else changes.</summary>
    public bool GrowsMonthly { get; init; }

    public override string Explain => $"“{Label}”请填写不小于0的整数。";

    public override string Bounds => $"填{AtLeast}到{AtMost}。";

    internal override string ExplainTyped => $"“{Label}”请填写{AtLeast}到{AtMost}的整数。";

    internal override string? Doubt(string text, FactValue value, DateOnly today) => value.A < AtLeast || value.A > AtMost ? ExplainTyped : null;

    // A spreadsheet writes 12 as 12.0, and people write a year and a half.
    internal override bool TryReadTyped(string text, out FactValue value) => TryRead(
        WithoutEnd is { } endless && text.Contains("无固定期限", StringComparison.Ordinal) ? $"{endless}"
        : Unit == "个月" && MonthsText.TryRead(text, out var months) ? $"{months}"
        : PlainText.Whole(text), out value);

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Max;
        value = FactValue.Of(count);
        return read;
    }

    internal override string Write(FactValue value) => value.A.ToString(CultureInfo.InvariantCulture);

    // A calendar year is written without a comma.
    internal override string Show(FactValue value) => value.A.ToString(Unit == "年" ? "0" : "#,0", CultureInfo.InvariantCulture) + Unit;
}
