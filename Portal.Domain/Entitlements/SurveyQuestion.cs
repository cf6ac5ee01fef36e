using Portal.Domain.Rules;

namespace Portal.Domain.Entitlements;

/// <summary>What an answer says of a fact: texts in the order of what yields more, or none where it says nothing.</summary>
/// <param name="Gate">The choice that must be made for the fact to be asked at all; null where every answer tells the fact.</param>
internal sealed record Link(Fact Fact, Choice? Gate, Func<string, IReadOnlyList<string>> Read);

/// <summary>A question people are asked once, and what its answer tells each measure.</summary>
/// <param name="Id">Short and lasting: it stands in links that people keep.</param>
public sealed record SurveyQuestion(string Id, string Label, string Help)
{
    /// <summary>The answer that none of several choices applies.</summary>
    public const string None = "none";

    /// <summary>The fact whose form the answer has; null where any number of <see cref="Choices"/> may be chosen.</summary>
    public Fact? Form { get; private init; }

    public IReadOnlyList<Choice> Choices { get; private init; } = [];

    /// <summary>The only measure that asks; null for a question of several.</summary>
    public Measure? About { get; internal init; }

    internal IReadOnlyList<Link> Links { get; private init; } = [];

    public string Unit => Form?.TypedUnit ?? "";

    /// <summary>The facts of a measure that an answer may tell.</summary>
    public IEnumerable<Fact> Tells(Measure measure) => Links.Select(link => link.Fact).Where(fact => measure.Facts.Find(fact.Name) == fact);

    /// <summary>A question in the words of a fact, which its answer tells.</summary>
    internal static SurveyQuestion Of(string id, Fact fact) =>
        new SurveyQuestion(id, fact.Label, fact.Help) { Form = fact, Choices = fact.Choices }.Tells(fact, text => text);

    /// <summary>A question with any number of answers, or none of them.</summary>
    internal static SurveyQuestion Several(string id, string label, string help, params Choice[] choices) =>
        new(id, label, help) { Choices = choices };

    internal SurveyQuestion Tells(Fact fact, Func<string, string> read) => Linked(fact, null, text => [read(text)]);

    /// <summary>The same answer is the answer to other facts of the same form.</summary>
    internal SurveyQuestion TellsToo(params Fact[] facts) => facts.Aggregate(this, (question, fact) => question.Tells(fact, text => text));

    /// <summary>Whether a choice was made is the answer to facts of yes and no.</summary>
    internal SurveyQuestion Chosen(string code, params YesNoFact[] facts) =>
        facts.Aggregate(this, (question, fact) => question.Tells(fact, text => Codes(text).Contains(code) ? "true" : "false"));

    /// <summary>Where a choice was not made, a fact has a value; where it was, the fact is still to be asked.</summary>
    internal SurveyQuestion NotChosen(string code, Fact fact, string text) =>
        Linked(fact, Choices.First(choice => choice.Code == code), answer => Codes(answer).Contains(code) ? [] : [text]);

    /// <summary>The choices made that a fact knows, in the order of what yields more, else another value of the fact.</summary>
    internal SurveyQuestion FirstChosen(ChoiceFact fact, string otherwise, params string[] inOrder) =>
        Linked(fact, null, answer => inOrder.Intersect(Codes(answer)).ToArray() is { Length: > 0 } chosen ? chosen : [otherwise]);

    private SurveyQuestion Linked(Fact fact, Choice? gate, Func<string, IReadOnlyList<string>> read) =>
        this with { Links = [.. Links, new Link(fact, gate, read)] };

    private static string[] Codes(string answer) => answer.Split(SurveyAnswer.Separator);
}
