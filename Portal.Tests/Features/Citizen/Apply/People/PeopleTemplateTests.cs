using System.Net;
using System.Text;
using CsCheck;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Apply.People;
using Portal.Tests.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply.People;

public sealed class PeopleTemplateTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly Measure[] WithPeople = [.. new MeasureCatalog().All.Where(measure => measure.Application.People is not null)];

    /// <summary>People with an answer to everything, as canonical text and as somebody fills it in.</summary>
    private static readonly Gen<(Measure Measure, (PersonEntry Entry, string[] Cells)[] People)> Filled =
        from measure in Gen.OneOf(WithPeople)
        from count in Gen.Int[1, 12]
        let columns = PersonColumn.Of(measure, measure.Application.People!)
        from texts in Situation.Each(Enumerable.Range(0, count).SelectMany(_ => columns).Select(Text))
        from asLabels in Gen.Bool
        select (measure, texts.Chunk(columns.Count).Select((row, number) => Person(columns, row, number, asLabels)).ToArray());

    [Fact]
    public void What_is_filled_into_a_template_is_read_back_exactly() => Filled.Sample(filled =>
    {
        var (measure, people) = filled;
        var list = measure.Application.People!;
        var lines = people.Select(person => string.Join(',', person.Cells.Select(cell => $"\"{cell}\"")));
        var csv = Encoding.UTF8.GetString(PeopleTemplate.Csv(measure, list)) + string.Join("\r\n", lines);
        var rows = people.Select(person => $"<row>{string.Concat(person.Cells.Select(cell => $"""<c t="inlineStr"><is><t>{cell}</t></is></c>"""))}</row>");
        var book = SheetScene.Changed(new MemoryStream(PeopleTemplate.Workbook(measure, list)), xml => xml.Replace("</sheetData>", string.Concat(rows) + "</sheetData>", StringComparison.Ordinal));

        foreach (var file in (Stream[])[new MemoryStream(Encoding.UTF8.GetBytes(csv)), book])
        {
            var form = SheetScene.Form(measure.Code);
            var imported = SheetScene.Imported(form, file);
            Assert.Equal((people.Length, 0, 0), (imported.Added, imported.Unused.Count, imported.Absent.Count));
            foreach (var (entry, read) in people.Select(person => person.Entry).Zip(form.Typed.People))
            {
                Assert.Equal((entry.Name, entry.ResidentId, entry.FirstMonth), (read.Name, read.ResidentId, read.FirstMonth));
                Assert.Equal(entry.Answers.OrderBy(answer => answer.Key), read.Answers.OrderBy(answer => answer.Key));
            }
        }
    }, iter: 60);

    [Fact]
    public async Task Anybody_gets_the_template_of_a_measure_with_people_and_none_of_another()
    {
        using var client = portal.CreateClient();
        foreach (var measure in new MeasureCatalog().All)
            foreach (var kind in (string[])["xlsx", "csv"])
            {
                var answer = await client.GetAsync($"/apply/{measure.Code}/people.{kind}");
                Assert.Equal(WithPeople.Contains(measure) || WithPeople.Any(other => other.Code == measure.Code) ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            }
    }

    [Fact]
    public void A_template_without_people_says_that_nobody_stands_in_it()
    {
        var measure = WithPeople.Single(measure => measure.Code == "hiring-grant");

        Assert.Contains("还没有人", SheetScene.Refused(SheetScene.Form(), new MemoryStream(PeopleTemplate.Workbook(measure, measure.Application.People!))), StringComparison.Ordinal);
    }

    private static Gen<string?> Text(PersonColumn column) =>
        column.Fact is { } fact ? Situation.Text(fact)
        : column.IsFirstMonth ? Gen.Int[0, 10].Select(string? (month) => (new Month(2020, 1) + month).ToString())
        : Gen.Bool.Select(string? (_) => null);

    private static (PersonEntry, string[]) Person(IReadOnlyList<PersonColumn> columns, string?[] texts, int number, bool asLabels)
    {
        var entry = new PersonEntry { Name = $"员工 {number}", ResidentId = SheetScene.Id(number) };
        foreach (var (column, text) in columns.Zip(texts))
            if (text is not null)
                column.Write(entry, text);
        return (entry, [.. columns.Select(column => Shown(column, column.Read(entry), asLabels))]);
    }

    private static string Shown(PersonColumn column, string text, bool asLabels) =>
        !asLabels || text.Length == 0 ? text
        : column.Fact switch
        {
            { Choices.Count: > 0 } fact => fact.Choices.Single(choice => choice.Code == text).Label,
            CountFact fact => text + fact.Unit,
            DateFact or MonthFact => text.Replace('-', '/'),
            _ => text,
        };
}
