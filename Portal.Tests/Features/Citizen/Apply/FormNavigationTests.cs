using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>The way through a form: one thing a page, only what matters, and every error on a page of its own.</summary>
public sealed class FormNavigationTests
{
    [Fact]
    public void A_person_is_asked_one_thing_a_page_and_nothing_that_does_not_matter()
    {
        Assert.Equal(
            ["place", "personCategory", "leftSchoolOn", "flexiblyEmployed", "contributionsPaid", "monthsClaimed", "monthsAlreadyPaid", "monthlyContribution", "period", "account", "papers", "check"],
            Keys(ApplyScene.Flexible()));

        var hardship = ApplyScene.Flexible();
        hardship.Measures[0].Answers["personCategory"] = "hardship";
        hardship.Measures[0].Answers.Remove("leftSchoolOn");
        Assert.DoesNotContain("leftSchoolOn", Keys(hardship));
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
    public void Next_and_previous_lead_back_to_where_one_was()
    {
        foreach (var measure in new MeasureCatalog().All)
        {
            var walk = Walk(EligibleForms.For(measure.Code));
            foreach (var step in walk.Steps.Where(step => step.Kind != StepKind.Check))
                Assert.Equal(step.Key, walk.Previous(walk.Next(step))!.Key);
            Assert.Null(walk.Previous(walk.Steps[0]));
            Assert.Equal(StepKind.Check, walk.Next(walk.Check).Kind);
        }
    }

    [Fact]
    public void Every_error_of_an_empty_form_stands_on_a_page_where_it_is_put_right()
    {
        foreach (var measure in new MeasureCatalog().All)
        {
            var content = new DraftContent { Measures = { new MeasureAnswers { Code = measure.Code, People = { new PersonEntry() } } } };
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
        Assert.Contains("startup-loan-interest-principal", keys);
        Assert.Equal(2, Read(content).Parts.Count());
        Assert.Equal("startup-loan-interest-principal", Walk(content).StepOf(new FormError("startup-loan-interest-" + FactField.IdFor(StartupLoanInterest.Principal), "")).Key);
    }

    private static string[] Keys(DraftContent content) => [.. Walk(content).Steps.Select(step => step.Key)];

    private static FormNavigation Walk(DraftContent content) => new(Rules(content), content, Read(content), Read(content).Errors);

    private static FormReading Read(DraftContent content) => FormReader.Read(content, Rules(content), hasFirmAccount: true);

    private static FormRules Rules(DraftContent content)
    {
        var shipped = RulebookSource.Shipped();
        return new FormRules(new MeasureCatalog().MeasuresOf(content), shipped.Rules, shipped.Regions, new DateOnly(2020, 11, 16));
    }
}
