using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A flexible worker whose months were granted claims the next one with two taps.</summary>
public sealed class NextMonthJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task The_next_month_is_one_look_and_one_press(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        await graduate.GoAsync("/apply/flexible-social-insurance/next");
        await graduate.SeesHeadingAsync("现在还不能继续申请");
        var first = await ApplyAsync(graduate);
        await GrantAsync(portal, screen, first);

        await graduate.GoAsync("/apply/flexible-social-insurance");
        await graduate.FollowAsync("继续申请2020年10月的补贴");
        await graduate.SeesHeadingAsync("继续申请2020年10月的补贴");
        await graduate.SeesAsync("666.66 元");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.PressAsync("确认并提交");
        await graduate.Page.WaitForURLAsync("**/cases/LN*");

        Assert.NotEqual(first, graduate.CaseNo);
        await graduate.SeesAsync("2020年10月");
        await graduate.SeesAsync("资料沿用上次");
    }

    private static async Task<string> ApplyAsync(Visitor person)
    {
        var form = new ApplicationForm(person);
        await form.OpenAsync("flexible-social-insurance");
        await form.ChoosePlaceAsync("沈阳市", "和平区");
        await person.ChooseAsync("您的身份", "高校毕业生");
        await person.FillAsync("离校日期", "2019-07-01");
        await person.ChooseAsync("是否从事灵活就业", "是");
        await person.ChooseAsync("是否已自己缴纳社会保险费", "是");
        await person.FillAsync("本次申请月数", "2");
        await person.FillAsync("每月缴费金额", "1000");
        await person.Main.GetByLabel("从哪个月开始申请").SelectOptionAsync("2020-08");
        await person.FillAsync("开户银行", "中国样例银行");
        await person.FillAsync("银行卡号", "6200000000000005");
        foreach (var material in (string[])["身份证", "毕业证书或就业困难人员认定材料", "社会保险缴费凭证"]) await form.AttachAsync(material, $"{material}.pdf");
        return await form.SubmitAsync();
    }

    private static async Task GrantAsync(PortalServer portal, Screen screen, string caseNo)
    {
        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer"));
        await reviewer.OpenFromQueueAsync(caseNo);
        await reviewer.DoAsync("领取办理");
        await reviewer.DoAsync("拟同意");
        var approver = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "approver"));
        await approver.OpenFromQueueAsync(caseNo);
        await approver.DoAsync("同意");
    }
}
