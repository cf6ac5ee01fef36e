using Portal.Components.Rules;
using Portal.Domain.Applications;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.People;

internal static class PersonTexts
{
    /// <summary>What is asked once does not hold against a person.</summary>
    public static string Decision(Assessment assessment, PeopleList list) =>
        assessment.Outcome == Outcome.Incomplete && assessment.Missing.All(name => list.Each.All(fact => fact.Name != name)) ? "此人的信息已填完" : assessment.ToChinese();

    /// <summary>An answer in few words: a choice speaks for itself.</summary>
    public static string Brief(Fact fact, FactSet facts) => fact is ChoiceFact ? facts.Show(fact)! : $"{fact.Label} {facts.Show(fact)}";
}
