using Bunit;
using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Components.Rules;

public sealed class AssessmentViewTests : BunitContext
{
    private static readonly FlexibleSocialInsurance Flexible = new();
    private static readonly FactSet Complete = FactSet.FromTexts(Flexible.Facts, new Dictionary<string, string>
    {
        ["personCategory"] = "graduate",
        ["leftSchoolOn"] = "2020-06-30",
        ["flexiblyEmployed"] = "true",
        ["contributionsPaid"] = "true",
        ["monthsClaimed"] = "3",
        ["monthsAlreadyPaid"] = "0",
        ["monthlyContribution"] = "1000.00",
    });

    [Fact]
    public void Nothing_known_is_told_as_unknown_with_what_is_missing()
    {
        var view = Show(FactSet.Empty(Flexible.Facts));

        Assert.Contains("还差7项信息", view.Markup, StringComparison.Ordinal);
        Assert.Contains("每月缴费金额", view.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(view.FindAll(".condition--unknown"));
        Assert.Contains("还不知道", view.Find(".condition--unknown b").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unmet_condition_says_so_in_words_with_its_clause()
    {
        var view = Show(Complete.With(FlexibleSocialInsurance.FlexiblyEmployed, false));

        Assert.Contains("暂不符合", view.Find(".notice").TextContent, StringComparison.Ordinal);
        var unmet = view.Find(".condition--unmet");
        Assert.Contains("不符合", unmet.TextContent, StringComparison.Ordinal);
        Assert.Contains("第七条", unmet.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("金额是怎么算出来的", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_met_application_shows_the_amount_its_sources_and_its_due_date()
    {
        var view = Show(Complete);

        Assert.Contains("1,999.98 元", view.Find(".money--large").TextContent, StringComparison.Ordinal);
        Assert.Contains("审核通过后拨付，最迟2020年11月23日", view.Markup, StringComparison.Ordinal);
        Assert.Contains("依据：", view.Find("details").TextContent, StringComparison.Ordinal);
        Assert.All(view.FindAll(".assessment > .conditions > .condition"), condition => Assert.Contains("condition--met", condition.ClassList));
    }

    [Fact]
    public void A_value_the_city_has_not_set_is_told_and_no_amount_guessed()
    {
        var grant = new HiringGrant();
        var facts = FactSet.FromTexts(grant.Facts, new Dictionary<string, string>
        {
            ["hireCategory"] = "graduate",
            ["contractMonths"] = "12",
            ["socialInsurancePaid"] = "true",
            ["hires"] = "1",
            ["premiumReliefPeriod"] = "true",
        });

        var view = Show(facts, grant, "210102");

        Assert.Contains("符合条件，金额待市级细则", view.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll(".money"));
    }

    private IRenderedComponent<AssessmentView> Show(FactSet facts, Measure? measure = null, string region = "210202")
    {
        measure ??= Flexible;
        var assessment = measure.Assess(facts, measure.TermsFor(RulebookSource.Shipped().Rules, region, new DateOnly(2020, 11, 16)));
        return Render<AssessmentView>(parameters => parameters.Add(view => view.Assessment, assessment).Add(view => view.Measure, measure));
    }
}
