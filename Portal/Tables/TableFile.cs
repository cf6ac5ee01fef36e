namespace Portal.Tables;

/// <summary>Opens a table, CSV or .xlsx; what kind it is follows from its bytes, not its name.</summary>
internal static class TableFile
{
    /// <param name="file">From its beginning; it can be sought in.</param>
    /// <exception cref="TableUnreadableException">The bytes are no table, or one too large.</exception>
    public static ITable Open(Stream file, TableLimits limits, CancellationToken cancellation = default)
    {
        var sample = new byte[TableFormat.SampleSize];
        var length = file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        if (length == 0) throw new TableUnreadableException("文件是空的。请重新导出后再上传。");
        var isWhole = length < sample.Length || file.Length == length;
        file.Position = 0;
        return TableFormat.IsWorkbook(sample.AsSpan(0, length)) ? Workbook(file, limits, cancellation)
            : new CsvTable(file, TableFormat.EncodingOf(sample[..length], isWhole));
    }

    private static WorkbookTable Workbook(Stream file, TableLimits limits, CancellationToken cancellation)
    {
        try
        {
            WorkbookGuard.Check(file, limits, cancellation);
        }
        catch (InvalidDataException broken)
        {
            throw new TableUnreadableException(WorkbookTable.Broken, broken);
        }

        file.Position = 0;
        return new WorkbookTable(file);
    }
}
