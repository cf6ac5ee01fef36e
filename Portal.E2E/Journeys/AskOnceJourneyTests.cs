using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A graduate answers once: in the questionnaire, in the first application, and never again what is known.</summary>
public sealed class AskOnceJourneyTests(Browser browser)
{
    private static readonly string[] Papers =
        ["毕业证书或就业困难人员认定材料", "社会保险缴费凭证", "营业执照", "场地租赁合同", "租金支付凭证", "身份类别证明"];

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_questionnaires_end_becomes_one_application_two_cases_and_a_shorter_third(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var form = new ApplicationForm(graduate);
        await AnswerAsync(graduate);
        await ChooseAsync(graduate);
        await graduate.SeesHeadingAsync("一次申请2项");
        Assert.DoesNotContain("2019-07-01", graduate.Page.Url, StringComparison.Ordinal);

        await form.ChooseFirstMonthAsync("2020-05");
        await form.NextAsync();
        await form.GoToAsync("venue-subsidy-personCategory");
        await SeesWhereAnAnswerComesFromAsync(graduate);
        await form.NextAsync();
        await form.ChooseFirstMonthAsync("2020-05");
        await form.NextAsync();
        await form.FillAccountAsync("中国样例银行", "6200000000000005");
        await form.AttachAsync("身份证", "身份证.pdf");
        await graduate.Main.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^存到我的证照.*身份证.pdf") }).CheckAsync();
        await graduate.SeesAsync("已存到我的证照");
        await form.AttachAllAsync(Papers);
        await form.SubmitAsync();

        await graduate.GoAsync("/home");
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Link, new() { Name = "创业场地补贴" }).First).ToBeVisibleAsync();
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Link, new() { Name = "灵活就业社会保险补贴" }).First).ToBeVisibleAsync();
        await AppliesAgainAsync(graduate, form);
    }

    private static async Task AnswerAsync(Visitor graduate)
    {
        await graduate.GoAsync("/check/person");
        var questionnaire = new Questionnaire(graduate);
        await questionnaire.ChoosePlaceAsync("沈阳市", "和平区");
        await questionnaire.AnswerAllAsync(new Dictionary<string, string>
        {
            ["您现在是下面哪些情况？"] = "灵活就业|自己创业，租了经营场地",
            ["您符合下面哪些身份？"] = "高校毕业生",
            ["您自己缴纳社会保险费了吗"] = "是",
            ["本次申请月数"] = "3",
            ["离校日期"] = "2019-07-01",
            ["每月缴费金额"] = "1000",
            ["每月场地租金"] = "2000",
            ["您缴费确实有困难吗"] = "否",
            ["已享受月数"] = "0",
            ["已领取月数"] = "0",
        });
    }

    private static async Task ChooseAsync(Visitor graduate)
    {
        foreach (var measure in (string[])["灵活就业社会保险补贴", "创业场地补贴"])
            await graduate.Main.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"^{measure}") }).CheckAsync();
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.PressAsync("申请勾选的");
        await graduate.PressAsync("开始填写");
        await new ConsentSheet(graduate).AgreeAsync();
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.PressAsync("开始填写");
    }

    private static async Task SeesWhereAnAnswerComesFromAsync(Visitor graduate)
    {
        var rent = graduate.Main.GetByLabel("每月场地租金");
        await Assertions.Expect(rent).ToHaveValueAsync("2000.00");
        var sources = graduate.Main.GetByText("来自您刚才的回答");
        var told = await sources.CountAsync();
        await rent.FillAsync("2100");
        await Assertions.Expect(sources).ToHaveCountAsync(told - 1);
    }

    private static async Task AppliesAgainAsync(Visitor graduate, ApplicationForm form)
    {
        await form.OpenAsync("startup-loan-interest");
        await form.GoToAsync("place");
        await Assertions.Expect(graduate.Main.GetByLabel("县（市、区）")).ToHaveValueAsync("210102");
        await graduate.SeesAsync("来自您2020年11月16日的申请 LN");
        await form.GoToAsync("account");
        await graduate.SeesAsync("上次用的银行卡");
        await Assertions.Expect(graduate.Main.GetByLabel("银行卡号")).ToHaveCountAsync(0);
        await form.GoToAsync("papers");
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Link, new() { Name = "身份证.pdf" })).ToBeVisibleAsync();
        Assert.Empty(await graduate.AxeFaultsAsync());

        await graduate.GoAsync("/me/documents");
        await graduate.FillAsync("有效期到：身份证.pdf", "2020-10-31");
        await graduate.Main.GetByRole(AriaRole.Button, new() { Name = "保存有效期" }).ClickAsync();
        await graduate.SeesAsync("已过期");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
    }
}
