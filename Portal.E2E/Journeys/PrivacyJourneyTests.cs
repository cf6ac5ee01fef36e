using System.IO.Compression;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A person consents before the first application, reads who looked, and takes a copy home.</summary>
public sealed class PrivacyJourneyTests(Browser browser)
{
    private const string GraduatesId = "210102199901010002";

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_graduate_consents_sees_who_looked_and_takes_a_copy(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        await ConsentAsync(graduate);
        var caseNo = await ApplyAsync(graduate);

        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        await new CaseDesk(reviewer).OpenFromQueueAsync(caseNo);
        await UnmaskAsync(reviewer);

        await graduate.GoAsync("/me/privacy/views");
        await graduate.SeesAsync("赵敏（审核，辽宁省）");
        await graduate.SeesAsync("打开了办件");
        await graduate.SeesAsync("理由：与材料核对：毕业证书上的号码看不清");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();

        var copy = await DownloadAsync(graduate);
        Assert.Contains(caseNo, copy, StringComparison.Ordinal);
        Assert.Contains(GraduatesId, copy, StringComparison.Ordinal);

        var auditor = await Visitor.SignedInAsync(portal, screen, "auditor");
        await auditor.GoAsync($"/desk/views?no={caseNo}&kind=Unmasked");
        await auditor.SeesAsync("查看了申请人的身份证号码全文");
    }

    private static async Task ConsentAsync(Visitor graduate)
    {
        await graduate.GoAsync("/apply/temporary-relief");
        await graduate.PressAsync("开始填写");
        await graduate.PressAsync("同意并继续");
        await graduate.SeesAsync("请先阅读“敏感个人信息单独同意”并勾选同意");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await new ConsentSheet(graduate).AgreeAsync();
        await graduate.SeesHeadingAsync("开始之前");
    }

    private static async Task<string> ApplyAsync(Visitor person)
    {
        var form = new ApplicationForm(person);
        await form.OpenAsync("temporary-relief");
        await form.ChoosePlaceAsync("大连市", "中山区");
        await form.ChooseAsync("您受疫情影响，回不了原来的岗位吗", "是");
        await form.FillAsync("连续无收入月数", "3");
        await form.ChooseAsync("您生活有困难吗", "是");
        await form.ChooseAsync("失业保险能保障到您吗", "否");
        await form.NextAsync();
        await form.ChooseAsync("您已经纳入低保了吗", "否");
        await form.ChooseAsync("您在经常居住地申请吗", "是");
        await form.ChooseAsync("您领过一次性临时救助金吗", "否");
        await form.NextAsync();
        await form.FillAccountAsync("中国样例银行", "6200000000000005");
        await form.AttachAllAsync("身份证", "居住证明", "收入情况说明");
        return await form.SubmitAsync();
    }

    private static async Task UnmaskAsync(Visitor reviewer)
    {
        Assert.False(await BearsAsync(reviewer, GraduatesId));
        await reviewer.FollowAsync("查看完整号码");
        await reviewer.Main.GetByLabel("看哪一项").SelectOptionAsync("id");
        await reviewer.ChooseAsync("做什么用", "与材料核对");
        await reviewer.FillAsync("具体理由", "毕业证书上的号码看不清");
        await reviewer.PressAsync("记录并查看");
        await reviewer.SeesAsync(GraduatesId);
        Assert.Empty(await reviewer.AxeFaultsAsync());
        await reviewer.DoesNotScrollSidewaysAsync();

        await reviewer.Page.ReloadAsync();
        await reviewer.SeesAsync("号码已经不再显示");
        Assert.False(await BearsAsync(reviewer, GraduatesId));
    }

    private static async Task<bool> BearsAsync(Visitor visitor, string text) => (await visitor.Page.ContentAsync()).Contains(text, StringComparison.Ordinal);

    private static async Task<string> DownloadAsync(Visitor person)
    {
        await person.GoAsync("/me/privacy");
        await person.FillAsync("登录密码", "not-mine-1");
        await person.PressAsync("下载我的信息");
        await person.SeesAsync("密码不正确");
        await person.FillAsync("登录密码", "Demo-2020-11");
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.PressAsync("下载我的信息"));
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var reader = new StreamReader(await zip.GetEntry("我的数据.json")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
