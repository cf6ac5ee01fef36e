using Portal.Domain.Applications;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tables;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>The people in an uploaded spreadsheet.</summary>
/// <param name="Unused">Columns with a heading that nothing is read from.</param>
/// <param name="Absent">Columns the form asks for and the spreadsheet does not have.</param>
internal sealed record PeopleSheet(IReadOnlyList<SheetPerson> People, IReadOnlyList<string> Unused, IReadOnlyList<string> Absent)
{
    /// <summary>What begins the name in a row that only shows how to fill in the others.</summary>
    public const string Example = "示例";

    private const string NoHeading = "表格里没有找到表头（只看第一张工作表）。表头要有“姓名”和“身份证号码”两列，请对照模板补上后再上传。";

    /// <summary>A title or a few words may stand above the heading.</summary>
    private const int HeadingWithin = 30;

    /// <summary>A longer spreadsheet is not counted to its end.</summary>
    private const int CountedAtMost = 100_000;

    /// <exception cref="TableUnreadableException">There is nothing to take: the message says why and what to do.</exception>
    public static PeopleSheet Read(Stream file, IReadOnlyList<PersonColumn> columns)
    {
        using var table = TableFile.Open(file);
        var row = 0;
        var places = Heading(table, columns, ref row, out var unused);
        var people = new List<SheetPerson>();
        var count = 0;
        for (row++; count < CountedAtMost && table.Read(); row++)
        {
            if (TableFile.IsBlank(table) || PlainText.Trim(table.Cell(places[PersonColumn.Name])).StartsWith(Example, StringComparison.Ordinal)) continue;
            if (++count <= PeopleList.Most) people.Add(Person(table, places, row));
        }

        if (count == 0) throw new TableUnreadableException("表格里只有表头，还没有人。请从表头下面一行开始，一行填一个人。");
        return count <= PeopleList.Most ? new PeopleSheet(people, unused, [.. columns.Where(column => !places.ContainsKey(column)).Select(column => column.Label)])
            : throw new TableUnreadableException($"表格里有 {(count == CountedAtMost ? "超过 " : "")}{count:#,0} 人，一份申请最多 {PeopleList.Most} 人，一个人也没有导入。请分成几个文件，分几次申请。");
    }

    private static SheetPerson Person(ITable table, Dictionary<PersonColumn, int> places, int row)
    {
        var entry = new PersonEntry();
        foreach (var (column, place) in places)
            if (table.Cell(place) is { } text && PlainText.Trim(text).Length > 0)
                column.Take(entry, text);
        return new SheetPerson(row, entry);
    }

    private static Dictionary<PersonColumn, int> Heading(ITable table, IReadOnlyList<PersonColumn> columns, ref int row, out List<string> unused)
    {
        for (var isEmpty = true; row < HeadingWithin; isEmpty &= TableFile.IsBlank(table))
        {
            if (!table.Read()) throw new TableUnreadableException(isEmpty ? "表格是空的，没有可以导入的人。请下载模板，填好后再上传。" : NoHeading);
            row++;
            var headings = Enumerable.Range(0, table.Width).Select(i => PlainText.Trim(table.Cell(i))).ToArray();
            if (headings.Any(PersonColumn.Name.IsHeadedBy) && headings.Any(PersonColumn.Id.IsHeadedBy)) return Places(headings, columns, out unused);
        }

        throw new TableUnreadableException(NoHeading);
    }

    private static Dictionary<PersonColumn, int> Places(string[] headings, IReadOnlyList<PersonColumn> columns, out List<string> unused)
    {
        var places = new Dictionary<PersonColumn, int>();
        unused = [];
        for (var i = 0; i < headings.Length; i++)
        {
            if (headings[i].Length == 0) continue;
            if (columns.FirstOrDefault(column => column.IsHeadedBy(headings[i])) is not { } column) unused.Add(headings[i]);
            else if (!places.TryAdd(column, i))
                throw new TableUnreadableException($"表头里“{column.Label}”出现了两次，无法判断以哪一列为准。请删去多余的一列后再上传。");
        }

        return places;
    }
}

/// <param name="Row">As the spreadsheet counts, from 1 with the heading.</param>
internal sealed record SheetPerson(int Row, PersonEntry Entry);
