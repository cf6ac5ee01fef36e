using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Appeals;
using Portal.Features.Desk.Review;
using Portal.Tests.Features.Citizen.Cases;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Features.Citizen.Appeals;

public sealed class AppealTests : IDisposable
{
    private static readonly Appeal Good = new("凭证上写的是补缴的月份。", [new UploadedFile("说明.pdf", 9, "%PDF-1.7 "u8.ToArray())]);
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task An_appeal_brings_the_case_back_to_review_with_its_months_and_a_new_date()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());
        Assert.Empty(refused.Claims);
        await _portal.Get<BusinessClock>().AdvanceAsync(2);

        Assert.IsType<AppealResult.Filed>(await FileAsync(refused));

        var record = await _portal.CaseAsync(refused.No);
        Assert.Equal((CaseState.Appealed, new DateOnly(2020, 11, 25), null), (record.State, record.PromisedOn, record.CaseworkerId));
        Assert.Equal(["2020-09", "2020-10", "2020-11"], record.Claims.Select(claim => claim.Period).Order());
        Assert.Equal(("提出申诉", "凭证上写的是补缴的月份。"), (record.Events[^1].What, record.Events[^1].Why));
        var work = Assert.Single(await _portal.OpenWorkAsync(refused.No));
        Assert.Equal((WorkKind.Appeal, Roles.Reviewer, record.PromisedOn), (work.Kind, work.Role, work.DueOn));
    }

    [Fact]
    public async Task Whoever_proposed_or_decided_the_first_time_does_not_act_again()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());
        await FileAsync(refused);
        var (reviewer, approver) = (await _portal.ActorAsync("reviewer"), await _portal.ActorAsync("approver"));

        // Neither in their old role nor in the other.
        foreach (var first in (Actor[])[reviewer, approver with { Roles = new HashSet<string> { Roles.Reviewer, Roles.Approver } }])
            Assert.Contains("回避", Assert.IsType<StepResult.Refused>(await _portal.Get<AssignCase>().HandleAsync(first, await SeenAsync(refused.No))).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _portal.Get<AssignCase>().HandleAsync(await _portal.ActorAsync("reviewer2"), await SeenAsync(refused.No)));
        Assert.IsType<StepResult.Done>(await _portal.Get<ProposeApproval>().HandleAsync(await _portal.ActorAsync("reviewer2"), await SeenAsync(refused.No), null));
        Assert.IsType<StepResult.Refused>(await _portal.Get<DecideCase>().HandleAsync(approver, await SeenAsync(refused.No), CaseAction.Approve, null));
        Assert.Contains("回避", (await _portal.Get<ShowCase>().HandleAsync(approver, refused.No))!.Hindrance, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _portal.Get<DecideCase>().HandleAsync(await _portal.ActorAsync("approver2"), await SeenAsync(refused.No), CaseAction.Approve, null));

        Assert.Equal(CaseState.Approved, (await _portal.CaseAsync(refused.No)).State);
        Assert.Equal(WorkKind.PayInstalments, Assert.Single(await _portal.OpenWorkAsync(refused.No)).Kind);
    }

    [Fact]
    public async Task Two_presses_make_one_appeal_and_a_second_one_is_none()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());

        Assert.IsType<AppealResult.Filed>(await FileAsync(refused));
        Assert.IsType<AppealResult.Filed>(await FileAsync(refused));

        Assert.Single((await _portal.CaseAsync(refused.No)).Events, step => step.What == "提出申诉");
        var again = await RefusedAsync(await _portal.CaseAsync(refused.No), "reviewer2", "approver2");
        Assert.Contains("行政复议", Assert.IsType<AppealResult.NotAllowed>(await FileAsync(again)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_presses_at_the_same_moment_one_is_kept()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => FileAsync(refused))));

        Assert.Contains(results, result => result is AppealResult.Filed);
        Assert.All(results, result => Assert.True(result is AppealResult.Filed or AppealResult.Stale));
        Assert.Single((await _portal.CaseAsync(refused.No)).Events, step => step.What == "提出申诉");
        Assert.Single(await _portal.OpenWorkAsync(refused.No));
    }

    [Fact]
    public async Task Months_applied_for_again_meanwhile_stand_against_it_by_name()
    {
        var scene = new CaseScene(_portal);
        var graduate = await _portal.ActorAsync("graduate");
        var refused = await RefusedAsync(await scene.SubmittedAsync(graduate));
        var again = await scene.SubmittedAsync(graduate, "2020-10", "1");

        var rejected = Assert.IsType<AppealResult.Rejected>(await FileAsync(refused));

        Assert.Contains($"2020年10月已经申请过灵活就业社会保险补贴（办件 {again.No}）", Assert.Single(rejected.Errors).Message, StringComparison.Ordinal);
        var record = await _portal.CaseAsync(refused.No);
        Assert.Equal((CaseState.Refused, 0), (record.State, record.Claims.Count));
    }

    [Fact]
    public async Task It_takes_reasons_in_time_and_on_ones_own_case()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());
        var open = await _portal.FlexibleAsync();

        var rejected = Assert.IsType<AppealResult.Rejected>(await FileAsync(refused, new Appeal(" ", [new UploadedFile("a.exe", 2, "MZ"u8.ToArray())])));
        Assert.Equal([Appeal.ReasonsField, Appeal.FilesField], rejected.Errors.Select(error => error.FieldId));
        Assert.IsType<AppealResult.NotAllowed>(await FileAsync(open));
        Assert.IsType<AppealResult.NotFound>(await _portal.Get<FileAppeal>().HandleAsync(await _portal.ActorAsync("hr"), refused.No, refused.Version, Good));
        await _portal.Get<BusinessClock>().AdvanceAsync(AppealTerm.Days + 1);
        Assert.Contains("60天", Assert.IsType<AppealResult.NotAllowed>(await FileAsync(refused)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_takes_an_appeal_by_a_plain_form_and_says_what_stays_open_besides()
    {
        var refused = await RefusedAsync(await _portal.FlexibleAsync());
        var graduate = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await graduate.GetAsync($"/cases/{refused.No}");
        Assert.Contains("2021年1月15日", graduate.Text, StringComparison.Ordinal);
        Assert.Contains("行政复议", graduate.Text, StringComparison.Ordinal);

        await graduate.GetAsync($"/cases/{refused.No}/appeal");
        Assert.Contains("缴费凭证与月份不符", graduate.Text, StringComparison.Ordinal);
        await graduate.SubmitAsync("appeal", new() { ["Form.Reasons"] = "凭证上写的是补缴的月份。" });

        Assert.Contains("申诉已受理", graduate.Text, StringComparison.Ordinal);
        var first = await ScriptlessBrowser.AsAsync(_portal, "reviewer");
        await first.GetAsync("/desk");
        Assert.DoesNotContain("申诉，重新审核", first.Text, StringComparison.Ordinal);
        var desk = await ScriptlessBrowser.AsAsync(_portal, "reviewer2");
        await desk.GetAsync("/desk");
        Assert.Contains("申诉，重新审核", desk.Text, StringComparison.Ordinal);
        await desk.GetAsync($"/desk/cases/{refused.No}");
        Assert.Contains("凭证上写的是补缴的月份。", desk.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<AppealResult> FileAsync(Case record, Appeal? appeal = null) =>
        await _portal.Get<FileAppeal>().HandleAsync(await _portal.ActorAsync("graduate"), record.No, record.Version, appeal ?? Good);

    private async Task<Case> RefusedAsync(Case record, string reviewer = "reviewer", string approver = "approver")
    {
        await _portal.Get<AssignCase>().HandleAsync(await _portal.ActorAsync(reviewer), await SeenAsync(record.No));
        await _portal.Get<ProposeRefusal>().HandleAsync(await _portal.ActorAsync(reviewer), await SeenAsync(record.No), "缴费凭证与月份不符");
        Assert.IsType<StepResult.Done>(await _portal.Get<DecideCase>().HandleAsync(await _portal.ActorAsync(approver), await SeenAsync(record.No), CaseAction.Refuse, null));
        return await _portal.CaseAsync(record.No);
    }

    private async Task<CaseRef> SeenAsync(string no) => new(no, (await _portal.CaseAsync(no)).Version);
}
