using System.Text.Json;
using CsCheck;
using Portal.Casework.Rulebooks;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

public sealed class RuleSnapshotTests
{
    private static readonly MeasureCatalog Catalog = new();
    private static readonly Rulebook Shipped = RulebookSource.Shipped().Rules;
    private static readonly StabilizationRefund Refund = new();

    [Fact]
    public void What_was_decided_comes_out_again_from_the_snapshot_alone() =>
        Gen.Select(Gen.OneOf(Catalog.All.ToArray()), Gen.Int).Sample((measure, seed) =>
        {
            var (facts, region, asOf) = FixedSituations.One(measure, seed);
            var snapshot = RuleSnapshot.Read(RuleSnapshot.Of(measure, Shipped, region).Write());

            Assert.Equal(
                Show(() => measure.Assess(facts, measure.TermsFor(Shipped, region, asOf))),
                Show(() => measure.Assess(facts, measure.TermsFor(snapshot.ToRulebook(), region, asOf))));
        });

    [Fact]
    public void Equal_rules_share_one_text_whatever_order_they_were_read_in()
    {
        var backwards = new Rulebook(new ParameterBook(Shipped.Parameters.Rows.Reverse()), new WorkingDayCalendar(
            Shipped.Calendar.Years.Reverse().Select(year => Shipped.Calendar.Find(year)!)
                .Select(year => new CalendarYear(year.Year, [.. year.Holidays.Reverse()], [.. year.Workdays.Reverse()]))));

        Assert.Equal(RuleSnapshot.Of(Refund, Shipped, "210202").Write(), RuleSnapshot.Of(Refund, backwards, "210202").Write());
    }

    [Fact]
    public void Places_without_values_of_their_own_share_the_provinces_snapshot() =>
        Assert.Equal(RuleSnapshot.Of(Refund, Shipped, "211322").Write(), RuleSnapshot.Of(Refund, Shipped, "211223").Write());

    [Fact]
    public void A_value_of_another_place_or_key_changes_no_snapshot_and_one_of_its_own_does()
    {
        string With(string key, string region) => RuleSnapshot.Of(Refund, Shipped with
        {
            Parameters = new ParameterBook(Shipped.Parameters.Rows.Append(new ParameterRow(key, region, new DateOnly(2030, 1, 1), null, "0.5", "C", "test"))),
        }, "211322").Write();
        var before = RuleSnapshot.Of(Refund, Shipped, "211322").Write();

        Assert.Equal(before, With(StabilizationRefund.RateSme.Key, "210200"));
        Assert.Equal(before, With(HiringGrant.PrepayShare.Key, "211322"));
        Assert.NotEqual(before, With(StabilizationRefund.RateSme.Key, "211322"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"Rows":[{"Key":"a"}],"Years":[]}""")]
    [InlineData("""{"Rows":[],"Years":[{"Year":2020,"Holidays":["tomorrow"],"Workdays":[]}]}""")]
    public void A_text_that_is_no_snapshot_is_refused(string text) => Assert.Throws<InvalidDataException>(() => RuleSnapshot.Read(text));

    [Fact]
    public void Every_value_looked_up_is_taken_down_with_its_day()
    {
        var measure = new PostSubsidy();
        var reads = new List<ValueRead>();
        var terms = measure.TermsFor(Shipped, "210202", new DateOnly(2020, 11, 16), reads: reads);

        measure.Assess(
            FactSet.FromTexts(measure.Facts, new Dictionary<string, string>
            {
                ["hireIsHardship"] = "true",
                ["contractSigned"] = "true",
                ["socialInsurancePaid"] = "true",
                ["hires"] = "1",
                ["firstMonth"] = "2020-12",
                ["months"] = "2",
            }), terms);

        Assert.Equal(
            [new DateOnly(2020, 11, 16), new DateOnly(2020, 12, 1), new DateOnly(2021, 1, 1)],
            reads.Where(read => read.Parameter == SharedParameters.MinimumWageMonthly).Select(read => read.Day).Distinct());
        Assert.Contains(reads, read => read.Parameter == SharedParameters.PaymentDueWorkingDays);
    }

    private static string Show(Func<Assessment> assess)
    {
        try
        {
            return JsonSerializer.Serialize(assess());
        }
        catch (CalendarYearMissingException missing)
        {
            return missing.Message;
        }
    }
}
