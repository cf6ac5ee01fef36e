namespace Portal.Domain.Rules;

public enum Bound
{
    AtLeast,
    AtMost,
    OneOf,
}

/// <summary>The nearest change of one fact that would satisfy what is unmet.</summary>
/// <param name="Values">In canonical text: the bound, or the choices any one of which will do.</param>
public sealed record Remedy(Fact Fact, Bound Bound, IReadOnlyList<string> Values)
{
    internal static Remedy AtLeast(Fact fact, long bound) => new(fact, Bound.AtLeast, [fact.Write(FactValue.Of(bound))]);

    internal static Remedy AtMost(Fact fact, long bound) => new(fact, Bound.AtMost, [fact.Write(FactValue.Of(bound))]);

    internal static Remedy OneOf(Fact fact, params IEnumerable<long> values) =>
        new(fact, Bound.OneOf, [.. values.Select(value => fact.Write(FactValue.Of(value)))]);

    /// <summary>What the fact would have to be, as the end of a sentence: “劳动合同期限”达到12个月.</summary>
    public string ToChinese() => $"“{Fact.Label}”{Words()}";

    private string Words() => (Bound, Fact.Type) switch
    {
        (Bound.AtLeast, FactType.Money) when Values[0] == "0.01" => "大于0",
        (Bound.AtLeast, FactType.Date or FactType.Month) => $"不早于{Show(Values[0])}",
        (Bound.AtMost, FactType.Date or FactType.Month) => $"不晚于{Show(Values[0])}",
        (Bound.AtLeast, _) => $"达到{Show(Values[0])}",
        (Bound.AtMost, _) => $"不超过{Show(Values[0])}",
        (_, FactType.YesNo) => $"为“{Show(Values[0])}”",
        _ => $"是{Either()}",
    };

    private string Either() => Values.Count == 1 ? Show(Values[0]) : $"{string.Join("、", Values.SkipLast(1).Select(Show))}或{Show(Values[^1])}";

    private string Show(string text) => Fact.TryRead(text, out var value) ? Fact.Show(value) : text;
}
