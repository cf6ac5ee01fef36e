using Portal.Domain.Values;

namespace Portal.Uploads;

/// <summary>What a file is by its first bytes; its name proves nothing.</summary>
public static class FileCheck
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    /// <summary>For the <c>accept</c> attribute of a file input.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png";

    /// <returns>The content type, or null for anything but PDF, JPEG and PNG.</returns>
    public static string? ContentTypeOf(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? Pdf
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : null;

    /// <summary>What newer phones keep photos in (ISO 23008-12): a box of type ftyp with one of its brands.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)
        && (bytes[8..12].SequenceEqual("heic"u8) || bytes[8..12].SequenceEqual("heix"u8) || bytes[8..12].SequenceEqual("hevc"u8)
            || bytes[8..12].SequenceEqual("heim"u8) || bytes[8..12].SequenceEqual("heis"u8) || bytes[8..12].SequenceEqual("mif1"u8) || bytes[8..12].SequenceEqual("msf1"u8));

    /// <summary>Checks a whole file; the message names the file and says what to do.</summary>
    /// <returns>Null when the file is good.</returns>
    public static string? Refuse(string fileName, ReadOnlySpan<byte> bytes, int maxMb) =>
        bytes.Length == 0 ? $"文件“{fileName}”是空的，请重新选择。"
        : bytes.Length > maxMb * 1024L * 1024L ? TooLarge(fileName, maxMb)
        : IsHeic(bytes) ? $"文件“{fileName}”是 HEIC 格式，苹果手机的照片常用这种格式，这里打不开。请在手机“设置”的“相机—格式”里选“兼容性最佳”后重拍，或者把照片截屏，再上传截屏。"
        : ContentTypeOf(bytes) is null ? $"文件“{fileName}”不是 PDF、JPG 或 PNG 格式（只改扩展名不行），请转换格式或拍照后重新上传。"
        : null;

    public static string TooLarge(string fileName, int maxMb) => $"文件“{fileName}”超过 {maxMb} MB，请压缩或拍小一些后重新上传。";

    /// <summary>A file name fit to keep and show: no path, no control characters, at most 200 characters.</summary>
    public static string CleanName(string name)
    {
        var clean = new string([.. PlainText.Trim(name).Split('/', '\\')[^1].Where(c => !char.IsControl(c))]);
        return clean.Length == 0 ? "文件" : PlainText.Tail(clean, 200);
    }
}
