using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Domain.Rules;

namespace Portal.Components.Cases;

/// <summary>One person of a case in words.</summary>
internal static class PersonTexts
{
    public static string Describe(Measure measure, CasePerson person)
    {
        var facts = CaseJson.ReadFacts(measure.Facts, person.FactsJson);
        var said = person.SaidFactsJson is { } json ? CaseJson.ReadFacts(measure.Facts, json) : facts;
        return string.Join("；", facts.Known.Select(fact => Word(fact, facts, said))
            .Concat(person.StartedOn is { } day ? [$"{measure.Application.Claim.StartLabel}：{day.ToChinese()}"] : Array.Empty<string>()));
    }

    // A choice speaks for itself.
    private static string Word(Fact fact, FactSet facts, FactSet said) =>
        (fact is ChoiceFact ? facts.Show(fact) : $"{fact.Label}：{facts.Show(fact)}")
        + (facts.Text(fact) == said.Text(fact) ? "" : $"（填报：{said.Show(fact) ?? "没有填"}）");
}
