using Portal.Domain.Values;

namespace Portal.Domain.Rules;

public sealed class MoneyFact(FactList list, string name, string label, string help)
    : Fact(FactType.Money, list, name, label, "元", help)
{
    /// <summary>The most that a life has (ruling R18): a person who types more is asked to look again, a program is not.</summary>
    public required Money AtMost { get; init; }

    public override string Bounds => $"最多{AtMost.ToChinese()}。";

    public override string Explain => $"“{Label}”请填写金额，单位为元，最多两位小数，例如 1234.56。";

    internal override bool TryReadTyped(string text, out FactValue value) => TryRead(PlainText.Amount(text), out value);

    internal override string? Doubt(string text, FactValue value, DateOnly today) =>
        value.A > AtMost.Fen ? $"“{Label}”最多填{AtMost.ToChinese()}，请核对有没有多写几位。" : null;

    internal override bool TryRead(string text, out FactValue value)
    {
        var read = Money.TryParse(text, out var money);
        value = FactValue.Of(money.Fen);
        return read;
    }

    internal override string Write(FactValue value) => new Money(value.A).ToString();

    internal override string Show(FactValue value) => new Money(value.A).ToChinese();
}
