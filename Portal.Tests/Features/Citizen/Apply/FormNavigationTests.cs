using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>The way through a form: a handful a page, only what is missing, and every error on a page where it is put right.</summary>
public sealed class FormNavigationTests
{
    [Fact]
    public void A_person_is_asked_a_handful_a_page_with_the_month_beside_the_months()
    {
        Assert.Equal(["place", "personCategory", "monthsClaimed", "account", "papers", "check"], Keys(ApplyScene.Flexible()));
        Assert.Equal("monthsClaimed", Walk(ApplyScene.Flexible()).StepOf(new FormError("first-month", "")).Key);
        Assert.Equal(["place", "personCategory", "monthsAlreadyPaid", "account", "papers", "check"], Keys(EligibleForms.For("venue-subsidy")));
        foreach (var measure in new MeasureCatalog().All)
            Assert.All(Walk(EligibleForms.For(measure.Code)).Steps, step => Assert.InRange(step.Facts?.Count ?? 0, 0, 4));
    }

    [Fact]
    public void A_page_that_is_filled_in_is_passed_by_and_the_check_page_is_come_back_to()
    {
        var content = ApplyScene.Flexible();
        content.Measures[0].FirstMonth = "";
        var walk = Walk(content);

        Assert.Equal("monthsClaimed", walk.FirstUnfinished.Key);
        Assert.Equal("monthsClaimed", walk.Next(walk.At("place")).Key);
        Assert.Equal("monthsClaimed", walk.Next(walk.At("account")).Key);
        // Where nothing is missing any page leads back to the check, whichever was opened to change something.
        var whole = Walk(ApplyScene.Flexible());
        Assert.All(whole.Steps, step => Assert.Equal("check", whole.Next(step).Key));
    }

    [Fact]
    public void A_firm_is_asked_several_numbers_a_page_and_for_its_people_apart()
    {
        Assert.Equal(["place", "insuredHeadcount", "layoffRate", "account", "papers", "check"], Keys(ApplyScene.Refund()));
        Assert.Equal(["place", "premiumReliefPeriod", "people", "account", "papers", "check"], Keys(EligibleForms.For("hiring-grant")));
        Assert.Equal(["place", "trainingMonths", "period", "people", "account", "papers", "check"], Keys(EligibleForms.For("apprenticeship-training")));
        Assert.DoesNotContain("account", Keys(EligibleForms.For("pension-deferral")));
    }

    [Fact]
    public void A_form_goes_on_where_something_is_still_to_be_told()
    {
        var content = ApplyScene.Flexible();
        content.Measures[0].Answers.Remove("monthsClaimed");

        Assert.Equal("monthsClaimed", Walk(content).FirstUnfinished.Key);
        Assert.Equal("check", Walk(ApplyScene.Flexible()).FirstUnfinished.Key);
        Assert.Equal("monthsClaimed", Walk(content).At("no-such-page").Key);
    }

    [Fact]
    public void Going_back_leads_through_every_page_and_on_through_those_not_filled_in()
    {
        foreach (var measure in new MeasureCatalog().All)
        {
            var filled = Walk(EligibleForms.For(measure.Code));
            Assert.Null(filled.Previous(filled.Steps[0]));
            Assert.All(filled.Steps.Zip(filled.Steps.Skip(1)), pair => Assert.Equal(pair.First.Key, filled.Previous(pair.Second)!.Key));
            var empty = Walk(Empty(measure.Code));
            Assert.All(empty.Steps.Zip(empty.Steps.Skip(1)).Where(pair => empty.ErrorsOf(pair.Second).Any()), pair => Assert.Equal(pair.Second.Key, empty.Next(pair.First).Key));
        }
    }

    [Fact]
    public void Every_error_of_an_empty_form_stands_on_a_page_where_it_is_put_right()
    {
        foreach (var measure in new MeasureCatalog().All)
        {
            var content = Empty(measure.Code);
            var (walk, reading) = (Walk(content), Read(content));
            Assert.NotEmpty(reading.Errors);
            Assert.All(reading.Errors, error => Assert.True(error.FieldId is null || walk.StepOf(error).Kind != StepKind.Check, $"{measure.Code}: {error}"));
        }
    }

    [Fact]
    public void Two_measures_in_one_form_keep_their_pages_apart_and_share_the_rest()
    {
        var content = ApplyScene.Flexible();
        content.Measures.Add(ApplyScene.Loan().Measures[0]);

        var keys = Keys(content);

        Assert.Single(keys, "account");
        Assert.Contains("flexible-social-insurance-personCategory", keys);
        Assert.Contains("startup-loan-interest-unemployed", keys);
        Assert.Equal(2, Read(content).Parts.Count());
        Assert.Equal("startup-loan-interest-unemployed", Walk(content).StepOf(new FormError("startup-loan-interest-" + FactField.IdFor(StartupLoanInterest.Principal), "")).Key);
    }

    private static DraftContent Empty(string measure) => new() { Measures = { new MeasureAnswers { Code = measure, People = { new PersonEntry() } } } };

    private static string[] Keys(DraftContent content) => [.. Walk(content).Steps.Select(step => step.Key)];

    private static FormNavigation Walk(DraftContent content) => new(Rules(content), content, Read(content), Read(content).Errors);

    private static FormReading Read(DraftContent content) => FormReader.Read(content, Rules(content), hasFirmAccount: true);

    private static FormRules Rules(DraftContent content)
    {
        var shipped = RulebookSource.Shipped();
        return new FormRules(new MeasureCatalog().MeasuresOf(content), shipped.Rules, shipped.Regions, new DateOnly(2020, 11, 16));
    }
}
