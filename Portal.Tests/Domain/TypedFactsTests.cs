using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

public sealed class TypedFactsTests
{
    [Theory]
    [InlineData("4.35%", "0.0435")]
    [InlineData(" 4.35 ％", "0.0435")]
    [InlineData("0.0435", "0.0435")]
    [InlineData("0%", "0")]
    public void A_rate_is_read_as_the_contract_writes_it(string typed, string canonical) =>
        Assert.Equal(Rate(canonical), Rate(TypedFacts.ReadOne(StartupLoanInterest.AnnualRate, typed)));

    [Theory]
    [InlineData("%")]
    [InlineData("4.35%%")]
    [InlineData("-1%")]
    [InlineData("1/3%")]
    [InlineData("99999999999999999999%")]
    public void What_is_no_rate_stays_as_it_was_and_is_told(string typed) =>
        Assert.Equal(StartupLoanInterest.AnnualRate.Explain, TypedFacts.Fault(StartupLoanInterest.AnnualRate, typed));

    private static Portal.Domain.Values.Rate Rate(string? text)
    {
        Assert.True(Portal.Domain.Values.Rate.TryParse(text, out var rate));
        return rate;
    }
}
