using Microsoft.EntityFrameworkCore;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Filings;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Features.Citizen.Filings;

/// <summary>An applicant tells with a paper that came to pass what an instalment waits for; staff have the word (R20).</summary>
public sealed class MilestoneFilingTests : IDisposable
{
    private const string Today = "2020-11-16";

    private readonly PortalFactory _portal = new();
    private readonly RecoveryScene _scene;

    public MilestoneFilingTests() => _scene = new RecoveryScene(_portal);

    [Fact]
    public async Task What_is_filed_waits_in_the_queue_and_makes_nothing_due_until_staff_accept_it()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;

        Assert.IsType<StepResult.Done>(await FileAsync(no));

        Assert.Equal(InstalmentState.Waiting, (await _portal.CaseAsync(no)).Instalments[1].State);
        Assert.Equal("/desk/cases/" + no + "/milestone", await QueuedAsync(no));
        Assert.IsType<StepResult.Done>(await DecideAsync(no, accept: true));
        var part = (await _portal.CaseAsync(no)).Instalments[1];
        Assert.Equal((InstalmentState.Due, new DateOnly(2020, 11, 23), new DateOnly(2020, 11, 16)), (part.State, part.DueOn!.Value, part.HappenedOn!.Value));
        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.Milestone);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task What_staff_do_not_accept_is_told_with_the_reason_and_can_be_filed_again()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;
        await FileAsync(no);

        Assert.Equal(DecideMilestone.ReasonField, Assert.Single(Assert.IsType<StepResult.Invalid>(await DecideAsync(no, accept: false, " ")).Errors).FieldId);
        Assert.IsType<StepResult.Done>(await DecideAsync(no, accept: false, "考勤表缺一页"));

        Assert.Equal(InstalmentState.Waiting, (await _portal.CaseAsync(no)).Instalments[1].State);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            var hr = await _portal.ActorAsync("hr");
            Assert.True(await db.Messages.AnyAsync(message => message.UserId == hr.UserId && message.Record == no && message.Body.Contains("考勤表缺一页")));
        }

        Assert.Equal("考勤表缺一页", (await _portal.Get<ShowMilestone>().HandleAsync(await _portal.ActorAsync("hr"), no, asStaff: false))!.Refusal);
        Assert.IsType<StepResult.Done>(await FileAsync(no));
    }

    [Fact]
    public async Task Nothing_is_filed_without_a_paper_or_out_of_order_or_for_somebody_else()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;

        Assert.Equal(FileMilestone.FilesField, Assert.Single(Assert.IsType<StepResult.Invalid>(await FileAsync(no, files: [])).Errors).FieldId);
        Assert.IsType<StepResult.Refused>(await FileAsync(no, Trigger.Acceptance, accepted: Today));
        Assert.Equal(Milestone.HappenedField, Assert.Single(Assert.IsType<StepResult.Invalid>(await FileAsync(no, day: "2020-11-15")).Errors).FieldId);
        Assert.IsType<StepResult.NotFound>(await FileAsync(no, by: "graduate"));
        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.Milestone);
    }

    [Fact]
    public async Task Nobody_accepts_what_their_own_firm_filed_and_only_reviewers_do()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;
        await FileAsync(no);
        var filing = (await _portal.Get<ShowMilestone>().HandleAsync(await _portal.ActorAsync("hr"), no, asStaff: false))!.Filing!.Id;
        var party = (await _portal.ActorAsync("hr")) with { Roles = new HashSet<string> { Portal.Access.Roles.Reviewer }, Place = "210000" };
        var version = (await _portal.CaseAsync(no)).Version;

        Assert.IsType<StepResult.Refused>(await _portal.Get<DecideMilestone>().HandleAsync(party, no, version, filing, true, null));
        Assert.IsType<StepResult.Refused>(await _portal.Get<DecideMilestone>().HandleAsync(await _portal.ActorAsync("finance"), no, version, filing, true, null));
        Assert.Equal(InstalmentState.Waiting, (await _portal.CaseAsync(no)).Instalments[1].State);
    }

    [Fact]
    public async Task Pressed_twice_it_is_filed_once_and_it_can_be_taken_back()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;
        Assert.IsType<StepResult.Done>(await FileAsync(no));
        Assert.IsType<StepResult.Done>(await FileAsync(no));
        Assert.Single(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.Milestone);
        var hr = await _portal.ActorAsync("hr");
        var filing = (await _portal.Get<ShowMilestone>().HandleAsync(hr, no, asStaff: false))!.Filing!.Id;

        Assert.IsType<StepResult.Done>(await _portal.Get<WithdrawMilestone>().HandleAsync(hr, no, filing));

        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.Milestone);
        Assert.IsType<StepResult.Done>(await FileAsync(no));
    }

    [Fact]
    public async Task The_pages_lead_from_the_case_to_the_desk_and_back()
    {
        var no = (await _scene.TrainingAsync(paid: 1)).No;
        await _portal.Get<BusinessClock>().AdvanceAsync(2);
        var firm = await ScriptlessBrowser.AsAsync(_portal, "hr");
        await firm.GetAsync($"/cases/{no}");
        Assert.NotNull(firm.Page.QuerySelector($"a[href='/cases/{no}/milestone']"));
        await firm.GetAsync($"/cases/{no}/milestone");
        Assert.Contains("最早是 2020年11月16日", firm.Text, StringComparison.Ordinal);
        await FileAsync(no);
        await firm.GetAsync($"/cases/{no}/milestone");
        Assert.Contains("等工作人员核对", firm.Text, StringComparison.Ordinal);

        var reviewer = await ScriptlessBrowser.AsAsync(_portal, "reviewer");
        await reviewer.GetAsync($"/desk/cases/{no}/milestone");
        Assert.NotNull(reviewer.Page.QuerySelector("a[href^='/attachments/']"));
        await reviewer.SubmitAsync("decide", new() { ["Form.Decision"] = "accept" });
        Assert.Contains("下一笔的拨付期限已算好", reviewer.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<StepResult> FileAsync(
        string no, string trigger = Trigger.Halfway, string day = Today, string? accepted = null, IReadOnlyList<UploadedFile>? files = null, string by = "hr") =>
        await _portal.Get<FileMilestone>().HandleAsync(await _portal.ActorAsync(by), no, (await _portal.CaseAsync(no)).Version,
            new ToldMilestone(trigger, day, accepted, files ?? [new UploadedFile("考勤表.pdf", ApplyScene.Pdf.Length, ApplyScene.Pdf)]));

    private async Task<StepResult> DecideAsync(string no, bool accept, string? reason = null)
    {
        var reviewer = await _portal.ActorAsync("reviewer");
        var view = (await _portal.Get<ShowMilestone>().HandleAsync(reviewer, no, asStaff: true))!;
        return await _portal.Get<DecideMilestone>().HandleAsync(reviewer, no, view.Record.Version, view.Filing!.Id, accept, reason);
    }

    private async Task<string?> QueuedAsync(string no)
    {
        var reviewer = await ScriptlessBrowser.AsAsync(_portal, "reviewer");
        await reviewer.GetAsync($"/desk?kind={nameof(WorkKind.Milestone)}");
        return reviewer.Page.QuerySelectorAll("td a").Select(link => link.GetAttribute("href")).Single(href => href!.Contains(no, StringComparison.Ordinal));
    }
}
