using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>Another case of the same person may have come in while one was being handled (R12).</summary>
public sealed class DoubleBenefitCheckTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_case_is_not_proposed_beside_a_benefit_that_rules_it_out()
    {
        var (record, other) = await RivalsAsync();
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<AssignCase>().HandleAsync(reviewer, await portal.SeenAsync(record.No));

        var refused = Assert.IsType<StepResult.Refused>(await portal.Get<ProposeApproval>().HandleAsync(reviewer, await portal.SeenAsync(record.No), null));

        Assert.Contains($"2020年9月已经申请过临时性公益性岗位补贴（办件 {other.No}）", refused.Message, StringComparison.Ordinal);
        Assert.Equal(CaseState.UnderReview, (await portal.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task A_case_is_not_approved_beside_one_that_came_in_since_it_was_proposed_and_is_when_that_is_gone()
    {
        var record = await WithClaimsAsync(await portal.FlexibleAsync(), "post-subsidy", "unset");
        await portal.ProposedAsync(record.No);
        var subject = (await portal.CaseAsync(record.No)).Claims[0].Subject;
        var other = await WithClaimsAsync(await portal.FlexibleAsync(), "public-post-subsidy", subject);
        var approver = await portal.ActorAsync("approver");

        Assert.IsType<StepResult.Refused>(await portal.Get<DecideCase>().HandleAsync(approver, await portal.SeenAsync(record.No), CaseAction.Approve, null));
        Assert.Equal(CaseState.ApprovalProposed, (await portal.CaseAsync(record.No)).State);

        await RefusedAsync(other.No);
        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(approver, await portal.SeenAsync(record.No), CaseAction.Approve, null));
    }

    [Fact]
    public async Task The_desk_shows_what_stands_against_a_case_with_a_link_and_no_subject()
    {
        var (record, other) = await RivalsAsync();
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{record.No}");

        Assert.Contains("会重复享受，同意之前请先处理", reviewer.Text, StringComparison.Ordinal);
        Assert.NotNull(reviewer.Page.QuerySelector($"a[href='/desk/cases/{other.No}']"));
        Assert.DoesNotContain((await portal.CaseAsync(record.No)).Claims[0].Subject, reviewer.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_elsewhere_is_named_and_not_linked()
    {
        var (record, other) = await RivalsAsync(otherRegion: TestCases.Zhongshan);

        var view = await portal.Get<ShowCase>().HandleAsync(TestCases.Staff("210100", "reviewer"), record.No);

        Assert.Equal((other.No, null), Assert.Single(view!.Conflicts) is var conflict ? (conflict.CaseNo, conflict.Href) : default);
    }

    [Fact]
    public async Task Nothing_found_is_said_too()
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");

        await reviewer.GetAsync($"/desk/cases/{no}");

        Assert.Contains("没有发现重复享受：2020年9月、2020年10月、2020年11月", reviewer.Text, StringComparison.Ordinal);
    }

    private async Task<(Case Record, Case Other)> RivalsAsync(string otherRegion = TestCases.Heping)
    {
        var record = await WithClaimsAsync(await portal.FlexibleAsync(), "post-subsidy", "unset");
        var other = await WithClaimsAsync(await portal.FlexibleAsync(region: otherRegion), "public-post-subsidy", (await portal.CaseAsync(record.No)).Claims[0].Subject, "2020-09");
        return (record, other);
    }

    /// <summary>Turns a case's claims into those of a post: of the same person as another's, where one is given.</summary>
    private async Task<Case> WithClaimsAsync(Case record, string measure, string subject, params string[] months)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var own = db.BenefitClaims.Where(claim => claim.CaseId == record.Id).ToArray();
        db.RemoveRange(own);
        db.AddRange(own.Where(claim => months.Length == 0 || months.Contains(claim.Period)).Select(claim => new BenefitClaim
        {
            CaseId = record.Id,
            MeasureCode = measure,
            Subject = subject == "unset" ? claim.Subject : subject,
            Period = claim.Period,
        }));
        await db.SaveChangesAsync();
        return record;
    }

    private async Task RefusedAsync(string no)
    {
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<AssignCase>().HandleAsync(reviewer, await portal.SeenAsync(no));
        await portal.Get<ProposeRefusal>().HandleAsync(reviewer, await portal.SeenAsync(no), "岗位补贴和公益性岗位补贴只能选一项");
        await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await portal.SeenAsync(no), CaseAction.Refuse, null);
    }
}
