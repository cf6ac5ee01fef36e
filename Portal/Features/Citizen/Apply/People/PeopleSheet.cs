using Portal.Domain.Applications;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tables;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>The people in an uploaded spreadsheet.</summary>
/// <param name="Unused">Columns with a heading that nothing is read from.</param>
/// <param name="Absent">Columns the form asks for and the spreadsheet does not have.</param>
/// <param name="Told">What is to be known of how it was read: hidden rows, totals; empty where nothing is.</param>
internal sealed record PeopleSheet(IReadOnlyList<SheetPerson> People, IReadOnlyList<string> Unused, IReadOnlyList<string> Absent, string Told)
{
    /// <summary>What begins the name in a row that only shows how to fill in the others.</summary>
    public const string Example = "示例";

    private const string NoHeading = "表格里没有找到表头（只看第一张看得见的工作表）。表头要有“姓名”和“身份证号码”两列，请对照模板补上后再上传。";

    /// <summary>A longer spreadsheet is not counted to its end.</summary>
    private const int CountedAtMost = 100_000;

    /// <exception cref="TableUnreadableException">There is nothing to take: the message says why and what to do.</exception>
    public static PeopleSheet Read(Stream file, IReadOnlyList<PersonColumn> columns, CancellationToken cancellation = default)
    {
        using var cells = TableFile.Open(file, TableLimits.People, cancellation);
        var (name, id) = (IndexOf(columns, PersonColumn.Name), IndexOf(columns, PersonColumn.Id));
        using var table = HeadedTable.Open(cells, [.. columns.Select(column => column.InTable)], id, heading => heading.Has(name) && heading.Has(id),
            "表格是空的，没有可以导入的人。请下载模板，填好后再上传。", NoHeading, cancellation);
        var people = new List<SheetPerson>();
        var count = 0;
        while (count < CountedAtMost && table.Read())
        {
            if (PlainText.Trim(table.Cell(name)).StartsWith(Example, StringComparison.Ordinal)) continue;
            if (++count <= PeopleList.Most) people.Add(Person(table, columns));
        }

        if (count == 0) throw new TableUnreadableException("表格里只有表头，还没有人。请从表头下面一行开始，一行填一个人。");
        return count <= PeopleList.Most
            ? new PeopleSheet(people, table.Heading.Unused, [.. columns.Where((_, i) => !table.Heading.Has(i)).Select(column => column.Label)], table.Told)
            : throw new TableUnreadableException($"表格里有 {(count == CountedAtMost ? "超过 " : "")}{count:#,0} 人，一份申请最多 {PeopleList.Most} 人，一个人也没有导入。请分成几个文件，分几次申请。");
    }

    private static SheetPerson Person(HeadedTable table, IReadOnlyList<PersonColumn> columns)
    {
        var entry = new PersonEntry();
        for (var i = 0; i < columns.Count; i++)
            if (table.Cell(i) is var text && PlainText.Trim(text).Length > 0)
                columns[i].Take(entry, text);
        return new SheetPerson(table.Row, entry);
    }

    private static int IndexOf(IReadOnlyList<PersonColumn> columns, PersonColumn column) => columns.Index().First(one => one.Item == column).Index;
}

/// <param name="Row">As the spreadsheet counts, from 1 with the heading.</param>
internal sealed record SheetPerson(int Row, PersonEntry Entry);
