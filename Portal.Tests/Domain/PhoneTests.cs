using Portal.Domain.Values;

namespace Portal.Tests.Domain;

/// <summary>Telephone numbers as lists have them.</summary>
public sealed class PhoneTests
{
    [Theory]
    [InlineData("13904110001", "13904110001")]
    [InlineData("+86 139-0411-0001", "13904110001")]
    [InlineData("０４１１－８２３４５６７８", "0411-82345678")]
    [InlineData("(0411)82345678", "0411-82345678")]
    [InlineData("0411-82345678转802", "0411-82345678-802")]
    [InlineData("13904110001/0411-82345678", "13904110001")]
    [InlineData("82345678", "82345678")]
    [InlineData("无", "")]
    [InlineData("张三", "")]
    [InlineData("=cmd|'/c calc'!A1", "")]
    [InlineData("", "")]
    public void What_can_be_dialled_is_read_and_anything_else_is_none(string text, string number) => Assert.Equal(number, Phone.Read(text));

    [Theory]
    [InlineData("13904110001", "13904110001")]
    [InlineData("0411-82345678-802", "041182345678")]
    [InlineData("82345678-802", "82345678")]
    public void An_extension_is_not_dialled(string number, string dialled) => Assert.Equal(dialled, Phone.Dialled(number));

    [Theory]
    [InlineData("13904110001", "139****0001")]
    [InlineData("0411-82345678", "*********5678")]
    public void It_is_masked_as_what_it_is(string number, string masked) => Assert.Equal(masked, Mask.Phone(number));
}
