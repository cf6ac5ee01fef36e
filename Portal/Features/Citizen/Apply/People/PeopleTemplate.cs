using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Tables;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>The spreadsheet to fill in for a measure's people: headings, one example that the import passes over, and what may stand in each column.</summary>
internal static class PeopleTemplate
{
    /// <summary>A valid number that was never given to anybody: sequence 000 is not issued.</summary>
    private const string ExampleId = "210102199901010002";

    public static byte[] Workbook(Measure measure, PeopleList list)
    {
        var columns = PersonColumn.Of(measure, list);
        return WorkbookWriter.Write(
            new Sheet("人员", [Headings(columns), Example(columns)])
            {
                Lists = columns.Index().Where(column => column.Item.Fact?.Choices.Count > 0)
                    .ToDictionary(column => column.Index, column => (IReadOnlyList<string>)[.. column.Item.Fact!.Choices.Select(choice => choice.Label)]),
            },
            new Sheet("填写说明", [["列", "怎样填"], .. Notes(list, columns).Select(note => new[] { note.Column, note.Text })]) { ColumnWidth = 60 });
    }

    /// <summary>In UTF-8 with the mark by which Excel knows it; the notes stand above the heading.</summary>
    public static byte[] Csv(Measure measure, PeopleList list)
    {
        var columns = PersonColumn.Of(measure, list);
        using var target = new MemoryStream();
        using (var text = new StreamWriter(target, new System.Text.UTF8Encoding(true)) { NewLine = "\r\n" })
        {
            foreach (var note in Notes(list, columns)) CsvField.WriteLine(text, [$"{note.Column}：{note.Text}"]);
            CsvField.WriteLine(text, Headings(columns));
            CsvField.WriteLine(text, Example(columns));
        }

        return target.ToArray();
    }

    private static string[] Headings(IReadOnlyList<PersonColumn> columns) => [.. columns.Select(column => column.Heading)];

    private static string[] Example(IReadOnlyList<PersonColumn> columns) => [.. columns.Select(column =>
        column == PersonColumn.Name ? $"{PeopleSheet.Example}（这一行不会导入）"
        : column == PersonColumn.Id ? ExampleId
        : column.IsStart ? "2020-11-16"
        : column.Fact switch
        {
            null or MonthFact => "2020-11",
            { Choices: [var first, ..] } => first.Label,
            DateFact => "2020-11-16",
            MoneyFact => "1234.56",
            RateFact => "4.35%",
            _ => "12",
        })];

    private static IEnumerable<(string Column, string Text)> Notes(PeopleList list, IReadOnlyList<PersonColumn> columns)
    {
        yield return ("填写", $"从示例下面一行开始，一行一个人，最多 {PeopleList.Most} 名{list.Title}；列的先后不限，不要合并单元格。");
        foreach (var column in columns) yield return (column.Label, Note(column));
    }

    private static string Note(PersonColumn column) =>
        column == PersonColumn.Name ? "和身份证上一致。"
        : column.IsStart ? "日期，例如 2020-11-16，不晚于今天。"
        : column == PersonColumn.Id ? "18位。单元格格式要是“文本”，否则 Excel 会把后几位变成0。"
        : column.Fact switch
        {
            null => "年月，例如 2020-11，不晚于本月。",
            { Choices.Count: > 0 } fact => $"只能填：{string.Join("、", fact.Choices.Select(choice => choice.Label))}。{fact.Help}",
            { Optional: true } fact => $"可以不填。{fact.Help}",
            var fact => $"{fact.Explain.Replace($"“{fact.Label}”", "", StringComparison.Ordinal)}{fact.Help}",
        };
}
