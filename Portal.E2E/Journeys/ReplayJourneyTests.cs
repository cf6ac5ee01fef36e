using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Reference;
using Portal.E2E.Pages;
using Portal.E2E.Support;
using Portal.Rulebooks;

namespace Portal.E2E.Journeys;

/// <summary>Values change after a decision: it still comes out by its own, and stands beside what would be now.</summary>
public sealed class ReplayJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_decision_is_replayed_beside_now(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var caseNo = await ApplyAsync(await Visitor.SignedInAsync(portal, screen, "hr"));
        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        var desk = new CaseDesk(reviewer);
        await desk.OpenFromQueueAsync(caseNo);
        await desk.DoAsync("领取办理");
        await desk.DoAsync("拟同意");
        var replay = new ReplayDesk(reviewer);
        await replay.OpenFromCaseAsync(caseNo);
        await replay.ComesOutAgainAsync();
        await reviewer.SeesAsync("没有不一样的地方");

        await SetAmountAsync(portal, "3000");
        await replay.OpenFromCaseAsync(caseNo);

        await replay.ComesOutAgainAsync();
        await replay.TellsAsync("每人补贴标准：2,500.00 元 → 3,000.00 元");
        await replay.TellsAsync("金额：2,500.00 元 → 3,000.00 元");
        await replay.ShowsAsync("用到的标准", "每人补贴标准", then: "2,500.00 元", now: "3,000.00 元");
        await replay.UnfoldAsync("条件");
        await replay.ShowsAsync("条件", "高校毕业生。", then: "符合", now: "符合");
        await reviewer.DoesNotScrollSidewaysAsync();

        await reviewer.FollowAsync("看第 1 次");
        await reviewer.SeesHeadingAsync("第 1 次：提交申请");
        await replay.ComesOutAgainAsync();
        await reviewer.FollowAsync("改按今天的日期看");
        await reviewer.SeesAsync("好像今天才申请");
    }

    private static async Task<string> ApplyAsync(Visitor hr)
    {
        var form = new ApplicationForm(hr);
        await form.OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await form.ChoosePlaceAsync("大连市", "中山区");
        await hr.ChooseAsync("企业是否正在享受阶段性减免社会保险费", "否");
        await form.FillHireAsync(1, "刘芳", Identifiers.FirstHireId, "高校毕业生");
        foreach (var material in (string[])["劳动合同", "社会保险缴费凭证", "毕业证书或失业登记证明"]) await form.AttachAsync(material, $"{material}.pdf");
        return await form.SubmitAsync();
    }

    /// <summary>The county's own amount stands before the city's from then on.</summary>
    private static async Task SetAmountAsync(PortalServer portal, string amount)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        db.Add(new ParameterEntry
        {
            Key = "hiring-grant.amountPerPerson",
            RegionCode = "210202",
            From = new DateOnly(2020, 11, 1),
            Value = amount,
            Status = "C",
            Source = "大人社发〔2020〕99号",
        });
        await db.SaveChangesAsync();
        portal.Services.GetRequiredService<RulebookSource>().Forget();
    }
}
