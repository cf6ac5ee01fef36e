using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A graduate answers once: in the questionnaire, in the first application, and never again what is known.</summary>
public sealed class AskOnceJourneyTests(Browser browser)
{
    private static readonly string[] Papers =
        ["身份证", "毕业证书或就业困难人员认定材料", "社会保险缴费凭证", "营业执照", "场地租赁合同", "租金支付凭证", "身份类别证明"];

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_questionnaires_end_becomes_one_application_and_two_cases(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        await graduate.GoAsync("/check/person");
        await AnswerAsync(new Questionnaire(graduate));
        foreach (var measure in (string[])["灵活就业社会保险补贴", "创业场地补贴"]) await graduate.Main.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($"^{measure}") }).CheckAsync();
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.PressAsync("申请选中的 2 项");

        await graduate.SeesHeadingAsync("一次申请2项");
        Assert.DoesNotContain("leftSchoolOn", graduate.Page.Url, StringComparison.Ordinal);
        await graduate.SeesAsync("来自您刚才的回答");
        await Assertions.Expect(graduate.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
        await Assertions.Expect(graduate.Main.GetByLabel("身份证", new() { Exact = true })).ToHaveCountAsync(1);
        await graduate.Main.GetByLabel("离校日期").FillAsync("2019-07-02");
        await Assertions.Expect(graduate.Main.Locator("#flexible-social-insurance-fact-leftSchoolOn-source")).ToHaveCountAsync(0);
        await SubmitAsync(graduate);

        await graduate.GoAsync("/home");
        await Assertions.Expect(graduate.Main.Locator("a[href^='/cases/LN']")).ToHaveCountAsync(2);

        await new ApplicationForm(graduate).OpenAsync("startup-loan-interest");
        await graduate.SeesAsync("上次用的银行卡");
        await graduate.SeesAsync("来自您2020年11月16日的申请 LN");
        await Assertions.Expect(graduate.Main.GetByLabel("县（市、区）")).ToHaveValueAsync("210102");
        await UsesTheCertificateAsync(graduate);
    }

    private static async Task AnswerAsync(Questionnaire questionnaire)
    {
        await questionnaire.ChoosePlaceAsync("沈阳市", "和平区");
        await questionnaire.AnswerAllAsync(new Dictionary<string, string>
        {
            ["您现在是下面哪些情况？"] = "灵活就业|自己创业，租了经营场地",
            ["您符合下面哪些身份？"] = "高校毕业生",
            ["是否已自己缴纳社会保险费"] = "是",
            ["本次申请月数"] = "3",
            ["离校日期"] = "2019-07-01",
            ["每月缴费金额"] = "1000",
            ["每月场地租金"] = "2000",
            ["缴费是否确有困难"] = "否",
            ["已享受月数"] = "0",
            ["已领取月数"] = "0",
        });
        await questionnaire.IsDoneAsync();
    }

    private static async Task SubmitAsync(Visitor graduate)
    {
        var form = new ApplicationForm(graduate);
        await graduate.Main.Locator("#flexible-social-insurance-first-month").SelectOptionAsync("2020-05");
        await graduate.Main.Locator("#venue-subsidy-first-month").SelectOptionAsync("2020-05");
        await graduate.FillAsync("开户银行", "中国样例银行");
        await graduate.FillAsync("银行卡号", "6200000000000005");
        foreach (var paper in Papers) await form.AttachAsync(paper, $"{paper}.pdf");
        await graduate.Main.GetByRole(AriaRole.Checkbox, new() { Name = "存到我的证照：身份证.pdf" }).CheckAsync();
        await graduate.SeesAsync("已存到我的证照");
        await form.SubmitAsync();
    }

    private static async Task UsesTheCertificateAsync(Visitor graduate)
    {
        await graduate.PressAsync("用我已存的“身份证.pdf”");
        await Assertions.Expect(graduate.Main.GetByRole(AriaRole.Link, new() { Name = "身份证.pdf" })).ToBeVisibleAsync();
        await graduate.GoAsync("/me/documents");
        await graduate.Main.GetByLabel("有效期到：身份证.pdf").FillAsync("2020-10-31");
        await graduate.PressAsync("保存有效期：身份证.pdf");
        await graduate.SeesAsync("已过期");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
    }
}
