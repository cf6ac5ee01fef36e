using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class BankCodeTests
{
    [Theory]
    [InlineData("102222000017", "102222000017")]
    [InlineData(" 1022 2200 0017 ", "102222000017")]
    [InlineData("１０２２２２０００017", "102222000017")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Twelve_digits_are_a_code_and_nothing_is_right_too(string? text, string? code)
    {
        Assert.Null(BankCode.Read(text, out var read));
        Assert.Equal(code, read);
    }

    [Theory]
    [InlineData("10222200001")]
    [InlineData("1022220000171")]
    [InlineData("10222200001X")]
    public void Anything_else_is_told_and_not_kept(string text)
    {
        Assert.Equal(BankCode.Explanation, BankCode.Read(text, out var code));
        Assert.Null(code);
        Assert.Null(BankCode.Of(text));
    }
}
