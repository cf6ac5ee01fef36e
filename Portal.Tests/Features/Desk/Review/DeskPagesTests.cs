using System.Net;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>The desk's pages over HTTP, signed in as the demo's staff.</summary>
public sealed class DeskPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Two_people_bring_a_case_to_its_payment_and_finance_settles_it()
    {
        var no = (await portal.HiringAsync(relief: false)).No;
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync("/desk");
        Assert.Contains("还剩 5 个工作日", reviewer.Text, StringComparison.Ordinal);
        Assert.NotNull(reviewer.Page.QuerySelector($"a[href='/desk/cases/{no}']"));

        await reviewer.GetAsync($"/desk/cases/{no}");
        await PressAsync(reviewer, CaseAction.TakeUp);
        Assert.Contains("这件申请已由您办理", reviewer.Text, StringComparison.Ordinal);
        await PressAsync(reviewer, CaseAction.ProposeApproval);
        Assert.Contains("审核意见已提交", reviewer.Text, StringComparison.Ordinal);
        await reviewer.GetAsync($"/desk/cases/{no}");
        Assert.Empty(reviewer.Page.QuerySelectorAll("button[name='Form.Action']"));

        var approver = await ScriptlessBrowser.AsAsync(portal, "approver");
        await approver.GetAsync($"/desk/cases/{no}");
        await PressAsync(approver, CaseAction.Approve);
        Assert.Contains("拨付计划已生成", approver.Text, StringComparison.Ordinal);

        var finance = await ScriptlessBrowser.AsAsync(portal, "finance");
        await finance.GetAsync($"/desk/cases/{no}");
        await finance.SubmitAsync("pay", new() { ["Form.Reference"] = "PZ-2020-7", ["Form.PaidOn"] = "2020-11-17" });
        Assert.Contains("不能晚于今天", finance.Text, StringComparison.Ordinal);
        Assert.Equal("PZ-2020-7", finance.Page.QuerySelector("#reference")!.GetAttribute("value"));
        await finance.SubmitAsync("pay", new() { ["Form.PaidOn"] = "2020-11-16" });
        Assert.Contains("这一笔拨付已登记", finance.Text, StringComparison.Ordinal);
        Assert.Contains("已办结", finance.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_decides_a_case_and_goes_on_with_the_next_of_the_same_list()
    {
        await using var own = new PortalFactory();
        var (first, second) = ((await own.FlexibleAsync()).No, (await own.FlexibleAsync()).No);
        await own.HiringAsync();
        var reviewer = await ScriptlessBrowser.AsAsync(own, "reviewer");
        await reviewer.GetAsync("/desk?measure=flexible-social-insurance");
        await reviewer.GetAsync(reviewer.Page.QuerySelector($"a[href^='/desk/cases/{first}']")!.GetAttribute("href")!);

        await PressAsync(reviewer, CaseAction.ProposeApproval);

        Assert.StartsWith($"/desk/cases/{second}?", reviewer.Response.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains($"{first}：审核意见已提交", reviewer.Text, StringComparison.Ordinal);
        Assert.NotNull(reviewer.Page.QuerySelector("a[href='/desk?measure=flexible-social-insurance']"));
        await PressAsync(reviewer, CaseAction.ProposeApproval);
        Assert.StartsWith($"/desk/cases/{second}?", reviewer.Response.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(CaseState.ApprovalProposed, (await own.CaseAsync(second)).State);
    }

    [Fact]
    public async Task A_stale_tab_is_told_and_keeps_what_was_written()
    {
        var no = (await portal.FlexibleAsync()).No;
        var tab = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await tab.GetAsync($"/desk/cases/{no}");
        await portal.Get<AssignCase>().HandleAsync(
            TestCases.Staff("210000", "reviewer"), new CaseRef(no, (await portal.CaseAsync(no)).Version));

        await tab.SubmitAsync("act", new() { ["Form.Action"] = nameof(CaseAction.RequestCorrection), ["Form.Note"] = "请补缴费凭证" });

        Assert.Contains("刚刚被别人处理过，现在的状态是“审核中”", tab.Text, StringComparison.Ordinal);
        Assert.Equal("请补缴费凭证", tab.Page.QuerySelector("#note")!.TextContent);
        Assert.Equal(CaseState.UnderReview, (await portal.CaseAsync(no)).State);
    }

    [Fact]
    public async Task A_stale_tab_is_told_even_when_nothing_is_left_to_do()
    {
        var no = (await portal.FlexibleAsync()).No;
        var tab = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await tab.GetAsync($"/desk/cases/{no}");
        await portal.Get<RequestCorrection>().HandleAsync(
            TestCases.Staff("210000", "reviewer"), new CaseRef(no, (await portal.CaseAsync(no)).Version), "请补缴费凭证");

        await tab.SubmitAsync("act", new() { ["Form.Action"] = nameof(CaseAction.TakeUp) });

        Assert.Equal(HttpStatusCode.OK, tab.Response.StatusCode);
        Assert.Contains("刚刚被别人处理过，现在的状态是“待申请人补正”", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_without_words_is_asked_for_beside_the_field()
    {
        var no = (await portal.FlexibleAsync()).No;
        var tab = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await tab.GetAsync($"/desk/cases/{no}");

        await tab.SubmitAsync("act", new() { ["Form.Action"] = nameof(CaseAction.RequestCorrection) });

        Assert.NotNull(tab.Page.QuerySelector(".error-summary a[href='#note']"));
        Assert.Contains("需要补正什么", tab.Page.QuerySelector("#note-err")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_watches_sees_everything_and_can_press_nothing()
    {
        var no = (await portal.FlexibleAsync()).No;
        var auditor = await ScriptlessBrowser.AsAsync(portal, "auditor");

        await auditor.GetAsync("/desk");
        Assert.NotNull(auditor.Page.QuerySelector($"a[href='/desk/cases/{no}']"));
        await auditor.GetAsync($"/desk/cases/{no}");
        Assert.Contains("李晓雨", auditor.Text, StringComparison.Ordinal);
        Assert.Empty(auditor.Page.QuerySelectorAll("button[name='Form.Action']"));
    }

    [Fact]
    public async Task No_page_shows_a_whole_identifier()
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}");

        Assert.DoesNotContain("210102199901010002", reviewer.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13000000001", reviewer.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_that_would_come_out_otherwise_today_are_shown_side_by_side()
    {
        using var own = new PortalFactory();
        var no = (await own.HiringAsync(region: "210302")).No;
        await own.SetAmountAsync("210300", "1000");
        var reviewer = await ScriptlessBrowser.AsAsync(own, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}");

        Assert.Equal(2, reviewer.Page.QuerySelectorAll(".assessment").Length);
        Assert.Contains("与申请时不同", reviewer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/cases")]
    [InlineData("/desk/payments")]
    public async Task The_desk_is_for_staff(string address)
    {
        var nobody = new ScriptlessBrowser(portal);
        await nobody.GetAsync(address);
        Assert.StartsWith("/login", nobody.Response.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        var graduate = await ScriptlessBrowser.AsAsync(portal, "graduate");
        await graduate.GetAsync(address);
        Assert.DoesNotContain("工作台", graduate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_nobody_has_is_not_found()
    {
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        var unknown = CaseNumber.Compose(new DateOnly(2020, 1, 2), 7);

        foreach (var address in (string[])[$"/desk/cases/{unknown}", $"/desk/cases/{unknown}/payments", "/desk/cases/x"])
        {
            await reviewer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, reviewer.Response.StatusCode);
        }

        await reviewer.PostAsync("/desk/cases", "find-cases", ("Find", unknown));
        Assert.Contains("没有这个编号的办件", reviewer.Text, StringComparison.Ordinal);
        await reviewer.PostAsync("/desk/cases", "find-cases", ("Find", "LN1"));
        Assert.Contains("15 位数字", reviewer.Text, StringComparison.Ordinal);
        var no = (await portal.FlexibleAsync()).No;
        await reviewer.PostAsync("/desk/cases", "find-cases", ("Find", no));
        Assert.Contains("办理经过", reviewer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk?kind=nonsense&city=9&taken=x&page=-4")]
    [InlineData("/desk/cases?state=nonsense&before=%00")]
    [InlineData("/desk/payments?state=nonsense&page=99")]
    public async Task Addresses_typed_by_hand_do_no_harm(string address)
    {
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, reviewer.Response.StatusCode);
    }

    private static Task PressAsync(ScriptlessBrowser tab, CaseAction step)
    {
        Assert.NotNull(tab.Page.QuerySelector($"button[value='{step}']"));
        return tab.SubmitAsync("act", new() { ["Form.Action"] = step.ToString() });
    }
}
