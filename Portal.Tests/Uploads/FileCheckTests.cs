using Portal.Uploads;

namespace Portal.Tests.Uploads;

public sealed class FileCheckTests
{
    [Theory]
    [InlineData("heic")]
    [InlineData("mif1")]
    [InlineData("hevc")]
    public void A_photo_in_a_phones_own_format_is_told_with_how_to_go_on(string brand)
    {
        byte[] photo = [0, 0, 0, 24, .. "ftyp"u8, .. System.Text.Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0];

        var refusal = FileCheck.Refuse("IMG_0001.HEIC", photo, 10);

        Assert.Contains("HEIC 格式", refusal, StringComparison.Ordinal);
        Assert.Contains("截屏", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("HEIC 格式", FileCheck.Refuse("x.jpg", "ftypheic but no box"u8, 10), StringComparison.Ordinal);
    }
}
