using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Says of an imported person what is still wrong or missing, in the words of the spreadsheet.</summary>
internal static class CellFaults
{
    private const string Cut = "Excel 把号码当成了数字，后几位已经丢失。请先把这一列的单元格格式设为“文本”，再对照证件重新填写（下载的模板已经设好）。";

    /// <param name="missing">The names of facts without which nothing can be said of this person.</param>
    public static IEnumerable<CellFault> Of(int row, PersonEntry entry, IReadOnlyList<PersonColumn> columns, IReadOnlyCollection<string> missing, DateOnly today) =>
        from column in columns
        let fault = Fault(column, entry, missing, today)
        where fault is not null
        select new CellFault(row, column.Label, fault);

    /// <summary>The facts that are missing whatever a choice turns out to be that cannot be read: until it is mended the others may not matter.</summary>
    public static IReadOnlyList<string> Missing(MeasureReading reading, PersonEntry entry, ReadPerson person)
    {
        var measure = reading.Measure;
        if (measure.Application.People!.Each.FirstOrDefault(fact => fact.Choices.Count > 0 && TypedFacts.Fault(fact, entry.Answers.GetValueOrDefault(fact.Name), reading.Terms.AsOf) is not null) is not { } open)
            return person.Assessment.Missing;
        var facts = reading.Facts.Over(person.Facts);
        return open.Choices.Select(choice => facts.TryWith(open, choice.Code, out var chosen) ? measure.Assess(chosen, reading.Terms) : person.Assessment)
            .Where(assessment => assessment.Outcome != Outcome.Ineligible)
            .Aggregate(person.Assessment.Missing, (common, assessment) => [.. common.Intersect(assessment.Missing)]);
    }

    private static string? Fault(PersonColumn column, PersonEntry entry, IReadOnlyCollection<string> missing, DateOnly today)
    {
        var text = column.Read(entry);
        if (column == PersonColumn.Name) return text.Length switch { 0 => "没有填。", > 60 => "太长了，请只填姓名，不超过60个字。", _ => null };
        if (column == PersonColumn.Id) return Id(text, today);
        if (column.IsFirstMonth) return text.Length == 0 ? "没有填。" : Month.TryParse(text, out var month) && month.FirstDay <= today ? null : "请填写年月，例如 2020-11，不晚于本月。";
        if (column.IsStart) return text.Length == 0 ? "没有填。" : IsoDate.TryRead(text, out var day) && day <= today ? null : "请填写日期，例如 2020-11-16，不晚于今天。";
        if (text.Length == 0) return missing.Contains(column.Fact!.Name) ? "没有填。" : null;
        return TypedFacts.Fault(column.Fact!, text, today) is { } fault ? $"写的是“{text}”，{Mend(column.Fact!, fault)}" : null;
    }

    private static string? Id(string text, DateOnly today)
    {
        if (text.Length == 0) return "没有填。";
        var fault = ResidentId.TryParse(text, today, out _);
        if (fault == IdentifierFault.None) return null;
        // 2.10102E+17, or the three digits Excel keeps no room for written as zeros.
        return text.Contains("E+", StringComparison.Ordinal) || text.Length == 18 && text.EndsWith("000", StringComparison.Ordinal) ? Cut : ResidentId.Explain(fault);
    }

    private static string Mend(Fact fact, string fault) =>
        fact.Choices.Count > 0 ? $"只能填：{string.Join("、", fact.Choices.Select(choice => choice.Label))}。"
        : fault.Replace($"“{fact.Label}”", "", StringComparison.Ordinal);
}
