using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review.People;

/// <summary>Which people of a case are looked at together.</summary>
/// <param name="Search">Part of a name, or an identity number.</param>
/// <param name="Only">A word of <see cref="Kinds"/>; anything else is everybody.</param>
/// <param name="Alike">A fact and its canonical text, such as <c>contractMonths:12</c>.</param>
public sealed record PeopleFilter(string? Search = null, string? Only = null, string? Alike = null)
{
    public static readonly IReadOnlyList<(string Code, string Label)> Kinds =
        [("open", "还没核对"), ("paid", "符合的"), ("unpaid", "不符合的"), ("asked", "请补正的"), ("verified", "核实后有改动的")];

    /// <param name="people">In their order.</param>
    /// <param name="searched">The blind index of the number searched for.</param>
    public IReadOnlyList<CasePerson> Choose(IEnumerable<CasePerson> people, Measure measure, string? searched) =>
        [.. people.Where(person => IsKind(person) && IsNamed(person, searched) && IsAlike(person, measure))];

    private bool IsKind(CasePerson person) => Only switch
    {
        "open" => person.Finding == PersonFinding.Unexamined,
        "paid" => person.IsEligible,
        "unpaid" => !person.IsEligible,
        "asked" => person.Finding == PersonFinding.ToCorrect,
        "verified" => person.SaidFactsJson is not null,
        _ => true,
    };

    private bool IsNamed(CasePerson person, string? searched) =>
        PlainText.Compact(Search) is not { Length: > 0 } text || person.Name.Contains(text, StringComparison.Ordinal) || person.ResidentId.Index == searched;

    private bool IsAlike(CasePerson person, Measure measure) =>
        Alike?.Split(':', 2) is not [var name, var text] || measure.Facts.Find(name) is not { } fact
        || CaseJson.ReadFacts(measure.Facts, person.FactsJson).Text(fact) == text;
}
