namespace Portal.Tables;

/// <summary>How much a table may unpack to: a few megabytes can be made to hold a gigabyte of nothing.</summary>
/// <param name="Unpacked">In bytes, of all parts of a workbook together.</param>
/// <param name="SharedTexts">In bytes, of the part of a workbook that is held in memory.</param>
internal sealed record TableLimits(long Unpacked, long SharedTexts)
{
    private const long Megabyte = 1 << 20;

    /// <summary>500 people fill a thousandth of it; a template may carry formats for many empty rows.</summary>
    public static readonly TableLimits People = new(100 * Megabyte, 20 * Megabyte);

    public static readonly TableLimits BankReport = new(400 * Megabyte, 100 * Megabyte);

    /// <summary>A million firms come to some 700 MB.</summary>
    public static readonly TableLimits Roster = new(1500 * Megabyte, 200 * Megabyte);
}
