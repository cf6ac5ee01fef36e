using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.Cases.People;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Desk.Review.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases.People;

/// <summary>What an applicant can still do for one person of a list.</summary>
public sealed class PersonOfCaseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly PeopleScene _scene = new(portal);

    [Fact]
    public async Task Who_was_asked_about_is_put_right_and_the_sum_follows()
    {
        var record = await AskedAsync(4000, 11, 12);
        var hr = await portal.ActorAsync("hr");
        var page = await ScriptlessBrowser.AsAsync(portal, "hr");
        await page.GetAsync($"/cases/{record.No}/correct");
        Assert.Contains("第 1 人 员工1", page.Text, StringComparison.Ordinal);

        Assert.IsType<StepResult.Done>(await CorrectAsync(record.No, 1, "12"));
        Assert.IsType<StepResult.Done>(await portal.Get<CorrectCase>().HandleAsync(hr, record.No, await VersionAsync(record.No), new Correction(null, null, [])));

        record = await _scene.CaseAsync(record.No);
        Assert.Equal((CaseState.UnderReview, Money.Yuan(5000), 2), (record.State, record.Entitlement, record.Claims.Count));
        Assert.Contains(record.Events, happened => happened.What == "更正名单" && happened.Why!.Contains("11个月 → 12个月", StringComparison.Ordinal));
        Assert.Equal(PersonFinding.Unexamined, record.People.Single(person => person.Sequence == 1).Finding);
    }

    [Fact]
    public async Task A_mistyped_number_is_replaced_with_its_claim()
    {
        var record = await AskedAsync(4010, 12, 12);

        Assert.IsType<StepResult.Invalid>(await CorrectAsync(record.No, 1, "12", SheetScene.Id(4011)));
        Assert.IsType<StepResult.Invalid>(await CorrectAsync(record.No, 1, "12", "210102199901010000"));
        Assert.IsType<StepResult.Done>(await CorrectAsync(record.No, 1, "12", SheetScene.Id(4019)));

        record = await _scene.CaseAsync(record.No);
        var index = portal.Get<FieldVault>().Index(SealPurpose.ResidentId, SheetScene.Id(4019));
        Assert.Equal(index, record.People.Single(person => person.Sequence == 1).ResidentId.Index);
        Assert.Equal(2, record.Claims.Count);
        Assert.Contains(record.Claims, claim => claim.Subject == index);
        Assert.NotNull(await _scene.AgainAsync(4010));
    }

    [Fact]
    public async Task A_list_is_only_corrected_when_that_was_asked_and_only_by_its_own_firm()
    {
        var record = await _scene.SubmittedAsync(4020, 12, 12);

        Assert.IsType<StepResult.Refused>(await CorrectAsync(record.No, 1, "24"));
        Assert.IsType<StepResult.NotFound>(await portal.Get<CorrectPerson>().HandleAsync(
            await portal.ActorAsync("graduate"), record.No, 1, new PersonCorrection { Name = "甲" }));
        Assert.IsType<StepResult.NotFound>(await portal.Get<TakeBackPerson>().HandleAsync(await portal.ActorAsync("graduate"), record.No, 1, record.Version));
    }

    [Fact]
    public async Task One_person_is_taken_back_and_the_others_stay()
    {
        var record = await _scene.UnderReviewAsync(4030, 12, 12);
        var hr = await portal.ActorAsync("hr");

        Assert.IsType<StepResult.Done>(await portal.Get<TakeBackPerson>().HandleAsync(hr, record.No, 2, record.Version));
        Assert.IsType<StepResult.Done>(await portal.Get<TakeBackPerson>().HandleAsync(hr, record.No, 2, record.Version));
        Assert.IsType<StepResult.Refused>(await portal.Get<TakeBackPerson>().HandleAsync(hr, record.No, 1, await VersionAsync(record.No)));

        record = await _scene.CaseAsync(record.No);
        Assert.Equal((Money.Yuan(2500), 1), (record.Entitlement, record.Claims.Count));
        Assert.NotNull(await _scene.AgainAsync(4031));
        // Staff do not put in again whom the applicant took off.
        Assert.IsType<StepResult.Invalid>(await _scene.ExamineAsync(record.No, PersonFinding.Met, null, 2));
        Assert.IsType<StepResult.Done>(await portal.Get<ProposeApproval>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), null));
        Assert.IsType<StepResult.Refused>(await portal.Get<TakeBackPerson>().HandleAsync(hr, record.No, 1, await VersionAsync(record.No)));
    }

    [Fact]
    public async Task A_withdrawn_list_is_applied_for_again_without_typing()
    {
        var record = await _scene.SubmittedAsync(4040, 12, 24);
        var hr = await portal.ActorAsync("hr");
        var id = Guid.CreateVersion7();
        Assert.IsType<StartDraftResult.NotOffered>(await portal.Get<ApplyAgain>().HandleAsync(hr, record.No, id));
        await portal.Get<WithdrawCase>().HandleAsync(hr, record.No, record.Version, "地区选错了");
        Assert.IsType<StartDraftResult.NotOffered>(await portal.Get<ApplyAgain>().HandleAsync(await portal.ActorAsync("graduate"), record.No, id));

        Assert.IsType<StartDraftResult.Started>(await portal.Get<ApplyAgain>().HandleAsync(hr, record.No, id));
        Assert.IsType<StartDraftResult.Started>(await portal.Get<ApplyAgain>().HandleAsync(hr, record.No, id));

        var draft = await portal.Get<OpenDraft>().HandleAsync(hr, id);
        Assert.Equal([SheetScene.Id(4040), SheetScene.Id(4041)], draft!.Content.Measures[0].People.Select(person => person.ResidentId));
        var submitted = await portal.Get<SubmitApplication>().HandleAsync(hr, id, draft.Version);
        Assert.Equal(Money.Yuan(5000), (await _scene.CaseAsync(ApplyScene.Submitted(submitted))).Entitlement);
    }

    private async Task<Case> AskedAsync(int firstId, params int[] months)
    {
        var record = await _scene.UnderReviewAsync(firstId, months);
        await _scene.ExamineAsync(record.No, PersonFinding.ToCorrect, "请核对合同期限。", 1);
        Assert.IsType<StepResult.Done>(await portal.Get<RequestCorrection>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), "请看名单。"));
        return await _scene.CaseAsync(record.No);
    }

    private async Task<Guid> VersionAsync(string no) => (await portal.SeenAsync(no)).Version;

    private async Task<StepResult> CorrectAsync(string no, int place, string months, string? id = null) =>
        await portal.Get<CorrectPerson>().HandleAsync(await portal.ActorAsync("hr"), no, place, new PersonCorrection
        {
            Version = await VersionAsync(no),
            Name = $"员工{place}",
            ResidentId = id,
            Facts = new() { ["hireCategory"] = "graduate", ["contractMonths"] = months, ["socialInsurancePaid"] = "true" },
        });
}
