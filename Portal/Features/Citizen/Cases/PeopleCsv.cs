using System.Globalization;
using System.Text;
using Portal.Components.Cases;
using Portal.Data.Cases;
using Portal.Domain.Rules;
using Portal.Tables;

namespace Portal.Features.Citizen.Cases;

/// <summary>The people of a case as a file: a line each, with the decision and the reason; numbers are masked.</summary>
internal static class PeopleCsv
{
    /// <param name="record">With its people and claims.</param>
    /// <returns>UTF-8 with the mark by which Excel knows it.</returns>
    public static byte[] Write(Case record, Measure measure)
    {
        var facts = measure.Application.People?.Each ?? [];
        using var target = new MemoryStream();
        using (var text = new StreamWriter(target, new UTF8Encoding(true)) { NewLine = "\r\n" })
        {
            CsvField.WriteLine(text, ["序号", "姓名", "身份证号码", .. facts.Select(fact => fact.Label), "申请的月份或培训", "核对", "原因"]);
            foreach (var person in record.People.OrderBy(person => person.Sequence))
                CsvField.WriteLine(text, [.. Line(record, person, CaseJson.ReadFacts(measure.Facts, person.FactsJson), facts)]);
        }

        return target.ToArray();
    }

    private static IEnumerable<string> Line(Case record, CasePerson person, FactSet known, IReadOnlyList<Fact> facts) =>
    [
        person.Sequence.ToString(CultureInfo.InvariantCulture), person.Name, person.ResidentId.Masked,
        .. facts.Select(fact => known.Show(fact) ?? ""), ClaimedPeriods.Of(record, person), person.IsEligible ? "符合" : "不符合", person.Reason ?? "",
    ];
}
