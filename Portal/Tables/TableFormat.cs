using System.Text;
using Portal.Uploads;
using UtfUnknown;

namespace Portal.Tables;

/// <summary>What a table's first bytes say: a workbook, or text in which encoding.</summary>
internal static class TableFormat
{
    /// <summary>Enough to hold the Chinese header and some hundred rows.</summary>
    public const int SampleSize = 64 * 1024;

    private const int Gb18030 = 54936;

    static TableFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool IsWorkbook(ReadOnlySpan<byte> sample) => sample.StartsWith("PK"u8);

    /// <param name="isWhole">Whether the sample is the whole file; a part may end within a character.</param>
    /// <exception cref="TableUnreadableException">The bytes are no text.</exception>
    public static Encoding EncodingOf(byte[] sample, bool isWhole)
    {
        RefuseWhatIsNoText(sample);
        if (Decodes(new UTF8Encoding(false, true), sample, isWhole)) return Encoding.UTF8;
        if (HasUtf16Mark(sample)) return Encoding.Unicode;
        var strict = Encoding.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        if (Decodes(strict, sample, isWhole)) return Encoding.GetEncoding(Gb18030);
        return CharsetDetector.DetectFromBytes(sample).Detected?.Encoding ?? Encoding.GetEncoding(Gb18030);
    }

    private static void RefuseWhatIsNoText(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new TableUnreadableException("这是旧版 Excel（.xls）或设了密码的文件。请在 Excel 中去掉密码，另存为 .xlsx 或 CSV 后再上传。");
        if (FileCheck.ContentTypeOf(sample) is not null)
            throw new TableUnreadableException("这是图片或 PDF，不是表格（只改扩展名不行）。请上传 CSV 或 .xlsx 文件。");
        if (sample.Contains((byte)0) && !HasUtf16Mark(sample))
            throw new TableUnreadableException("这个文件不是文本，也不是 Excel 工作簿。请上传 CSV 或 .xlsx 文件。");
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> sample) =>
        sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool Decodes(Encoding strict, byte[] sample, bool isWhole)
    {
        try
        {
            strict.GetDecoder().GetCharCount(sample, 0, sample.Length, flush: isWhole);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
