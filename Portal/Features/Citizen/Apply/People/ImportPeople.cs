using Portal.Domain.Applications;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tables;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Adds the people of a spreadsheet to those typed for a measure: all of them, the faulty ones to be mended, or none.</summary>
public sealed class ImportPeople
{
    public const int MaxMb = 5;

    /// <param name="reading">Of the measure; its list of people is changed when the file can be taken.</param>
    /// <param name="file">It can be sought in.</param>
    public ImportResult Handle(MeasureReading reading, Stream file, CancellationToken cancellation = default)
    {
        var (list, today) = (reading.Measure.Application.People ?? throw new ArgumentException("The measure names no people.", nameof(reading)), reading.Terms.AsOf);
        var columns = PersonColumn.Of(reading.Measure, list);
        PeopleSheet sheet;
        try
        {
            sheet = PeopleSheet.Read(file, columns, cancellation);
        }
        catch (TableUnreadableException unreadable)
        {
            return new ImportResult.Refused(unreadable.Message);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return new ImportResult.Refused("表格不完整，打不开。请在 Excel 中打开，另存为 .xlsx 后再上传。");
        }

        var typed = reading.Typed.People;
        var merge = new PeopleMerge(typed, columns, today);
        merge.Add(sheet.People);
        if (merge.People.Count > PeopleList.Most)
            return new ImportResult.Refused($"名单里已有 {merge.People.Count - merge.Added} 人，表格里还有 {merge.Added} 个新的人，合在一起超过一份申请的 {PeopleList.Most} 人，一个人也没有导入。请分成几份申请。");

        merge.Apply();
        typed.Clear();
        typed.AddRange(merge.People);
        return new ImportResult.Imported(merge.Added, merge.Updated, [.. Faults(reading, list, merge, [.. columns.Where(column => !sheet.Absent.Contains(column.Label))], today)], sheet.Unused, sheet.Absent, sheet.Told);
    }

    private static IEnumerable<CellFault> Faults(MeasureReading reading, PeopleList list, PeopleMerge merge, IReadOnlyList<PersonColumn> columns, DateOnly today)
    {
        var people = PeopleReader.Read(reading, list, today, []).People;
        var missing = people.Zip(merge.People).ToDictionary(pair => pair.Second, pair => CellFaults.Missing(reading, pair.Second, pair.First));
        return merge.Taken.SelectMany(taken => CellFaults.Of(taken.Row.Row, taken.Entry, columns, [.. missing.GetValueOrDefault(taken.Entry) ?? []], today))
            .Concat(merge.Twice).OrderBy(fault => fault.Row);
    }
}

public abstract record ImportResult
{
    /// <param name="Added">People who were not in the list before.</param>
    /// <param name="Updated">People who were, and say now what the file says.</param>
    /// <param name="Faults">Every cell to mend, row by row; its person is in the list nevertheless.</param>
    /// <param name="Unused">Headings nothing was read from.</param>
    /// <param name="Absent">Columns that were not there; their cells are not told one by one.</param>
    /// <param name="Told">What is to be known of how the file was read: hidden rows, totals; empty where nothing is.</param>
    public sealed record Imported(int Added, int Updated, IReadOnlyList<CellFault> Faults, IReadOnlyList<string> Unused, IReadOnlyList<string> Absent, string Told) : ImportResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(string Message) : ImportResult;
}
