using Microsoft.EntityFrameworkCore;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Desk.Review;
using Portal.Features.Desk.Review.People;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review.People;

/// <summary>A reviewer goes through a list of hires; the sum follows by itself.</summary>
public sealed class ExaminePeopleTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly PeopleScene _scene = new(portal);

    [Fact]
    public async Task Who_is_found_not_to_qualify_is_not_paid_for_and_is_free_to_be_claimed_elsewhere()
    {
        var record = await _scene.UnderReviewAsync(1000, 12, 12, 12);
        Assert.Equal(Money.Yuan(7500), record.Entitlement);

        Assert.IsType<StepResult.Done>(await _scene.ExamineAsync(record.No, PersonFinding.NotMet, "劳动合同上的签字不是本人。", 2));

        record = await _scene.CaseAsync(record.No);
        Assert.Equal((Money.Yuan(5000), 2), (record.Entitlement, record.Claims.Count));
        Assert.Equal((false, "劳动合同上的签字不是本人。"), (Second(record).IsEligible, Second(record).Reason));
        Assert.NotNull(await _scene.AgainAsync(1001));
        Assert.Null(await _scene.AgainAsync(1000));
    }

    [Fact]
    public async Task A_finding_taken_back_puts_the_person_in_again_unless_another_case_claims_them_by_now()
    {
        var record = await _scene.UnderReviewAsync(1010, 12, 12);
        await _scene.ExamineAsync(record.No, PersonFinding.NotMet, "没有参保记录。", 1, 2);
        Assert.Equal(Money.Zero, (await _scene.CaseAsync(record.No)).Entitlement);
        Assert.IsType<StepResult.Refused>(await portal.Get<ProposeApproval>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), null));

        Assert.IsType<StepResult.Done>(await _scene.ExamineAsync(record.No, PersonFinding.Met, null, 1));
        Assert.Equal(Money.Yuan(2500), (await _scene.CaseAsync(record.No)).Entitlement);

        var other = await _scene.AgainAsync(1011);
        var refused = Assert.IsType<StepResult.Refused>(await _scene.ExamineAsync(record.No, PersonFinding.Met, null, 2));
        Assert.Contains(other!, refused.Message, StringComparison.Ordinal);
        Assert.Equal(Money.Yuan(2500), (await _scene.CaseAsync(record.No)).Entitlement);
    }

    [Fact]
    public async Task Three_hundred_are_found_together_by_what_they_have_alike()
    {
        var record = await _scene.UnderReviewAsync(2000, [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? 24 : 12)]);

        Assert.IsType<StepResult.Done>(await _scene.ExamineAllAsync(record.No, PersonFinding.Met, null, new PeopleFilter(Alike: "contractMonths:24")));
        Assert.IsType<StepResult.Done>(await _scene.ExamineAllAsync(record.No, PersonFinding.NotMet, "社保记录里没有这些人。", new PeopleFilter(Only: "open", Search: "员工29")));

        record = await _scene.CaseAsync(record.No);
        Assert.Equal((100, 8), (record.People.Count(person => person.Finding == PersonFinding.Met), record.People.Count(person => person.Finding == PersonFinding.NotMet)));
        Assert.Equal(Money.Yuan(292 * 2500), record.Entitlement);
        Assert.Contains("第29、290、291、293、294、296、297、299人：社保记录里没有这些人。", record.Events.Select(happened => happened.Why));
    }

    [Fact]
    public async Task A_number_finds_its_person_and_no_other()
    {
        var record = await _scene.UnderReviewAsync(1020, 12, 12);

        var view = await portal.Get<ShowPeople>().HandleAsync(await _scene.ReviewerAsync(), record.No, new PeopleFilter(Search: SheetScene.Id(1021)));

        Assert.Equal(2, Assert.Single(view!.Shown).Sequence);
    }

    [Fact]
    public async Task Every_decision_of_the_case_is_explained_by_the_people_it_was_made_for()
    {
        var record = await _scene.UnderReviewAsync(1030, 12, 12, 11);
        await _scene.ExamineAsync(record.No, PersonFinding.NotMet, "已经离职。", 1);
        Assert.IsType<StepResult.Done>(await portal.Get<ProposeApproval>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), null));

        await using var db = await portal.Databases.CreateDbContextAsync();
        var decisions = await db.CaseDecisions.Include(decision => decision.Snapshot).Where(decision => decision.CaseId == record.Id).OrderBy(decision => decision.At).ToListAsync();
        var people = (await _scene.CaseAsync(record.No)).People.OrderBy(person => person.Sequence).ToArray();
        Assert.Equal([Money.Yuan(5000), Money.Yuan(2500), Money.Yuan(2500)], decisions.Select(decision => decision.Amount!.Value));
        Assert.All(decisions, decision => Assert.Empty(Assert.IsType<ReplayResult.Ran>(portal.Get<DecisionReplay>().Run(decision, people)).Differences));
        Assert.All(decisions, decision => Assert.DoesNotContain("员工", decision.PeopleJson!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_proposed_whose_correction_is_still_to_be_asked_for()
    {
        var record = await _scene.UnderReviewAsync(1040, 12, 12);
        await _scene.ExamineAsync(record.No, PersonFinding.ToCorrect, "合同期限看不清，请核对。", 2);

        var refused = Assert.IsType<StepResult.Refused>(await portal.Get<ProposeApproval>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), null));
        Assert.Contains("第2人还记着“请补正”", refused.Message, StringComparison.Ordinal);

        Assert.IsType<StepResult.Done>(await portal.Get<RequestCorrection>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), null));
        Assert.Equal("名单里第2人的信息要补正，原因写在每个人旁边。", (await _scene.CaseAsync(record.No)).CorrectionNote);
    }

    [Theory]
    [InlineData("NotMet", null, "note")]
    [InlineData("ToCorrect", "  ", "note")]
    [InlineData("TakenBack", "好", "finding")]
    [InlineData("99", "好", "finding")]
    [InlineData(null, "好", "finding")]
    [InlineData("Met", null, "chosen")]
    public async Task What_is_not_whole_is_told_by_its_field(string? finding, string? note, string field)
    {
        var record = await _scene.UnderReviewAsync(1050, 12);
        var result = await portal.Get<ExaminePeople>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No), new PeopleFilter(),
            new ExamineForm { Chosen = [7, -1], Finding = finding, Note = note });

        Assert.Equal(field, Assert.Single(Assert.IsType<StepResult.Invalid>(result).Errors).FieldId);
        Assert.Equal(PersonFinding.Unexamined, Assert.Single((await _scene.CaseAsync(record.No)).People).Finding);
        await portal.Get<Portal.Features.Citizen.Cases.WithdrawCase>().HandleAsync(await portal.ActorAsync("hr"), record.No, (await portal.SeenAsync(record.No)).Version, "试过了");
    }

    [Fact]
    public async Task Only_a_reviewer_finds_anything_and_only_while_it_is_under_review()
    {
        var record = await _scene.SubmittedAsync(1060, 12);
        var form = new ExamineForm { Chosen = [1], Finding = "Met" };
        async Task<StepResult> ByAsync(string account) =>
            await portal.Get<ExaminePeople>().HandleAsync(await portal.ActorAsync(account), await portal.SeenAsync(record.No), new PeopleFilter(), form);

        Assert.IsType<StepResult.Refused>(await ByAsync("approver"));
        Assert.IsType<StepResult.Stale>(await ByAsync("reviewer"));
        await portal.Get<AssignCase>().HandleAsync(await _scene.ReviewerAsync(), await portal.SeenAsync(record.No));
        var seen = await portal.SeenAsync(record.No);
        Assert.IsType<StepResult.Done>(await ByAsync("reviewer"));
        // Pressed twice it is found once; from an older page it is not found at all.
        Assert.IsType<StepResult.Done>(await portal.Get<ExaminePeople>().HandleAsync(await _scene.ReviewerAsync(), seen, new PeopleFilter(), form));
        Assert.IsType<StepResult.Stale>(await portal.Get<ExaminePeople>().HandleAsync(await _scene.ReviewerAsync(), seen, new PeopleFilter(), new ExamineForm { Chosen = [1], Finding = "NotMet", Note = "不对" }));
    }

    private static CasePerson Second(Case record) => record.People.Single(person => person.Sequence == 2);
}
