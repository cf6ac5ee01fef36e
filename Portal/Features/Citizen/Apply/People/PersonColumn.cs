using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tables;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>A column of a spreadsheet of people: how it is headed, and what of a person stands in it.</summary>
/// <param name="Names">Every heading it goes by, the one of the template first.</param>
/// <param name="Fact">Null for what is no fact: the name, the number, the first month.</param>
internal sealed record PersonColumn(IReadOnlyList<string> Names, Fact? Fact, Func<PersonEntry, string> Read, Action<PersonEntry, string> Write)
{
    private const int Longest = 100;

    public static readonly PersonColumn Name = new(["姓名", "名字", "员工姓名"], null, entry => entry.Name, (entry, text) => entry.Name = PlainText.Trim(text));

    public static readonly PersonColumn Id = new(
        ["身份证号码", "身份证号", "公民身份号码", "身份证", "证件号码"], null, entry => entry.ResidentId, (entry, text) => entry.ResidentId = PlainText.Compact(text).ToUpperInvariant());

    private static readonly PersonColumn FirstMonth = new(
        ["从哪个月开始"], null, entry => entry.FirstMonth, (entry, text) => entry.FirstMonth = CellText.ReadMonth(text) ?? text);

    /// <summary>The day on which a person's contract, or training, began.</summary>
    private static PersonColumn Start(string label) => new(
        [label, "合同开始日期", "合同起始日期", "开始日期"], null, entry => entry.StartedOn, (entry, text) => entry.StartedOn = CellText.ReadDay(text) ?? text)
    { IsStart = true };

    /// <summary>As errors name it.</summary>
    public string Label => Fact?.Label ?? Names[0];

    public string Heading => Names[0];

    public bool IsFirstMonth => this == FirstMonth;

    public bool IsStart { get; private init; }

    /// <summary>The columns of a measure's list, in the order the form asks.</summary>
    public static IReadOnlyList<PersonColumn> Of(Measure measure, PeopleList list) =>
        [Name, Id, .. list.Each.Select(Of), .. measure.Application.Claim.AsksFirstMonth ? [FirstMonth] : Array.Empty<PersonColumn>(),
            .. measure.Application.Claim.StartLabel is { } start ? [Start(start)] : Array.Empty<PersonColumn>()];

    /// <summary>Takes a cell's text; what is unreadably long is cut, for nobody could mend it in the form.</summary>
    public void Take(PersonEntry entry, string text) => Write(entry, PlainText.Head(text, Longest));

    public TableColumn InTable => new(Names);

    private static PersonColumn Of(Fact fact) => new(
        [fact.Unit.Length > 0 ? $"{fact.Label}（{fact.Unit}）" : fact.Label, fact.Name], fact,
        entry => entry.Answers.GetValueOrDefault(fact.Name, ""), (entry, text) => entry.Answers[fact.Name] = CellText.Read(fact, text));
}
