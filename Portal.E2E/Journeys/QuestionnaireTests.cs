using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A graduate asks what there is to get, keeps the link, and finds everything again.</summary>
public sealed class QuestionnaireTests(Browser browser)
{
    private const string Flexible = "灵活就业社会保险补贴";

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_graduate_answers_to_the_end_and_finds_it_again_by_the_link(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = new Visitor(await portal.VisitAsync(screen));
        await graduate.GoAsync("/check");
        await graduate.FollowAsync("我是个人");
        await AnswerAsync(new Questionnaire(graduate));
        await SeesTheResultAsync(graduate);
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();

        await graduate.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await graduate.PressAsync("复制链接");
        await graduate.SeesAsync("链接已复制");
        var link = await graduate.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        var again = new Visitor(await portal.VisitAsync(screen));
        var requested = Record(again.Page);
        await again.GoAsync(link);
        await SeesTheResultAsync(again);
        await again.SeesAsync("2019年7月1日");
        Assert.Contains("leftSchoolOn=2019-07-01", link, StringComparison.Ordinal);
        Assert.NotEmpty(requested);
        Assert.DoesNotContain(requested, address => address.Contains("leftSchoolOn", StringComparison.Ordinal) || address.Contains("2019-07-01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_the_questions_come_as_plain_pages()
    {
        await using var portal = new PortalServer(browser);
        var graduate = new Visitor(await portal.VisitAsync(Screen.Phone, scripts: false));
        await graduate.GoAsync("/check/person");
        await AnswerAsync(new Questionnaire(graduate));
        await Assertions.Expect(new Questionnaire(graduate).Measure(Flexible)).ToContainTextAsync("3,999.96 元");
        await graduate.DoesNotScrollSidewaysAsync();
    }

    [Fact]
    public async Task A_question_takes_the_keyboard_with_it_and_an_open_measure_has_no_faults()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Phone));
        var questionnaire = new Questionnaire(visitor);
        await visitor.GoAsync("/check/firm");
        await questionnaire.ChoosePlaceAsync("大连市", "中山区");

        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "第 1 题" })).ToBeFocusedAsync();
        await visitor.PressAsync("下一题");
        await visitor.SeesAsync("请至少选一项");
        await questionnaire.Result.GetByText("看结果").ClickAsync();
        await questionnaire.Measure("稳岗返还").GetByText("看条件").ClickAsync();
        await visitor.SeesAsync("依法参加失业保险，并足额缴费满12个月");
        Assert.Empty(await visitor.AxeFaultsAsync());
        await visitor.DoesNotScrollSidewaysAsync();
    }

    [Fact]
    public async Task A_link_edited_in_the_address_is_read_anew()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Desktop));
        await visitor.GoAsync("/check/person#1&situation=none");
        await new Questionnaire(visitor).IsDoneAsync();

        await visitor.Page.EvaluateAsync("location.hash = '1&situation=rent&rubbish'");

        await visitor.SeesHeadingAsync("第 2 题");
        await visitor.SeesAsync("链接里有 1 处内容读不出来");
    }

    private static async Task AnswerAsync(Questionnaire questionnaire)
    {
        await questionnaire.ChoosePlaceAsync("沈阳市", "和平区");
        await questionnaire.ChooseAsync("您现在是下面哪些情况？", "灵活就业");
        await questionnaire.ChooseAsync("您符合下面哪些身份？", "高校毕业生");
        await questionnaire.ChooseAsync("您自己缴纳社会保险费了吗", "是");
        await questionnaire.FillAsync("本次申请月数", "6");
        await questionnaire.FillAsync("已享受月数", "0");
        await questionnaire.FillAsync("离校日期", "2019-07-01");
        await questionnaire.FillAsync("每月缴费金额", "1,000");
        await questionnaire.ChooseAsync("您缴费确实有困难吗", "否");
        await questionnaire.IsDoneAsync();
    }

    private static async Task SeesTheResultAsync(Visitor visitor)
    {
        var questionnaire = new Questionnaire(visitor);
        await Assertions.Expect(questionnaire.Measure(Flexible)).ToContainTextAsync("3,999.96 元");
        await Assertions.Expect(questionnaire.Measure(Flexible)).ToContainTextAsync("2021年7月2日起就不符合了");
        await Assertions.Expect(questionnaire.Measure("创业场地补贴")).ToContainTextAsync("您没有选“自己创业，租了经营场地”");
        await Assertions.Expect(questionnaire.Measure("养老保险费缓缴")).ToContainTextAsync("如果“缴费是否确有困难”为“是”");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(questionnaire.Measure(Flexible)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Main.GetByText("离校日期", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "打印" })).Not.ToBeVisibleAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>Every address the browser asks the server for: they stand in logs, bodies do not.</summary>
    private static List<string> Record(IPage page)
    {
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add($"{request.Method} {request.Url}");
        return requests;
    }
}
