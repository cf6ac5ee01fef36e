using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Apply;
using Portal.Features.Desk.Review;
using Portal.Features.Desk.Review.People;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review.People;

/// <summary>A firm's list of hires under review: in Dalian each is 2,500 yuan.</summary>
internal sealed class PeopleScene(PortalFactory portal)
{
    private readonly ApplyScene _apply = new(portal);

    /// <param name="months">The contract of each, in the order of the list; 12 and more qualify.</param>
    /// <param name="firstId">Of the identity numbers, so that scenes do not claim the same people.</param>
    public async Task<Case> SubmittedAsync(int firstId, params int[] months)
    {
        var hires = months.Select((length, i) => ApplyScene.GraduateHire(SheetScene.Id(firstId + i), $"{length}")).ToArray();
        for (var i = 0; i < hires.Length; i++) hires[i].Name = $"员工{i + 1}";
        return await _apply.CaseAsync(ApplyScene.Submitted(await _apply.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", ApplyScene.Hiring(hires), await _apply.FirmAsync())));
    }

    public async Task<Case> UnderReviewAsync(int firstId, params int[] months)
    {
        var record = await SubmittedAsync(firstId, months);
        Assert.IsType<StepResult.Done>(await portal.Get<AssignCase>().HandleAsync(await ReviewerAsync(), await portal.SeenAsync(record.No)));
        return await CaseAsync(record.No);
    }

    public Task<Actor> ReviewerAsync() => portal.ActorAsync("reviewer");

    public Task<Case> CaseAsync(string no) => _apply.CaseAsync(no);

    public async Task<StepResult> ExamineAsync(string no, PersonFinding finding, string? note, params int[] places) =>
        await portal.Get<ExaminePeople>().HandleAsync(await ReviewerAsync(), await portal.SeenAsync(no), new PeopleFilter(),
            new ExamineForm { Chosen = [.. places], Finding = finding.ToString(), Note = note });

    public async Task<StepResult> ExamineAllAsync(string no, PersonFinding finding, string? note, PeopleFilter filter) =>
        await portal.Get<ExaminePeople>().HandleAsync(await ReviewerAsync(), await portal.SeenAsync(no), filter, new ExamineForm { All = true, Finding = finding.ToString(), Note = note });

    public async Task<StepResult> VerifyAsync(string no, int place, string contractMonths, string? note, PersonFinding finding = PersonFinding.Met) =>
        await portal.Get<VerifyPerson>().HandleAsync(await ReviewerAsync(), await portal.SeenAsync(no), place, new VerifyForm
        {
            Facts = new() { ["hireCategory"] = "graduate", ["contractMonths"] = contractMonths, ["socialInsurancePaid"] = "true" },
            Finding = finding.ToString(),
            Note = note,
        });

    /// <summary>The same person applied for once more.</summary>
    /// <returns>The case number; null where it was rejected.</returns>
    public async Task<string?> AgainAsync(int id) =>
        await _apply.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire(SheetScene.Id(id))), await _apply.FirmAsync())
            is SubmitResult.Submitted submitted ? submitted.CaseNo : null;
}
