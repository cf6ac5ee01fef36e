using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("甲乙丙", 2, "甲乙", "乙丙")]
    [InlineData("甲乙", 2, "甲乙", "甲乙")]
    [InlineData("甲𠮷乙", 2, "甲", "乙")]
    [InlineData("𠮷", 1, "", "")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301", "e\u0301")]
    public void A_text_is_cut_between_whole_characters(string text, int most, string head, string tail) =>
        Assert.Equal((head, tail), (PlainText.Head(text, most), PlainText.Tail(text, most)));
}
