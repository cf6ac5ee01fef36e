using Portal.Data.Seed;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;

namespace Portal.Tests.Domain;

public sealed class TypedValueTests
{
    private static readonly MeasureCatalog Catalog = new();

    [Theory]
    [InlineData("hiring-grant.prepayShare", "0.5", "0.5", "50%")]
    [InlineData("hiring-grant.prepayShare", "50%", "0.5", "50%")]
    [InlineData("hiring-grant.prepayShare", " ５．５％ ", "0.055", "5.5%")]
    [InlineData("flexible-social-insurance.share", "2/3", "2/3", "2/3")]
    [InlineData("minimum-wage.monthly", "1,810", "1810.00", "1,810.00 元")]
    [InlineData("minimum-wage.monthly", "1810.5元", "1810.50", "1,810.50 元")]
    [InlineData("venue-subsidy.maxMonths", "24个月", "24", "24个月")]
    [InlineData("stabilization-refund.automaticHeadcount", "不限", "2147483647", "不限")]
    [InlineData("startup-loan-interest.split.standing", "中央30%、省25%、市县45%", """{"central":"0.3","province":"0.25","city":"0.45"}""", "中央 30%、省 25%、市县 45%")]
    [InlineData("startup-loan-interest.split.standing", "1/3 1/3 1/3", """{"central":"1/3","province":"1/3","city":"1/3"}""", "中央 1/3、省 1/3、市县 1/3")]
    [InlineData("training-subsidy.shares", "50%，25%", """["0.5","0.25"]""", "50%、25%")]
    public void Values_are_read_as_people_type_them(string key, string typed, string canonical, string shown)
    {
        var parameter = Catalog.FindParameter(key)!;
        Assert.True(TypedValue.TryRead(parameter, typed, out var value));
        Assert.Equal(canonical, parameter.Write(value));
        Assert.Equal(shown, parameter.Show(value));
        Assert.True(parameter.TryParse(canonical, out var again));
        Assert.Equal(parameter.Show(value), parameter.Show(again));
    }

    [Theory]
    [InlineData("hiring-grant.prepayShare", "一半")]
    [InlineData("hiring-grant.prepayShare", "-5%")]
    [InlineData("hiring-grant.prepayShare", "2/3%")]
    [InlineData("hiring-grant.prepayShare", "%")]
    [InlineData("hiring-grant.prepayShare", "")]
    [InlineData("hiring-grant.prepayShare", "123456789012345678%")]
    [InlineData("minimum-wage.monthly", "1,81")]
    [InlineData("minimum-wage.monthly", "18.105")]
    [InlineData("minimum-wage.monthly", ",810")]
    [InlineData("venue-subsidy.maxMonths", "2.5")]
    [InlineData("venue-subsidy.maxMonths", "99999999999")]
    [InlineData("startup-loan-interest.split.standing", "30%、25%")]
    [InlineData("startup-loan-interest.split.standing", "30%、25%、44%")]
    [InlineData("training-subsidy.shares", "、")]
    [InlineData("training-subsidy.shares", null)]
    public void What_is_no_value_is_refused(string key, string? typed) =>
        Assert.False(TypedValue.TryRead(Catalog.FindParameter(key)!, typed, out _));

    [Fact]
    public void Every_shipped_value_survives_being_written_and_read()
    {
        foreach (var row in SeedFiles.Parameters())
        {
            var parameter = Catalog.FindParameter(row.Key)!;
            Assert.True(parameter.TryParse(row.Value, out var value));
            Assert.True(parameter.TryParse(parameter.Write(value), out var again));
            Assert.Equal(parameter.Show(value), parameter.Show(again));
        }
    }
}
