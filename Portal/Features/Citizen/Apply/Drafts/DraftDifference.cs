using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>One field in which two versions of a draft differ, in words for whoever has to choose.</summary>
/// <param name="Theirs">What was saved elsewhere.</param>
/// <param name="Mine">What stands on this page.</param>
public sealed record DraftDifference(string Label, string Theirs, string Mine)
{
    private const string Nothing = "（没填）";

    public static IReadOnlyList<DraftDifference> Between(DraftContent theirs, DraftContent mine, IReadOnlyList<Measure> measures, RegionDirectory regions)
    {
        var found = new List<DraftDifference>();
        Add(found, "地区", Place(theirs.Place, regions), Place(mine.Place, regions));
        foreach (var measure in measures)
            AddMeasure(found, measure, theirs.Measures.Find(one => one.Code == measure.Code), mine.Measures.Find(one => one.Code == measure.Code));
        Add(found, "开户银行", theirs.Bank, mine.Bank);
        Add(found, "联行号", theirs.BankCode, mine.BankCode);
        // Which digit differs is not for a screen that may be looked at by others.
        Add(found, "收款账号", Mask.BankAccount(theirs.Account), Mask.BankAccount(mine.Account), differ: theirs.Account != mine.Account || theirs.UsesFirmAccount != mine.UsesFirmAccount);
        return found;
    }

    private static void AddMeasure(List<DraftDifference> found, Measure measure, MeasureAnswers? theirs, MeasureAnswers? mine)
    {
        foreach (var fact in measure.Facts.Facts)
            Add(found, fact.Label, Show(fact, theirs?.Answers), Show(fact, mine?.Answers));
        Add(found, "从哪个月开始", theirs?.FirstMonth, mine?.FirstMonth);
        Add(found, measure.Application.Claim.StartLabel ?? "", theirs?.StartedOn, mine?.StartedOn);
        Add(found, "培训备案号", theirs?.TrainingNumber, mine?.TrainingNumber);
        var (one, other) = (theirs?.People ?? [], mine?.People ?? []);
        Add(found, measure.Application.People?.Title ?? "", $"{one.Count}人", $"{other.Count}人");
        foreach (var (left, right, row) in one.Zip(other, Enumerable.Range(1, Math.Max(one.Count, other.Count))))
            Add(found, $"第{row}人", Show(left, measure), Show(right, measure), differ: !Same(left, right));
    }

    private static bool Same(PersonEntry one, PersonEntry other) =>
        (one.Name, one.ResidentId, one.FirstMonth, one.StartedOn) == (other.Name, other.ResidentId, other.FirstMonth, other.StartedOn)
        && one.Answers.Keys.Union(other.Answers.Keys).All(name => one.Answers.GetValueOrDefault(name, "") == other.Answers.GetValueOrDefault(name, ""));

    private static string Show(PersonEntry person, Measure measure) => string.Join("，", (string[])[
        person.Name, Mask.ResidentId(person.ResidentId), person.FirstMonth, person.StartedOn,
        .. measure.Facts.Facts.Where(fact => person.Answers.GetValueOrDefault(fact.Name, "").Length > 0).Select(fact => $"{fact.Label}{Show(fact, person.Answers)}")]);

    private static string Show(Fact fact, Dictionary<string, string>? answers) =>
        answers?.GetValueOrDefault(fact.Name) is { Length: > 0 } text ? fact.Choices.FirstOrDefault(choice => choice.Code == text)?.Label ?? text + fact.Unit : "";

    private static string Place(string code, RegionDirectory regions) => regions.Contains(code) ? regions.FullName(code) : "";

    private static void Add(List<DraftDifference> found, string label, string? theirs, string? mine, bool? differ = null)
    {
        var (one, other) = (theirs ?? "", mine ?? "");
        if (differ ?? one != other) found.Add(new DraftDifference(label, one.Length > 0 ? one : Nothing, other.Length > 0 ? other : Nothing));
    }
}
