using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A person rates a finished case badly (差评), and reads what became of it.</summary>
public sealed class RatingJourneyTests(Browser browser)
{
    private const string Complaint = "等了很久，没有人告诉我在等什么。";
    private const string Answer = "已电话致歉，以后每一步都会发消息。";

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_bad_rating_is_answered_and_the_applicant_reads_the_answer(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, screen, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        await CaseDesk.GrantAsync(portal, screen, caseNo);
        await GraduateJourneyTests.PayAsync(portal, screen, caseNo);

        await graduate.GoAsync($"/cases/{caseNo}");
        await graduate.FollowAsync("这次办理您满意吗");
        await RateAsync(graduate);

        var supervisor = await Visitor.SignedInAsync(portal, screen, "supervisor");
        await supervisor.GoAsync("/desk");
        await supervisor.FollowAsync("差评回访");
        await supervisor.SeesAsync(Complaint);
        await supervisor.PressAsync("提交回访");
        await supervisor.SeesAsync("请写明核实的情况和怎么改进");
        Assert.Empty(await supervisor.AxeFaultsAsync());
        await supervisor.DoesNotScrollSidewaysAsync();
        await supervisor.FillAsync("核实和改进情况", Answer);
        await supervisor.PressAsync("提交回访");
        await supervisor.SeesAsync("已经回访");

        await graduate.GoAsync("/messages");
        await graduate.SeesAsync("已回访您的评价");
        await graduate.GoAsync($"/cases/{caseNo}/rate");
        await graduate.SeesHeadingAsync("我们的回访");
        await graduate.SeesAsync(Answer);
        await graduate.SeesAsync("吴强");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
    }

    private static async Task RateAsync(Visitor graduate)
    {
        await graduate.PressAsync("提交评价");
        await graduate.SeesAsync("请选择一个评价");
        Assert.Empty(await graduate.AxeFaultsAsync());
        await graduate.DoesNotScrollSidewaysAsync();
        await graduate.ChooseAsync("您的评价", "不满意");
        await graduate.PressAsync("提交评价");
        await graduate.SeesAsync("请写一写哪里不满意");
        await graduate.FillAsync("想对我们说的", Complaint);
        await graduate.PressAsync("提交评价");
        await graduate.SeesAsync("您的评价：不满意");
        await graduate.SeesAsync("5 个工作日内核实");
    }
}
