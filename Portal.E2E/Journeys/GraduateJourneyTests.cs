using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A graduate registers, sees at once what is due, applies, corrects, and follows the case to the payment.</summary>
public sealed class GraduateJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_graduate_gets_the_flexible_work_subsidy(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await RegisterAsync(portal, screen);
        await SeesAtOnceAsync(graduate);
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        await graduate.SeesAsync("2020年11月23日");
        await graduate.DoesNotScrollSidewaysAsync();

        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        var desk = new CaseDesk(reviewer);
        await desk.OpenFromQueueAsync(caseNo);
        await desk.DoAsync("领取办理");
        await desk.DoAsync("请申请人补正", "缴费凭证看不清，请重新上传。");

        await graduate.GoAsync($"/cases/{caseNo}");
        await graduate.SeesAsync("缴费凭证看不清，请重新上传。");
        await CorrectAsync(graduate);

        await desk.OpenFromQueueAsync(caseNo);
        await desk.DoAsync("拟同意");
        var approver = await Visitor.SignedInAsync(portal, screen, "approver");
        var approval = new CaseDesk(approver);
        await approval.OpenFromQueueAsync(caseNo);
        await approval.DoAsync("同意");

        await PayAsync(portal, screen, caseNo);
        await graduate.GoAsync($"/cases/{caseNo}");
        await graduate.SeesAsync("已办结");
        await graduate.SeesAsync("3,999.96 元");
        await graduate.DoesNotScrollSidewaysAsync();
    }

    [Fact]
    public async Task From_the_landing_page_to_the_receipt_a_graduate_sees_twelve_screens()
    {
        await using var portal = new PortalServer(browser);
        var graduate = new Visitor(await portal.VisitAsync(Screen.Phone));
        var screens = new ScreenCount(graduate.Page);
        await graduate.GoAsync("/");
        await graduate.FollowAsync("浏览政策清单");
        await graduate.FollowAsync("灵活就业社会保险补贴");
        await graduate.FollowAsync("去申请");
        await graduate.FollowAsync("还没有账号，去注册");
        await TypeRegistrationAsync(graduate, Identifiers.GraduateId);
        await graduate.PressAsync("注册并登录");
        await graduate.PressAsync("开始填写");
        await new FlexibleApplication(graduate).FillInAsync();

        await graduate.SeesAsync("申请已经提交");
        Assert.Equal(12, screens.BeforeThis);
    }

    private static async Task<Visitor> RegisterAsync(PortalServer portal, Screen screen)
    {
        var person = new Visitor(await portal.VisitAsync(screen));
        await person.GoAsync("/register");
        await TypeRegistrationAsync(person, "210102199806120001");
        await person.PressAsync("注册并登录");
        await person.SeesAsync("最后一位（校验码）不对");

        await person.FillAsync("身份证号码", Identifiers.GraduateId);
        await person.Main.GetByLabel("密码", new() { Exact = true }).FillAsync("graduate-2020");
        await person.FillAsync("再输入一次密码", "graduate-2020");
        await person.PressAsync("注册并登录");
        await person.SeesHeadingAsync("张晓雨，您好");
        return person;
    }

    private static async Task TypeRegistrationAsync(Visitor person, string id)
    {
        await person.FillAsync("姓名", "张晓雨");
        await person.FillAsync("身份证号码", id);
        await person.Main.GetByLabel("手机号", new() { Exact = true }).FillAsync("13900000001");
        await person.Main.GetByLabel("密码", new() { Exact = true }).FillAsync("graduate-2020");
        await person.FillAsync("再输入一次密码", "graduate-2020");
        await new ConsentSheet(person).TickAsync();
    }

    private static async Task SeesAtOnceAsync(Visitor person)
    {
        await person.GoAsync("/check/flexible-social-insurance");
        await person.ChooseAsync("您的身份", "其他人员");
        await person.SeesAsync("暂不符合");
        await person.SeesAsync("第七条");
    }

    private static async Task CorrectAsync(Visitor person)
    {
        await person.FillAsync("补正说明", "已重新上传清晰的凭证。");
        await person.PressAsync("提交补正");
        await person.SeesAsync("审核中");
    }

    internal static async Task PayAsync(PortalServer portal, Screen screen, string caseNo)
    {
        var finance = await Visitor.SignedInAsync(portal, screen, "finance");
        await new CaseDesk(finance).OpenFromQueueAsync(caseNo);
        await finance.FillAsync("拨付凭证号", "PAY-0001");
        await finance.PressAsync("登记已拨付");
        await finance.SeesAsync("这一笔拨付已登记");
    }
}
