using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>Every measure from the form to the plan, on a database of its own: the forms name the same people.</summary>
public sealed class EveryMeasureTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    public static TheoryData<string> Measures => [.. new MeasureCatalog().All.Select(measure => measure.Code)];

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task Every_measure_can_be_applied_for_and_each_case_replays_as_it_was_decided(string code)
    {
        var measure = Measure(code);

        var cases = await ApplyAsync(measure);

        Assert.Equal(code is "work-based-training" or "public-post-subsidy" ? 2 : 1, cases.Count);
        Assert.All(cases, record =>
        {
            Assert.NotEmpty(record.Claims);
            Assert.Equal(measure.Materials.Order(), record.Attachments.Select(file => file.Material).Order());
            var replay = Assert.IsType<ReplayResult.Ran>(_portal.Get<DecisionReplay>().Run(Assert.Single(record.Decisions), record.People));
            Assert.Empty(replay.Differences);
        });
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task The_same_person_and_months_are_not_claimed_a_second_time(string code)
    {
        var measure = Measure(code);
        await ApplyAsync(measure);

        var again = ApplyScene.Rejected(await AgainAsync(measure));

        Assert.Contains(again, error => error.Message.Contains("已经", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_applies_for_one_measure_after_the_other()
    {
        // Its months end last of all.
        foreach (var measure in new MeasureCatalog().All.Where(measure => measure is not TemporaryRelief).OrderBy(measure => measure is PostSubsidy)) Assert.NotEmpty(await ApplyAsync(measure));

        // Who has the benefit is none whom the relief is for.
        Assert.Contains(ApplyScene.Rejected(await AgainAsync(new TemporaryRelief())), error => error.Message.Contains("和一次性临时救助只能选一项", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_monthly_benefit_is_planned_month_by_month_and_the_first_is_due_at_once()
    {
        var granted = await GrantAsync(new UnemploymentInsurance());

        Assert.Equal(9, granted.Instalments.Count);
        Assert.Equal(granted.Entitlement, granted.Instalments.Aggregate(Money.Zero, (sum, part) => sum + part.Amount));
        Assert.Equal((Trigger.Approval, granted.PromisedOn), (granted.Instalments[0].Trigger, granted.Instalments[0].DueOn));
        Assert.All(granted.Instalments.Skip(1), part => Assert.Equal((Trigger.Monthly, (DateOnly?)null), (part.Trigger, part.DueOn)));
    }

    [Fact]
    public async Task A_month_of_a_benefit_is_released_one_at_a_time_and_a_step_of_a_training_by_its_own()
    {
        var finance = await _portal.ActorAsync("finance");
        var (benefit, training) = (await GrantAsync(new UnemploymentInsurance()), await GrantAsync(new TrainingSubsidy()));

        Assert.IsType<StepResult.Done>(await MilestoneAsync(benefit, Trigger.Monthly));
        Assert.IsType<StepResult.Done>(await MilestoneAsync(benefit, Trigger.Monthly));
        Assert.IsType<StepResult.Refused>(await MilestoneAsync(training, Trigger.InternshipEnd));
        Assert.IsType<StepResult.Done>(await MilestoneAsync(training, Trigger.Halfway));

        Assert.Equal(2, (await _portal.CaseAsync(benefit.No)).Instalments.Count(part => part.DueOn is not null));
        Assert.Equal([true, true, false], (await _portal.CaseAsync(training.No)).Instalments.Select(part => part.DueOn is not null));

        Task<StepResult> MilestoneAsync(Case record, string trigger) =>
            _portal.Get<RecordMilestone>().HandleAsync(finance, record.No, record.Version, trigger, "2020-11-16");
    }

    [Fact]
    public async Task What_pays_no_money_is_settled_when_it_is_approved()
    {
        var granted = await GrantAsync(new PensionDeferral());

        Assert.Equal(CaseState.Settled, granted.State);
        Assert.Empty(granted.Instalments);
        Assert.Null(granted.Account);
        Assert.Equal("2020", Assert.Single(granted.Claims).Period);
    }

    private static Measure Measure(string code) => new MeasureCatalog().All.Single(measure => measure.Code == code);

    private async Task<Case> GrantAsync(Measure measure)
    {
        var record = Assert.Single(await ApplyAsync(measure));
        var (reviewer, approver) = (await _portal.ActorAsync("reviewer"), await _portal.ActorAsync("approver"));
        Assert.IsType<StepResult.Done>(await _portal.Get<AssignCase>().HandleAsync(reviewer, await AtAsync(record)));
        Assert.IsType<StepResult.Done>(await _portal.Get<ProposeApproval>().HandleAsync(reviewer, await AtAsync(record), null));
        Assert.IsType<StepResult.Done>(await _portal.Get<DecideCase>().HandleAsync(approver, await AtAsync(record), CaseAction.Approve, null));
        return await _portal.CaseAsync(record.No);
    }

    private async Task<CaseRef> AtAsync(Case record) => new(record.No, (await _portal.CaseAsync(record.No)).Version);

    private async Task<IReadOnlyList<Case>> ApplyAsync(Measure measure)
    {
        var no = ApplyScene.Submitted(await AgainAsync(measure));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var draft = await db.Cases.Where(record => record.No == no).Select(record => record.DraftId).SingleAsync();
        return await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Claims).Include(c => c.Attachments).Include(c => c.People.OrderBy(person => person.Sequence))
            .Include(c => c.Decisions).ThenInclude(decision => decision.Snapshot).Where(record => record.DraftId == draft).ToListAsync();
    }

    private async Task<SubmitResult> AgainAsync(Measure measure)
    {
        var scene = new ApplyScene(_portal);
        // The window of the post subsidy has only begun, and a month is claimed after it has ended.
        if (measure is PostSubsidy && _portal.Get<BusinessClock>() is var clock && clock.Today < new DateOnly(2021, 2, 1)) await clock.AdvanceAsync(77);
        var isFirm = measure.Audience == Audience.Firm;
        Actor actor = await _portal.ActorAsync(isFirm ? "hr" : "graduate");
        return await scene.ApplyAsync(actor, measure.Code, EligibleForms.For(measure.Code), isFirm ? await scene.FirmAsync() : null);
    }
}
