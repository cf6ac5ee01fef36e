using CsCheck;
using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>One answer serves every measure of a form that means the same by it.</summary>
public sealed class SharedFactsTests
{
    private static readonly Measure Flexible = new FlexibleSocialInsurance();
    private static readonly Measure Venue = new VenueSubsidy();

    [Theory]
    [InlineData("graduate", "graduate")]
    [InlineData("hardship", "hardship")]
    [InlineData("other", null)]
    [InlineData("", null)]
    [InlineData("毕业生", "graduate")]
    [InlineData("学生", null)]
    public void A_category_that_both_know_serves_both(string typed, string? told) =>
        Assert.Equal(told, Told(typed, own: "").GetValueOrDefault("personCategory"));

    [Fact]
    public void An_answer_of_its_own_stands() => Assert.Empty(Told("graduate", own: "returning-migrant"));

    [Fact]
    public void Months_paid_by_one_measure_say_nothing_of_another() =>
        Assert.Null(SharedFacts.Translate(FlexibleSocialInsurance.MonthsAlreadyPaid, "3", VenueSubsidy.MonthsAlreadyPaid));

    [Fact]
    public void The_size_of_a_firm_is_the_same_for_every_measure() =>
        Assert.Equal("small", SharedFacts.Translate(StabilizationRefund.EnterpriseSize, "small", WorkBasedTraining.EnterpriseSize));

    [Fact]
    public void What_is_told_can_be_read_and_was_not_answered()
    {
        (from one in Situation.Any from other in Situation.Any select (one, other)).Sample((one, other) =>
        {
            var own = TypedFacts.Of(other.Facts);

            var told = SharedFacts.Told(other.Measure, own, [(one.Measure, TypedFacts.Of(one.Facts))]);

            Assert.All(told, answer => Assert.NotNull(TypedFacts.ReadOne(other.Measure.Facts.Find(answer.Key)!, answer.Value)));
            Assert.DoesNotContain(told.Keys, own.ContainsKey);
        });
    }

    private static IReadOnlyDictionary<string, string> Told(string typed, string own) => SharedFacts.Told(
        Venue, new Dictionary<string, string> { ["personCategory"] = own }, [(Flexible, new Dictionary<string, string> { ["personCategory"] = typed })]);
}
