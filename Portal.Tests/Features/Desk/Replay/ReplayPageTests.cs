using System.Net;
using Portal.Casework.Time;
using Portal.Features.Desk.Replay;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Citizen.Cases;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Replay;

public sealed class ReplayPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_changed_value_stands_beside_the_old_one_with_what_it_led_to()
    {
        using var own = new PortalFactory();
        var no = await own.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"));
        await own.ProposedAsync(no);
        await own.SetCountyAmountAsync("3000");
        var auditor = await ScriptlessBrowser.AsAsync(own, "auditor");

        await auditor.GetAsync($"/desk/cases/{no}");
        Assert.NotNull(auditor.Page.QuerySelector($"a[href='/desk/cases/{no}/replay']"));
        await auditor.GetAsync($"/desk/cases/{no}/replay");

        Assert.Contains("用当时的规则重算：一致", auditor.Text, StringComparison.Ordinal);
        var told = auditor.Page.QuerySelectorAll("main li").Select(item => item.TextContent).ToArray();
        Assert.Contains("每人补贴标准：2,500.00 元 → 3,000.00 元", told);
        Assert.Contains("金额：2,500.00 元 → 3,000.00 元", told);
        Assert.Contains("大连市中山区，2020年11月1日起；大人社发〔2020〕99号（官方公开信息）", auditor.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 次：拟同意", auditor.Text, StringComparison.Ordinal);
        await auditor.GetAsync($"/desk/cases/{no}/replay?n=1");
        Assert.Contains("第 1 次：提交申请", auditor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_changed_is_said_in_words()
    {
        var no = await portal.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"));
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}/replay");

        Assert.Contains("没有不一样的地方", reviewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("变了", reviewer.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_does_not_come_out_again_is_an_alarm_in_plain_sight()
    {
        var no = await portal.AppliedAsync(ApplyScene.GraduateHire("210102199203074279"));
        await portal.ForgeAsync(no, amount: 99_999_00);
        var supervisor = await ScriptlessBrowser.AsAsync(portal, "supervisor");

        await supervisor.GetAsync($"/desk/cases/{no}/replay");

        Assert.Contains("用当时的规则重算：不一致", supervisor.Text, StringComparison.Ordinal);
        Assert.Contains("不一样的是：金额。", supervisor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_todays_date_the_deadline_moves_and_the_rule_may_have_ended()
    {
        using var own = new PortalFactory();
        var no = await own.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"));
        await own.Get<BusinessClock>().AdvanceAsync(400);
        var reviewer = await own.ActorAsync("reviewer");

        var then = (await own.Get<ShowReplay>().HandleAsync(reviewer, no, 1, byToday: false))!.Chosen!.Comparison!;
        var today = (await own.Get<ShowReplay>().HandleAsync(reviewer, no, 1, byToday: true))!.Chosen!.Comparison!;

        Assert.Empty(then.Differences);
        Assert.Contains(today.Differences, row => row is { Label: "按哪一天的规定", Now: "2021年12月21日" });
        Assert.Contains(today.Differences, row => row.Label == "结果" && row.Now != row.Then);
    }

    [Fact]
    public async Task A_later_correction_is_marked_at_the_fact_it_changed()
    {
        var graduate = await portal.ActorAsync("graduate");
        var scene = new CaseScene(portal);
        var record = await scene.WithCorrectionAskedAsync(await scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        var facts = ApplyScene.Flexible().Measures[0].Answers;
        facts["monthlyContribution"] = "900";
        await portal.Get<Portal.Features.Citizen.Cases.CorrectCase>().HandleAsync(graduate, record.No, record.Version, new(null, facts, []));

        var comparison = (await portal.Get<ShowReplay>().HandleAsync(await portal.ActorAsync("reviewer"), record.No, 1, byToday: false))!.Chosen!.Comparison!;

        var row = Assert.Single(comparison.Differences);
        Assert.Equal(("每月缴费金额", "1,000.00 元", "900.00 元", "后来更正"), (row.Label, row.Then, row.Now, row.Change));
    }

    [Fact]
    public async Task A_case_from_before_decisions_were_kept_is_told_kindly()
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}/replay");

        Assert.Equal(HttpStatusCode.OK, reviewer.Response.StatusCode);
        Assert.Contains("没有留存的核算依据", reviewer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?n=99")]
    [InlineData("?n=-1&day=today")]
    [InlineData("?n=two&day=%00")]
    public async Task Addresses_typed_by_hand_show_the_latest(string query)
    {
        var no = await portal.AppliedAsync(ApplyScene.GraduateHire(Ids.Dequeue()));
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}/replay{query}");

        Assert.Contains("第 1 次：提交申请", reviewer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_of_the_place_see_it()
    {
        var no = (await portal.FlexibleAsync(region: TestCases.Heping)).No;

        Assert.Null(await portal.Get<ShowReplay>().HandleAsync(TestCases.Staff("210200", "reviewer"), no, 0, false));
        Assert.Null(await portal.Get<ShowReplay>().HandleAsync(await portal.ActorAsync("graduate"), no, 0, false));
        var graduate = await ScriptlessBrowser.AsAsync(portal, "graduate");
        await graduate.GetAsync($"/desk/cases/{no}/replay");
        Assert.DoesNotContain("当时与现在", graduate.Text, StringComparison.Ordinal);
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync("/desk/cases/LN202001020000075/replay");
        Assert.Equal(HttpStatusCode.NotFound, reviewer.Response.StatusCode);
    }

    private static readonly Queue<string> Ids = new(["210102199203074287", "210102199203074308", "210102199203074316"]);
}
