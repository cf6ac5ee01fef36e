using System.Net;
using AngleSharp.Dom;
using Portal.Features.Public.Check;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Check;

/// <summary>The questionnaire as a person meets it, and as it works without any script.</summary>
public sealed class SurveyPanelTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Graduate = "#1&place=210102&situation=flexible&identity=graduate&leftSchoolOn=2019-07-01&contributionsPaid=true&monthsClaimed=6"
        + "&flexible-social-insurance-monthsAlreadyPaid=0&monthlyContribution=1000&hasDifficulty=false";

    private readonly ScriptlessBrowser _person = new(portal);

    [Fact]
    public async Task The_place_comes_first_and_then_the_question_that_decides_most()
    {
        await _person.GetAsync("/check/person");
        Assert.Equal("先选地区", _person.Page.QuerySelector(".survey-ask h2")!.TextContent);

        await PressAsync(SurveyForm.NextStep);

        Assert.Equal("您现在是下面哪些情况？", _person.Page.QuerySelector("legend")!.TextContent);
        Assert.Contains("没有选，按全省规定", Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_is_answered_by_a_plain_form_and_no_answer_stands_in_an_address()
    {
        await _person.GetAsync("/check/person");
        await PressAsync(SurveyForm.NextStep, ("Form.City", "210100"), ("Form.Counties", "210102"));
        foreach (var answer in (string[])["flexible", "graduate", "true", "6", "0", "2019-07-01", "1000", "false"])
        {
            Assert.DoesNotContain("问完了", Asked, StringComparison.Ordinal);
            await PressAsync(SurveyForm.NextStep, ("Form.Answer", answer));
            Assert.Equal("/check/person", _person.Response.RequestMessage!.RequestUri!.PathAndQuery);
        }

        Assert.Contains("问完了", Asked, StringComparison.Ordinal);
        Assert.Contains("3,999.96 元", _person.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "请至少选一项")]
    [InlineData("king", "请至少选一项")]
    [InlineData("none.rent", "请只留一种")]
    public async Task A_question_without_a_clear_answer_stays_and_says_what_to_do(string? answer, string told)
    {
        await OpenAsync("#1&place=210102");

        await PressAsync(SurveyForm.NextStep, ("Form.Answer", answer ?? ""));

        Assert.Contains(told, _person.Page.QuerySelector(".error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("question-error", _person.Page.QuerySelector("fieldset.field")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("很久")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task What_cannot_be_read_stays_as_it_was_typed(string typed)
    {
        await OpenAsync(Graduate.Replace("&monthsClaimed=6", "", StringComparison.Ordinal));

        await PressAsync(SurveyForm.NextStep, ("Form.Answer", typed));

        Assert.Equal(typed, _person.Page.QuerySelector("#answer")!.GetAttribute("value") ?? "");
        Assert.Equal("“本次申请月数”请填写0到60的整数。", _person.Page.QuerySelector(".error")!.TextContent);
    }

    [Fact]
    public async Task A_link_brings_back_the_answers_and_the_result_explains_itself()
    {
        await OpenAsync(Graduate);

        Assert.Contains("问完了", Asked, StringComparison.Ordinal);
        var certain = _person.Page.QuerySelector(".standing")!.TextContent;
        Assert.Contains("3,999.96 元", certain, StringComparison.Ordinal);
        Assert.Contains("请在2021年7月1日前（含当天）申请，2021年7月2日起就不符合了。", certain, StringComparison.Ordinal);
        Assert.Contains("最迟2020年11月23日", _person.Page.QuerySelector(".standing .assessment")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("您没有选“自己创业，租了经营场地”。选了它，就可能符合。", _person.Text, StringComparison.Ordinal);
        Assert.Equal("能享受1项，合计3,999.96 元；可能享受0项；不符合5项。", _person.Page.QuerySelector("#survey")!.GetAttribute("data-said"));
        Assert.Contains("leftSchoolOn=2019-07-01",
            _person.Page.QuerySelector("form[action='/apply/answers']:has(button[value=flexible-social-insurance]) input[name=answers]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_kept_for_the_link_and_a_changed_one_changes_the_result()
    {
        await OpenAsync(Graduate);

        await PressAsync(ButtonOf(".survey-answers", "修改：本次申请月数"));
        Assert.Equal("6", _person.Page.QuerySelector("#answer")!.GetAttribute("value"));
        await PressAsync(SurveyForm.NextStep, ("Form.Answer", "3 个月"));

        Assert.Contains("1,999.98 元", _person.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("monthsClaimed=3&", _person.Page.QuerySelector("#survey")!.GetAttribute("data-answers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_skipped_is_offered_at_the_end()
    {
        await OpenAsync(Graduate.Replace("&monthsClaimed=6", "", StringComparison.Ordinal));

        await PressAsync(SurveyForm.SkipStep);
        Assert.Contains("还要知道：本次申请月数。", _person.Page.QuerySelector(".standing")!.TextContent, StringComparison.Ordinal);
        await PressAsync(ButtonOf(".survey-ask", "现在回答：本次申请月数"));

        Assert.NotNull(_person.Page.QuerySelector("#answer"));
    }

    [Fact]
    public async Task Going_back_is_by_the_order_in_which_was_asked()
    {
        await OpenAsync("#1&place=210102");
        await PressAsync(SurveyForm.NextStep, ("Form.Answer", "flexible"));
        await PressAsync(SurveyForm.NextStep, ("Form.Answer", "graduate"));

        await PressAsync(SurveyForm.BackStep);
        Assert.Equal("您符合下面哪些身份？", _person.Page.QuerySelector("legend")!.TextContent);
        Assert.NotNull(_person.Page.QuerySelector("input[value=graduate][checked]"));
        await PressAsync(SurveyForm.BackStep);
        await PressAsync(SurveyForm.BackStep);
        Assert.Equal("先选地区", _person.Page.QuerySelector(".survey-ask h2")!.TextContent);
        Assert.NotNull(_person.Page.QuerySelector("#place-210100 option[value='210102'][selected]"));
    }

    [Fact]
    public async Task Junk_in_a_link_is_told_and_the_rest_is_kept()
    {
        await OpenAsync(Graduate + "&king=yes&hasDifficulty=maybe");

        Assert.Contains("链接里有 2 处内容读不出来", _person.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2019年7月1日", Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_questions_of_the_same_name_say_which_measure_asked()
    {
        await OpenAsync(Graduate + "&monthsRequested=9");

        var answers = _person.Page.QuerySelectorAll(".survey-answers dt").Select(term => term.TextContent).ToArray();
        Assert.Contains("本次申请月数（灵活就业社会保险补贴）", answers);
        Assert.Contains("本次申请月数（创业场地补贴）", answers);
        Assert.Contains("离校日期", answers);
    }

    [Fact]
    public async Task Starting_anew_forgets_every_answer()
    {
        await OpenAsync(Graduate);

        await PressAsync(SurveyForm.RestartStep);

        Assert.Contains("先选地区", Asked, StringComparison.Ordinal);
        Assert.Contains("还没有回答", Answers, StringComparison.Ordinal);
        Assert.Equal("", _person.Page.QuerySelector("#survey")!.GetAttribute("data-answers"));
    }

    [Fact]
    public async Task What_nobody_could_have_pressed_breaks_nothing()
    {
        await _person.GetAsync("/check/firm");
        foreach (var step in (string[])["ask:king", "next", "back", "skip", "", "rubbish"])
        {
            await PressAsync(step, ("Form.Question", "king"), ("Form.Path", "king.rent.."), ("Form.AsksPlace", "maybe"), ("Form.City", "999999"), ("Form.Answers", new string('9', 5000)));
            Assert.True(_person.Response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, step);
            await _person.GetAsync("/check/firm");
        }
    }

    private string Asked => _person.Page.QuerySelector(".survey-ask")!.TextContent;

    private string Answers => _person.Page.QuerySelector(".survey-answers")!.TextContent;

    /// <summary>As the page's script does with what stands behind the # of its address.</summary>
    private async Task OpenAsync(string fragment)
    {
        await _person.GetAsync("/check/person");
        await PressAsync("", ("Form.Answers", fragment), ("Form.AsksPlace", "false"));
    }

    private string ButtonOf(string part, string text) =>
        _person.Page.QuerySelectorAll($"{part} button").Single(button => button.TextContent == text).GetAttribute("value")!;

    private Task PressAsync(string step, params (string Name, string Value)[] typed) =>
        _person.SubmitAsync("survey", typed.Append(("Form.Step", step)).ToDictionary(field => field.Item1, field => field.Item2));
}
