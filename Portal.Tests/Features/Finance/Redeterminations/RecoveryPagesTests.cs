using System.Net;
using Portal.Data.Recoveries;
using Portal.Domain.Values;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>The pages of a claim over HTTP, from the result of a training to the last fen.</summary>
public sealed class RecoveryPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task Two_people_determine_a_training_again_finance_takes_the_money_in_and_the_payee_reads_it()
    {
        var no = (await _scene.TrainingAsync(paid: 2)).No;
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync($"/desk/cases/{no}/change");
        await reviewer.SubmitAsync("propose", new()
        {
            ["Form.Cause"] = nameof(ChangeCause.TrainingPassed),
            ["Form.Facts[finalAmount]"] = "7000.00",
            ["Form.Facts[halfwayOn]"] = RecoveryScene.Today,
            ["Form.Reason"] = "按实际到课人数核定",
            ["Form.Parts"] = "2",
        });
        Assert.Contains("重新核定已提交", reviewer.Text, StringComparison.Ordinal);

        var approver = await ScriptlessBrowser.AsAsync(portal, "approver");
        await approver.GetAsync($"/desk/cases/{no}/change");
        Assert.Contains("500.00 元，分 2 期", approver.Text, StringComparison.Ordinal);
        await approver.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RedeterminationState.Approved) });
        Assert.Equal(HttpStatusCode.OK, approver.Response.StatusCode);
        Assert.Equal("", string.Concat(approver.Page.QuerySelectorAll(".error-summary").Select(summary => summary.TextContent)));
        Assert.Contains("已同意重新核定", approver.Text, StringComparison.Ordinal);

        var payee = await ScriptlessBrowser.AsAsync(portal, "hr");
        await payee.GetAsync($"/cases/{no}");
        Assert.NotNull(payee.Page.QuerySelector($"a[href='/cases/{no}/recovery']"));
        await payee.GetAsync($"/cases/{no}/recovery");
        Assert.Contains("请退回 500.00 元", payee.Text, StringComparison.Ordinal);
        Assert.Contains("按实际到课人数核定", payee.Text, StringComparison.Ordinal);

        var finance = await ScriptlessBrowser.AsAsync(portal, "finance");
        await finance.GetAsync("/desk/recoveries");
        await finance.GetAsync(finance.Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(no, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!);
        await finance.SubmitAsync("receive", new() { ["Form.Amount"] = "600", ["Form.Reference"] = "SK-9" });
        Assert.Contains("不超过还没退回的 500.00 元", finance.Text, StringComparison.Ordinal);
        await finance.SubmitAsync("receive", new() { ["Form.Amount"] = "500" });
        Assert.Contains("台账已记好", finance.Text, StringComparison.Ordinal);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task The_payee_objects_on_the_page()
    {
        var claim = await _scene.ClaimAsync();
        var payee = await ScriptlessBrowser.AsAsync(portal, "hr");
        await payee.GetAsync($"/cases/{claim.Case.No}/recovery");

        await payee.SubmitAsync($"object-{claim.Id}", new() { ["Form.Reason"] = "学员补考合格了" });

        Assert.Contains("已收到您的意见", payee.Text, StringComparison.Ordinal);
        Assert.Equal("学员补考合格了", (await _scene.FindAsync(claim.Id))!.Objection);
    }

    [Fact]
    public async Task Those_chosen_on_the_page_are_topped_up_by_two_people()
    {
        var no = (await _scene.GrantedAsync(await portal.HiringAsync(hires: 1, relief: false))).No;
        var change = await _scene.RaisedAsync("2600");
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync($"/desk/top-ups/{change}");
        Assert.Contains(no, reviewer.Text, StringComparison.Ordinal);
        await reviewer.SubmitAsync("top-up", new() { ["Form.Decision"] = "propose" });
        Assert.Contains("您已提出，等别人复核", reviewer.Text, StringComparison.Ordinal);

        var approver = await ScriptlessBrowser.AsAsync(portal, "approver");
        await approver.GetAsync($"/desk/top-ups/{change}");
        await approver.SubmitAsync("top-up", new() { ["Form.Decision"] = "approve" });

        Assert.Equal(Money.Yuan(2600), (await portal.CaseAsync(no)).Entitlement);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Theory]
    [InlineData("/desk/recoveries?state=nonsense&page=99", HttpStatusCode.OK)]
    [InlineData("/desk/recoveries/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("/desk/top-ups/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("/desk/cases/LN1/change", HttpStatusCode.NotFound)]
    [InlineData("/desk/money?by=x&city=9&month=0", HttpStatusCode.OK)]
    [InlineData("/desk/money?by=x&measure=9&month=0", HttpStatusCode.OK)]
    [InlineData("/desk/money/cases?account=x", HttpStatusCode.NotFound)]
    [InlineData("/desk/audit", HttpStatusCode.OK)]
    public async Task Addresses_typed_by_hand_do_no_harm(string address, HttpStatusCode expected)
    {
        var finance = await ScriptlessBrowser.AsAsync(portal, "finance");
        await finance.GetAsync(address);
        Assert.Equal(expected, finance.Response.StatusCode);
    }
}
