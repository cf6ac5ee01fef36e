using Portal.Casework.Rulebooks;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Public.Check;

namespace Portal.Tests.Features.Public.Check;

/// <summary>The sentences that tell where a firm stands.</summary>
public sealed class StandingTextsTests
{
    private static readonly Dictionary<string, string> Firm = new()
    {
        ["activity"] = "hire",
        ["people"] = "registered-unemployed",
        ["contract"] = "12",
        ["insured"] = "true",
        ["unemployedMonths"] = "3",
        ["hiring-grant-hires"] = "2",
        ["premiumReliefPeriod"] = "false",
        ["insuredHeadcount"] = "8",
        ["size"] = "micro",
        ["premiumsPaidLastYear"] = "1000.00",
        ["premiumMonthsPaid"] = "12",
        ["layoffRate"] = "0",
        ["seriousDishonesty"] = "false",
        ["zombieEnterprise"] = "false",
    };

    [Fact]
    public void Months_still_to_pass_are_told_with_the_day() =>
        Assert.Equal(["没有满足：招用的是登记失业半年以上人员，或者高校毕业生。", "如果“登记失业月数”达到6个月，就可能符合。", "如果情况不变，2021年2月16日起（3个月之后）就符合了。"],
            Sentences<HiringGrant>("210202", Firm));

    [Fact]
    public void A_small_firm_hears_that_it_need_not_apply_and_what_next_year_brings() =>
        Assert.Equal(["免申即享：不用申请，由经办机构核对后直接发放。", "2021年1月1日起，金额变为600.00 元。"], Sentences<StabilizationRefund>("210202", Firm));

    [Fact]
    public void An_amount_the_city_has_not_set_is_told_so() =>
        Assert.Equal("条件都满足，当地还没有公布标准，金额出台后确定。",
            Sentences<HiringGrant>("210102", new(Firm) { ["people"] = "graduate" })[0]);

    [Fact]
    public void What_runs_out_is_told_with_its_last_day() =>
        Assert.Contains("要申请请在2020年12月31日前（含当天），2021年1月1日起就不符合了。", Sentences<WorkBasedTraining>("210202", []));

    [Fact]
    public void A_measure_outside_its_time_says_so_and_when_it_begins() =>
        Assert.Equal(["这项政策现在不在执行期内。", "如果情况不变，2020年11月1日起就可能符合了。"], Sentences<HiringGrant>("210202", [], new DateOnly(2020, 10, 20)));

    [Fact]
    public void A_choice_not_made_is_told_with_what_else_would_be_needed() =>
        Assert.Equal(["您没有选“用临时性公益性岗位安置人员”。选了它，并且“安置的是否为就业困难人员”为“是”，就可能符合。"], Sentences<PublicPostSubsidy>("210202", Firm));

    private static string[] Sentences<T>(string place, Dictionary<string, string> answers, DateOnly? day = null)
    {
        var survey = new Survey(new SurveyQuestions(new MeasureCatalog(), Audience.Firm), RulebookSource.Shipped().Rules, place, day ?? new DateOnly(2020, 11, 16));
        return [.. StandingTexts.Sentences(survey.Judge(answers).Single(standing => standing.Measure is T))];
    }
}
