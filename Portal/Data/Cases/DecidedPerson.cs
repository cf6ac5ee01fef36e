using System.Text.Json;
using Portal.Domain.Cases;

namespace Portal.Data.Cases;

/// <summary>One person of a decision, without a name: the list may be gone through again, and the decision must still be explained.</summary>
/// <param name="Facts">The person's own facts by name, in canonical text.</param>
/// <param name="IsRuledOut">Whether nothing was paid for this person whatever the facts say.</param>
public sealed record DecidedPerson(int Sequence, Dictionary<string, string> Facts, bool IsEligible, bool IsRuledOut)
{
    /// <returns>Null where nobody is named.</returns>
    public static string? Write(IReadOnlyCollection<CasePerson> people) =>
        people.Count == 0 ? null : JsonSerializer.Serialize(people.OrderBy(person => person.Sequence).Select(Of));

    public static IReadOnlyList<DecidedPerson> Read(string json) =>
        JsonSerializer.Deserialize<List<DecidedPerson>>(json) ?? throw new InvalidDataException("A decision has no people.");

    public static DecidedPerson Of(CasePerson person) =>
        new(person.Sequence, JsonSerializer.Deserialize<Dictionary<string, string>>(person.FactsJson) ?? [], person.IsEligible, PersonFindings.RulesOut(person.Finding));
}
