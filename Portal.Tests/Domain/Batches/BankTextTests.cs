using System.Xml;
using CsCheck;
using Portal.Domain.Batches;

namespace Portal.Tests.Domain.Batches;

public sealed class BankTextTests
{
    [Theory]
    [InlineData("  沈阳\t\r\n 某某　公司 ", "沈阳 某某 公司")]
    [InlineData("a\0b\u0001c\uFFFEd\uFFFFe", "a b cde")]
    [InlineData("\uD840半个", "半个")]
    [InlineData("\u0007\u0008", "")]
    public void It_stands_on_one_line_without_what_xml_refuses(string text, string fit) => Assert.Equal(fit, BankText.Fit(text, 140));

    [Fact]
    public void A_character_of_two_units_is_left_out_whole_where_it_does_not_fit() => Assert.Equal("甲乙", BankText.Fit("甲乙\U00020000", 3));

    [Fact]
    public void Whatever_comes_it_fits_and_xml_takes_it() => Gen.Select(Gen.Char.Array[0, 300], Gen.Int[0, 150]).Sample((chars, atMost) =>
    {
        var fit = BankText.Fit(new string(chars), atMost);
        Assert.True(fit.Length <= atMost);
        Assert.Equal(fit, XmlConvert.VerifyXmlChars(fit));
        Assert.Equal(fit.Trim(), fit);
        Assert.Equal(fit, BankText.Fit(fit, atMost));
    });
}
