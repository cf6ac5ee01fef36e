using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.Casework.Rosters;

/// <summary>The columns of a roster, found by their heading.</summary>
internal static class RosterHeader
{
    /// <summary>Fewer of its columns make no heading of a row.</summary>
    private const int Recognized = 3;

    private static readonly string[] Names = [.. RosterColumns.Required, .. RosterColumns.Kept];
    private static readonly TableColumn[] Columns = [.. Names.Select(name => name == RosterColumns.Phone ? new TableColumn(RosterColumns.PhoneNames) { MayRepeat = true } : new TableColumn(name))];

    /// <exception cref="TableUnreadableException">There is no heading, a column that decides is missing, or one stands there twice.</exception>
    public static HeadedTable Open(ITable table, CancellationToken cancellation)
    {
        var rows = HeadedTable.Open(table, Columns, Of(RosterColumns.CreditCode),
            heading => Enumerable.Range(0, RosterColumns.Required.Count).Count(heading.Has) >= Recognized,
            "文件里没有内容。请重新导出名册后再上传。",
            $"没有找到名册的表头（看了前面几行）。表头应有这些列：{string.Join("、", RosterColumns.Required)}。请检查后再上传。", cancellation);
        var missing = Enumerable.Range(0, RosterColumns.Required.Count).Where(column => !rows.Heading.Has(column)).Select(column => Names[column]).ToArray();
        return missing.Length == 0 ? rows
            : throw new TableUnreadableException($"名册缺少这些列：{string.Join("、", missing)}。请补上（列名要一致，先后不限）后再上传。");
    }

    /// <summary>The place of a column among those asked for.</summary>
    public static int Of(string column) => Array.IndexOf(Names, column);
}
