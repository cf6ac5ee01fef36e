using CsCheck;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>Numbers as people type them, within the bounds that a life has (R18).</summary>
public sealed class TypedFactsTests
{
    private static readonly DateOnly Today = new(2020, 11, 16);

    public static TheoryData<string, string> Facts() => [.. new MeasureCatalog().All.SelectMany(measure => measure.Facts.Facts.Select(fact => (measure.Code, fact.Name)))];

    [Theory]
    [InlineData("4.35", "0.0435")]
    [InlineData("4.35%", "0.0435")]
    [InlineData(" ４．３５ ％", "0.0435")]
    [InlineData("0%", "0")]
    [InlineData("0.5%", "0.005")]
    [InlineData("1/20", "0.05")]
    public void A_rate_is_typed_in_per_cent(string typed, string canonical)
    {
        Assert.Null(Fault(StartupLoanInterest.AnnualRate, typed));
        Assert.Equal(Rate(canonical), Rate(TypedFacts.ReadOne(StartupLoanInterest.AnnualRate, typed)));
    }

    [Theory]
    [InlineData("0.0435", "4.35")]
    [InlineData("0.2", "20")]
    public void A_fraction_typed_for_a_percentage_is_asked_about(string typed, string meant) =>
        Assert.Contains($"请填 {meant}；", Fault(StartupLoanInterest.AnnualRate, typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("435")]
    [InlineData("24.01")]
    [InlineData("101%")]
    public void A_rate_that_no_loan_has_is_refused(string typed) =>
        Assert.Contains("最高24%", Fault(StartupLoanInterest.AnnualRate, typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("%")]
    [InlineData("4.35%%")]
    [InlineData("-1%")]
    [InlineData("1/3%")]
    [InlineData("99999999999999999999%")]
    public void What_is_no_rate_stays_as_it_was_and_is_told(string typed) =>
        Assert.Contains("请填写百分数", Fault(StartupLoanInterest.AnnualRate, typed), StringComparison.Ordinal);

    [Fact]
    public void A_program_writes_a_fraction_and_no_more_than_one()
    {
        var facts = FactSet.Empty(new StartupLoanInterest().Facts);

        Assert.True(facts.TryWith(StartupLoanInterest.AnnualRate, "1", out _));
        Assert.False(facts.TryWith(StartupLoanInterest.AnnualRate, "1.01", out _));
        Assert.False(facts.TryWith(StartupLoanInterest.AnnualRate, "4.35", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.With(StartupLoanInterest.AnnualRate, Portal.Domain.Values.Rate.Of(101, 100)));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void No_number_is_without_a_bound_that_is_said_beside_its_field(string measure, string name)
    {
        var fact = new MeasureCatalog().Find(measure)!.Facts.Find(name)!;
        var beyond = fact.Type switch
        {
            FactType.Count => "1000001",
            FactType.Money => "10000000001.00",
            FactType.Rate => "101",
            FactType.Date => "2100-01-01",
            FactType.Month => "2020-12",
            _ => null,
        };
        if (beyond is null) return;

        Assert.NotNull(Fault(fact, beyond));
        Assert.True(fact.Bounds.Length > 0 || fact is DateFact { YearsAhead: > 0 });
    }

    [Fact]
    public void Nobody_left_school_tomorrow()
    {
        Assert.Null(Fault(FlexibleSocialInsurance.LeftSchoolOn, "2020-11-16"));
        Assert.Contains("不能晚于今天", Fault(FlexibleSocialInsurance.LeftSchoolOn, "2020-11-17"), StringComparison.Ordinal);
        Assert.Contains("不能早于", Fault(FlexibleSocialInsurance.LeftSchoolOn, "1920-11-17"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_to_be_typed_again_is_read_as_it_was() => Situation.Any.Sample(situation =>
    {
        var typed = TypedFacts.Of(situation.Facts);

        Assert.All(situation.Facts.Known, fact => Assert.Equal(situation.Facts.Text(fact), TypedFacts.ReadOne(fact, typed[fact.Name])));
    });

    private static string? Fault(Fact fact, string typed) => TypedFacts.Fault(fact, typed, Today);

    private static Portal.Domain.Values.Rate Rate(string? text)
    {
        Assert.True(Portal.Domain.Values.Rate.TryParse(text, out var rate));
        return rate;
    }
}
