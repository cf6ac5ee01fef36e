using CsCheck;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class IsoDateTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Int[0, 109_938].Select(new DateOnly(1900, 1, 1).AddDays).Sample(day => IsoDate.Parse(IsoDate.Write(day)) == day);

    [Theory]
    [InlineData("2020-11-16", true)]
    [InlineData(" ２０２０-11-16 ", false)]
    [InlineData("2020-11-31", false)]
    [InlineData("2020-1-6", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("2201-01-01", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_program_writes_the_date_alone(string? text, bool isDate) => Assert.Equal(isDate, IsoDate.TryParse(text, out _));

    [Fact]
    public void A_person_s_blanks_and_full_width_digits_do_not_matter()
    {
        Assert.True(IsoDate.TryRead(" ２０２０-11-16 ", out var day));
        Assert.Equal(new DateOnly(2020, 11, 16), day);
    }
}
