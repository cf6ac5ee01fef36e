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
    private const string Replacement = "\uFFFD";

    private static readonly string[] Markup = ["<html", "<!doctype html", "<table", "<head", "<meta", "schemas-microsoft-com:office", "<workbook"];

    static TableFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool IsWorkbook(ReadOnlySpan<byte> sample) => sample.StartsWith("PK"u8);

    /// <param name="isWhole">Whether the sample is the whole file; a part may end within a character.</param>
    /// <exception cref="TableUnreadableException">The bytes are no text.</exception>
    public static Encoding EncodingOf(byte[] sample, bool isWhole)
    {
        RefuseWhatIsNoText(sample);
        if (HasUtf16Mark(sample) || IsUtf16(sample)) return Encoding.Unicode;
        var gb = Encoding.GetEncoding(Gb18030);
        // A character may be broken, and other encodings hardly ever look like whole characters of this one.
        var (broken, whole) = Characters(Encoding.UTF8, sample, isWhole);
        if (broken == 0 || whole > broken * 5) return Encoding.UTF8;
        return Characters(gb, sample, isWhole).Broken <= sample.Length / 100 ? gb : CharsetDetector.DetectFromBytes(sample).Detected?.Encoding ?? gb;
    }

    private static void RefuseWhatIsNoText(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new TableUnreadableException("这是旧版 Excel（.xls）或设了密码的文件。请在 Excel 中去掉密码，另存为 .xlsx 或 CSV 后再上传。");
        if (FileCheck.ContentTypeOf(sample) is not null)
            throw new TableUnreadableException("这是图片或 PDF，不是表格（只改扩展名不行）。请上传 CSV 或 .xlsx 文件。");
        if (IsMarkup(sample))
            throw new TableUnreadableException("这是网页格式的表格（有些系统导出的 .xls 其实是网页或 XML）。请在 Excel 中打开，点“另存为”，选“Excel 工作簿（.xlsx）”，再上传。");
        if (sample.Contains((byte)0) && !HasUtf16Mark(sample) && !IsUtf16(sample))
            throw new TableUnreadableException("这个文件不是文本，也不是 Excel 工作簿。请上传 CSV 或 .xlsx 文件。");
    }

    /// <summary>Whether it is a web page, or the XML of an office program, that passes itself off as a table.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> sample)
    {
        var start = Encoding.Latin1.GetString(sample[..Math.Min(sample.Length, 2000)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        return start.StartsWith('<') && Markup.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> sample) =>
        sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>Without a mark: of Chinese text with numbers and commas every second byte of many is nothing.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> sample)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2) (even, odd) = (even + (sample[i] == 0 ? 1 : 0), odd + (sample[i + 1] == 0 ? 1 : 0));
        return even == 0 && odd * 10 > sample.Length;
    }

    /// <summary>How many characters beyond ASCII cannot be read, and how many can.</summary>
    private static (int Broken, int Whole) Characters(Encoding encoding, byte[] sample, bool isWhole)
    {
        var decoder = encoding.GetDecoder();
        decoder.Fallback = new DecoderReplacementFallback(Replacement);
        var text = new char[encoding.GetMaxCharCount(sample.Length)];
        var read = text.AsSpan(0, decoder.GetChars(sample, 0, sample.Length, text, 0, flush: isWhole));
        var broken = read.Count(Replacement[0]);
        var beyond = 0;
        foreach (var c in read) beyond += c > '\u007F' ? 1 : 0;
        return (broken, beyond - broken);
    }
}
