namespace Portal.Tables;

/// <summary>Opens a table, CSV or .xlsx; what kind it is follows from its bytes, not its name.</summary>
internal static class RosterTables
{
    /// <param name="file">From its beginning; it can be sought in.</param>
    /// <exception cref="RosterUnreadableException">The bytes are no table.</exception>
    public static IRosterTable Open(Stream file)
    {
        var sample = new byte[RosterFormat.SampleSize];
        var length = file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        if (length == 0) throw new RosterUnreadableException("文件是空的。请重新导出后再上传。");
        var isWhole = length < sample.Length || file.Length == length;
        file.Position = 0;
        return RosterFormat.IsWorkbook(sample.AsSpan(0, length)) ? new WorkbookTable(file)
            : new CsvTable(file, RosterFormat.EncodingOf(sample[..length], isWhole));
    }

    public static bool IsBlank(IRosterTable table)
    {
        for (var i = 0; i < table.Width; i++)
            if (!table.IsBlank(i))
                return false;
        return true;
    }
}
