using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Data.Reference;
using Portal.E2E.Pages;
using Portal.E2E.Support;

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
        var caseNo = await new ApplicationForm(await Visitor.SignedInAsync(portal, screen, "hr")).ApplyForOneHireAsync("刘芳", Identifiers.FirstHireId, "否");
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
