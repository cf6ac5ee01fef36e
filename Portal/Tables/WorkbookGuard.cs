using System.IO.Compression;

namespace Portal.Tables;

/// <summary>Looks through a workbook before anything is built from it, and refuses what nobody's table is.</summary>
internal static class WorkbookGuard
{
    /// <summary>Nothing packs better than this, by the format itself.</summary>
    private const long BestPacking = 1032;

    /// <summary>What cannot come to more is not looked through.</summary>
    private const long Harmless = 16 << 20;

    private const int MostParts = 2000;
    private const int MostRows = 1_048_576;
    private const int MostMerges = 200_000;

    /// <summary>A cell holds 32,767 characters, and a formula no more.</summary>
    private const int LongestText = 1 << 20;

    private const string TooLarge = "这个 Excel 文件解开后太大，没有读取。请在 Excel 中只保留要上传的工作表和有内容的行，另存为 .xlsx 或 CSV 后再上传。";

    /// <exception cref="TableUnreadableException">The workbook is larger than allowed, or not made as workbooks are.</exception>
    public static void Check(Stream file, TableLimits limits, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(part => part.Length) > limits.Unpacked) throw new TableUnreadableException(TooLarge);
        var left = limits.Unpacked;
        // What a part says of its own size need not be true.
        foreach (var part in zip.Entries.Where(part => part.CompressedLength * BestPacking > Harmless))
            left -= Scan(part, IsSharedTexts(part) ? Math.Min(left, limits.SharedTexts) : left, cancellation);
    }

    private static bool IsSharedTexts(ZipArchiveEntry part) => part.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    private static long Scan(ZipArchiveEntry part, long most, CancellationToken cancellation)
    {
        using var stream = part.Open();
        var buffer = new byte[1 << 16];
        long size = 0, rows = 0, merges = 0, sinceTag = 0;
        for (int read; (read = stream.Read(buffer)) > 0; size += read)
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = buffer.AsSpan(0, read);
            sinceTag = bytes.Contains((byte)'<') ? read - bytes.LastIndexOf((byte)'<') : sinceTag + read;
            // A tag that lies across two pieces goes uncounted: the bounds are no counts.
            rows += bytes.Count("<row"u8);
            merges += bytes.Count("<mergeCell "u8);
            if (size + read > most || sinceTag > LongestText || rows > MostRows || merges > MostMerges) throw new TableUnreadableException(TooLarge);
        }

        return size;
    }
}
