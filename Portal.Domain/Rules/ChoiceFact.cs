namespace Portal.Domain.Rules;

public sealed class YesNoFact(FactList list, string name, string label, string help)
    : Fact(FactType.YesNo, list, name, label, "", help)
{
    public override IReadOnlyList<Choice> Choices { get; } = [new("true", "是"), new("false", "否")];

    public override string Explain => $"“{Label}”请选择“是”或“否”。";

    /// <summary>The question in full where the label with a question mark would read like an official form.</summary>
    public string? Asked { get; init; }

    public override string Question => Asked ?? Label + "？";

    internal override bool TryRead(string text, out FactValue value)
    {
        value = FactValue.Of(text == "true" ? 1 : 0);
        return text is "true" or "false";
    }

    internal override bool TryReadTyped(string text, out FactValue value)
    {
        var code = text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "是" || OtherWords.Of("true").Contains(text) ? "true" : text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "否" || OtherWords.Of("false").Contains(text) ? "false" : text;
        return TryRead(code, out value);
    }

    internal override string Write(FactValue value) => value.A == 1 ? "true" : "false";

    internal override string Show(FactValue value) => value.A == 1 ? "是" : "否";
}

public sealed class ChoiceFact(FactList list, string name, string label, string help, params Choice[] choices)
    : Fact(FactType.Choice, list, name, label, "", help)
{
    public override IReadOnlyList<Choice> Choices { get; } = choices;

    public override string Explain => $"“{Label}”请从列出的选项中选择一项。";

    internal override bool TryRead(string text, out FactValue value)
    {
        var index = IndexOf(text);
        value = FactValue.Of(index);
        return index >= 0;
    }

    internal int IndexOf(string code)
    {
        for (var i = 0; i < choices.Length; i++)
            if (choices[i].Code == code)
                return i;
        return -1;
    }

    internal override bool TryReadTyped(string text, out FactValue value)
    {
        var index = Array.FindIndex(choices, choice => choice.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || choice.Label == text || OtherWords.Of(choice.Code).Contains(text));
        value = FactValue.Of(index);
        return index >= 0;
    }

    internal override string Write(FactValue value) => choices[value.A].Code;

    internal override string Show(FactValue value) => choices[value.A].Label;
}
