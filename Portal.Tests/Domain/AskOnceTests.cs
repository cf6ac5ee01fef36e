using CsCheck;
using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>What was said once is filled in, and asked anew where it may have changed.</summary>
public sealed class AskOnceTests
{
    private static readonly DateOnly Today = new(2020, 11, 16);
    private static readonly Measure Flexible = new FlexibleSocialInsurance();
    private static readonly Measure Venue = new VenueSubsidy();

    private static IEnumerable<Fact> AskedOnce => new MeasureCatalog().All.SelectMany(measure => measure.Application.AskedOnce(measure));

    [Fact]
    public void Whatever_is_filled_in_can_be_read() =>
        (from said in Situation.Any.Array[0, 4] from measure in Gen.OneOf(new MeasureCatalog().All.ToArray()) select (said, measure)).Sample((said, measure) =>
        {
            var before = said.Select((one, i) => new SaidBefore(one.Facts, Today.AddDays(-100 * i), $"{i}"));

            var filled = AskOnce.Fill(measure, before, Today);

            var read = TypedFacts.Read(measure.Facts, filled.ToDictionary(answer => answer.Key, answer => answer.Value.Text), Today);
            // What nobody could type any more is told, and not left out in silence.
            Assert.Equal(filled.Count, read.Facts.Known.Count() + read.Faults.Count);
            Assert.All(read.Faults.Keys, name => Assert.NotNull(TypedFacts.ReadOne(measure.Facts.Find(name)!, filled[name].Text)));
            Assert.DoesNotContain(read.Facts.Known, fact => fact.Reuse == FactReuse.AskedAnew);
        });

    [Fact]
    public void Only_what_is_said_to_last_or_to_hold_for_the_year_is_put_before_somebody_again()
    {
        Assert.Equal(
            ["enterpriseSize", "enterpriseSize", "leftSchoolOn", "monthlyContribution", "monthlyRent", "personCategory", "personCategory"], Named(FactReuse.Lasting));
        Assert.Equal(["insuredHeadcount", "layoffRate", "premiumMonthsPaid", "premiumsPaidLastYear"], Named(FactReuse.OfTheYear));

        static IEnumerable<string> Named(FactReuse reuse) => AskedOnce.Where(fact => fact.Reuse == reuse).Select(fact => fact.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_name_that_two_measures_ask_is_known_to_mean_the_same_or_not() =>
        Assert.All(AskedOnce.GroupBy(fact => fact.Name).Where(facts => facts.Count() > 1), facts => Assert.True(
            SharedFacts.MeanTheSame(facts.First(), facts.Last()) != SharedFacts.OfOneMeasure.Contains(facts.Key), $"{facts.Key}: say in SharedFacts what it means."));

    [Fact]
    public void The_newest_of_two_contradicting_words_stands()
    {
        var filled = AskOnce.Fill(Flexible, [Said("graduate", Today.AddDays(-30), "旧"), Said("hardship", Today.AddDays(-3), "新")], Today);

        Assert.Equal(new FilledIn("hardship", "新"), filled["personCategory"]);
    }

    [Fact]
    public void A_newer_word_that_says_nothing_of_the_measure_still_puts_out_an_older_one()
    {
        var veteran = new SaidBefore(FactSet.Empty(Venue.Facts).With(VenueSubsidy.PersonCategory, "veteran"), Today.AddDays(-3), "新");

        Assert.DoesNotContain("personCategory", AskOnce.Fill(Flexible, [Said("graduate", Today.AddDays(-30), "旧"), veteran], Today));
    }

    [Fact]
    public void What_is_counted_for_last_year_is_asked_anew_when_the_year_has_turned()
    {
        var refund = new StabilizationRefund();
        var said = new SaidBefore(FactSet.Empty(refund.Facts).With(StabilizationRefund.InsuredHeadcount, 12).With(StabilizationRefund.EnterpriseSize, "small"), new(2020, 12, 31), "");

        Assert.Equal(["enterpriseSize", "insuredHeadcount"], AskOnce.Fill(refund, [said], new(2020, 12, 31)).Keys.Order());
        Assert.Equal(["enterpriseSize"], AskOnce.Fill(refund, [said], new(2021, 1, 1)).Keys);
    }

    [Fact]
    public void A_declaration_of_the_moment_is_asked_anew()
    {
        var said = new SaidBefore(FactSet.Empty(Flexible.Facts).With(FlexibleSocialInsurance.ContributionsPaid, true), Today, "");

        Assert.Empty(AskOnce.Fill(Flexible, [said], Today));
    }

    private static SaidBefore Said(string category, DateOnly on, string source) =>
        new(FactSet.Empty(Flexible.Facts).With(FlexibleSocialInsurance.PersonCategory, category), on, source);
}
