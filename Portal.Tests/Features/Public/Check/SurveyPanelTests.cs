using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Rules;
using Portal.Features.Public.Check;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Check;

/// <summary>The questionnaire as a person meets it, without a browser.</summary>
public sealed class SurveyPanelTests : BunitContext, IClassFixture<PortalFactory>
{
    private const string Graduate = "#1&place=210102&situation=flexible&identity=graduate&leftSchoolOn=2019-07-01&contributionsPaid=true&monthsClaimed=6"
        + "&flexible-social-insurance-monthsAlreadyPaid=0&monthlyContribution=1000&hasDifficulty=false";

    private readonly BunitJSModuleInterop _module;

    public SurveyPanelTests(PortalFactory portal)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _module = JSInterop.SetupModule(_ => true);
        _module.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(portal.Get<OpenSurvey>());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void The_place_comes_first_and_then_the_question_that_decides_most()
    {
        var page = Show("");

        Press(page, "先不选，按全省规定看");

        Assert.Equal("您现在是下面哪些情况？", page.Find("legend").TextContent);
        Assert.Contains("没有选，按全省规定", page.Find(".survey-answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void None_of_these_puts_out_the_other_choices_and_they_put_out_it()
    {
        var page = Show("#1&place=210102");

        page.Find("input[value=rent]").Change(true);
        page.Find("input[value=none]").Change(true);
        Assert.Equal(["none"], page.FindAll("input[checked]").Select(input => input.GetAttribute("value")));

        page.Find("input[value=rent]").Change(true);
        Assert.Equal(["rent"], page.FindAll("input[checked]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public void A_question_without_an_answer_stays_and_says_what_to_do()
    {
        var page = Show("#1&place=210102");

        page.Find("form").Submit();

        Assert.Contains("请至少选一项", page.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Contains("question-error", page.Find("fieldset.field").GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("很久")]
    [InlineData("-1")]
    [InlineData("")]
    public void What_cannot_be_read_stays_as_it_was_typed(string typed)
    {
        var page = Show(Graduate.Replace("&monthsClaimed=6", "", StringComparison.Ordinal));

        page.Find("#answer").Input(typed);
        page.Find("form").Submit();

        Assert.Equal(typed, page.Find("#answer").GetAttribute("value") ?? "");
        Assert.Equal("“本次申请月数”请填写0到60的整数。", page.Find(".error").TextContent);
    }

    [Fact]
    public void A_link_brings_back_the_answers_and_the_result_explains_itself()
    {
        var page = Show(Graduate);

        Assert.Contains("问完了", page.Find(".survey-ask").TextContent, StringComparison.Ordinal);
        var certain = page.Find(".standing").TextContent;
        Assert.Contains("3,999.96 元", certain, StringComparison.Ordinal);
        Assert.Contains("请在2021年7月1日前（含当天）申请，2021年7月2日起就不符合了。", certain, StringComparison.Ordinal);
        Assert.Contains("您没有选“自己创业，租了经营场地”。选了它，就可能符合。", page.Find(".survey-result").TextContent, StringComparison.Ordinal);
        Assert.Contains("能享受1项，合计3,999.96 元；可能享受0项；不符合5项。", page.Find("[role=status].hidden-visually").TextContent, StringComparison.Ordinal);
        Assert.Contains("leftSchoolOn=2019-07-01", page.Find("form[action='/apply/answers']:has(button[value=flexible-social-insurance]) input[name=answers]").GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_and_arithmetic_open_on_demand()
    {
        var page = Show(Graduate);
        Assert.Empty(page.FindAll(".assessment"));

        page.Find(".standing details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Contains("最迟2020年11月23日", page.Find(".assessment").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_kept_in_the_link_and_a_changed_one_changes_the_result()
    {
        var page = Show(Graduate);

        page.FindAll(".survey-answers button").Single(button => button.TextContent == "修改：本次申请月数").Click();
        Assert.Equal("6", page.Find("#answer").GetAttribute("value"));
        page.Find("#answer").Input("3 个月");
        page.Find("form").Submit();

        Assert.Contains("1,999.98 元", page.Find(".standing").TextContent, StringComparison.Ordinal);
        Assert.Contains("monthsClaimed=3&", Assert.IsType<string>(_module.Invocations["keep"][^1].Arguments[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_skipped_is_offered_at_the_end()
    {
        var page = Show(Graduate.Replace("&monthsClaimed=6", "", StringComparison.Ordinal));

        Press(page, "不清楚，跳过");
        Assert.Contains("还要知道：本次申请月数。", page.Find(".standing").TextContent, StringComparison.Ordinal);
        page.FindAll(".survey-ask button").Single(button => button.TextContent == "现在回答：本次申请月数").Click();

        Assert.NotNull(page.Find("#answer"));
    }

    [Fact]
    public void Junk_in_a_link_is_told_and_the_rest_is_kept()
    {
        var page = Show(Graduate + "&king=yes&hasDifficulty=maybe");

        Assert.Contains("链接里有 2 处内容读不出来", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("2019年7月1日", page.Find(".survey-answers").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_to_questions_of_the_same_name_say_which_measure_asked()
    {
        var page = Show(Graduate + "&monthsRequested=9");

        var answers = page.FindAll(".survey-answers dt").Select(term => term.TextContent).ToArray();
        Assert.Contains("本次申请月数（灵活就业社会保险补贴）", answers);
        Assert.Contains("本次申请月数（创业场地补贴）", answers);
        Assert.Contains("离校日期", answers);
    }

    [Fact]
    public void Starting_anew_forgets_every_answer()
    {
        var page = Show(Graduate);

        Press(page, "重新开始");

        Assert.Contains("先选地区", page.Markup, StringComparison.Ordinal);
        Assert.Contains("还没有回答", page.Find(".survey-answers").TextContent, StringComparison.Ordinal);
        Assert.Equal("", _module.Invocations["keep"][^1].Arguments[0]);
    }

    private IRenderedComponent<SurveyPanel> Show(string fragment)
    {
        _module.Setup<string?>("start", _ => true).SetResult(fragment);
        return Render<SurveyPanel>(parameters => parameters.Add(panel => panel.Audience, Audience.Person).Add(panel => panel.Title, "我能享受什么（个人）"));
    }

    private static void Press(IRenderedComponent<SurveyPanel> page, string text)
    {
        var button = page.FindAll("button").Single(one => one.TextContent == text);
        // Without a type a button submits its form.
        if (button.GetAttribute("type") == "button") button.Click();
        else page.Find("form").Submit();
    }
}
