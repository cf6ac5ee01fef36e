using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Features.Desk.Review.People;
using Portal.Tests.Features.Refunds.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>What has come out of a granted case, proposed by one and decided by another, on a real database.</summary>
public sealed class RedeterminationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task Two_of_a_list_that_should_not_have_been_paid_are_named_and_the_rule_says_what_is_left()
    {
        var people = new PeopleScene(portal);
        var record = await _scene.GrantedAsync(await people.SubmittedAsync(5000, 12, 12, 12));
        Assert.Equal(Money.Yuan(7500), record.Entitlement);
        Assert.IsType<StepResult.Invalid>(await _scene.ProposeAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), People = [7] }));
        Assert.IsType<StepResult.Invalid>(await _scene.ProposeAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), People = [1], Keep = "3" }));

        await _scene.ChangedAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Reason = "两个人没有到岗。", People = [1, 3] });

        record = await people.CaseAsync(record.No);
        Assert.Equal((Money.Yuan(2500), 1), (record.Entitlement, record.Claims.Count));
        Assert.Equal([false, true, false], record.People.OrderBy(person => person.Sequence).Select(person => person.IsEligible));
        Assert.Contains(record.Events, happened => happened.What.Contains("第1、3人", StringComparison.Ordinal));
        Assert.NotNull(await people.AgainAsync(5000));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_training_that_fails_gives_its_advance_back_and_is_settled()
    {
        var record = await _scene.TrainingAsync(paid: 1);

        var recovery = await _scene.ChangedAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed), Parts = "3" });

        Assert.Equal(Money.Yuan(5000), recovery!.Amount);
        Assert.Equal(["1666.66", "1666.66", "1666.68"], recovery.Parts.Select(part => part.Amount.ToString()));
        Assert.Equal(new DateOnly(2020, 12, 16), recovery.Parts[0].DueOn);
        record = await portal.CaseAsync(record.No);
        Assert.Equal((CaseState.Settled, Money.Zero), (record.State, record.Entitlement));
        Assert.Equal([InstalmentState.Paid, InstalmentState.Lapsed, InstalmentState.Lapsed], record.Instalments.Select(part => part.State));
        Assert.Equal(WorkKind.CollectRecovery, Assert.Single(await portal.OpenWorkAsync(recovery.Id.ToString())).Kind);
        Assert.Empty(await portal.OpenWorkAsync(record.No));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_final_amount_below_what_was_advanced_gives_the_difference_back()
    {
        var record = await _scene.TrainingAsync(paid: 2);

        var recovery = await _scene.ChangedAsync(record.No, Passed("7000.00", "2020-11-16"));

        Assert.Equal(Money.Yuan(500), recovery!.Amount);
        Assert.Equal(Money.Yuan(7000), (await portal.CaseAsync(record.No)).Entitlement);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task Accepted_without_having_got_halfway_the_rest_takes_the_step_up_and_falls_due_after_the_notice()
    {
        var record = await _scene.TrainingAsync(paid: 1, startedOn: "2020-11-02");

        Assert.Null(await _scene.ChangedAsync(record.No, Passed("9000.00", halfway: null, notice: "2020-11-16")));

        record = await portal.CaseAsync(record.No);
        Assert.Equal(CaseState.Approved, record.State);
        Assert.Equal(Money.Yuan(9000), record.Instalments.Where(part => part.State != InstalmentState.Lapsed).Aggregate(Money.Zero, (sum, part) => sum + part.Amount));
        Assert.All(record.Instalments.Where(part => part.State is not (InstalmentState.Lapsed or InstalmentState.Paid)),
            part => Assert.Equal((Trigger.Acceptance, new DateOnly(2020, 11, 23)), (part.Trigger, part.DueOn!.Value)));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Theory]
    [InlineData("2020-11-16", "2020-11-16", "noticeEndedOn")]
    [InlineData(null, "2020-11-09", "noticeEndedOn")]
    [InlineData("2020-11-01", null, "halfwayOn")]
    public async Task No_result_is_told_before_its_training_began_or_without_a_whole_publication(string? halfway, string? notice, string field)
    {
        var record = await _scene.TrainingAsync(paid: 1, startedOn: "2020-11-02");

        var result = await _scene.ProposeAsync(record.No, Passed("9000.00", halfway, notice));

        Assert.Equal(field, Assert.Single(Assert.IsType<StepResult.Invalid>(result).Errors).FieldId);
    }

    [Fact]
    public async Task Half_of_a_training_that_two_people_found_falls_due_with_its_acceptance()
    {
        var record = await _scene.TrainingAsync(paid: 1, startedOn: "2020-11-02");

        await _scene.ChangedAsync(record.No, Passed("10000.00", "2020-11-04", "2020-11-16"));

        record = await portal.CaseAsync(record.No);
        Assert.Equal([new DateOnly(2020, 11, 4), new DateOnly(2020, 11, 16)], record.Instalments.Skip(1).Select(part => part.HappenedOn!.Value));
        Assert.Contains("按顺序", Assert.IsType<StepResult.Refused>(await _scene.PayAsync(record.No, 2)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(record.No, 1));
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(record.No, 2));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task The_finding_is_kept_with_the_rules_it_was_made_by_and_can_be_made_again()
    {
        var record = await _scene.TrainingAsync(paid: 1);
        await _scene.ChangedAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed) });

        await using var db = await portal.Databases.CreateDbContextAsync();
        var decision = await db.CaseDecisions.Include(one => one.Snapshot).SingleAsync(one => one.CaseId == record.Id && one.Occasion == DecisionOccasion.Redetermined);
        Assert.Equal(Money.Zero, decision.Amount);
        Assert.False(portal.Get<DecisionReplay>().Run(decision, []).IsAlarm);
    }

    [Fact]
    public async Task Who_proposed_does_not_decide_and_no_party_takes_part()
    {
        var record = await _scene.TrainingAsync(paid: 1);
        var both = TestCases.Staff("210000", Roles.Reviewer, Roles.Approver);
        var party = (await portal.ActorAsync("hr")) with { Roles = new HashSet<string> { Roles.Reviewer, Roles.Approver }, Place = "210000" };
        var form = new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed) };

        Assert.IsType<StepResult.Refused>(await _scene.ProposeAsync(record.No, form, party));
        Assert.IsType<StepResult.Done>(await _scene.ProposeAsync(record.No, form, both));
        Assert.IsType<StepResult.Refused>(await _scene.DecideAsync(form.Id, by: both));
        Assert.IsType<StepResult.Refused>(await _scene.DecideAsync(form.Id, by: party));
        Assert.IsType<StepResult.NotFound>(await _scene.DecideAsync(form.Id, by: TestCases.Staff("210100", Roles.Approver)));
        Assert.Null(await _scene.FindAsync(form.Id));
        Assert.Equal(Money.Yuan(10_000), (await portal.CaseAsync(record.No)).Entitlement);
    }

    [Fact]
    public async Task Pressed_six_times_at_once_it_claims_once()
    {
        var record = await _scene.TrainingAsync(paid: 1);
        var form = new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed) };
        await _scene.ProposeAsync(record.No, form);
        var approver = await portal.ActorAsync("approver");
        Guid version;
        await using (var db = await portal.Databases.CreateDbContextAsync()) version = (await db.Redeterminations.SingleAsync(one => one.Id == form.Id)).Version;

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            portal.Get<DecideRedetermination>().HandleAsync(approver, form.Id, version, RedeterminationState.Approved, null))));

        Assert.All(results, result => Assert.IsType<StepResult.Done>(result));
        Assert.Equal(Money.Yuan(5000), (await portal.CaseAsync(record.No)).Instalments[0].Claimed);
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_refused_or_withdrawn_proposal_changes_nothing_and_makes_room_for_the_next()
    {
        var record = await _scene.TrainingAsync(paid: 1);
        var first = new RedeterminationForm { Cause = nameof(ChangeCause.TrainingFailed) };
        var second = new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Keep = "1200" };
        await _scene.ProposeAsync(record.No, first);
        Assert.IsType<StepResult.Refused>(await _scene.ProposeAsync(record.No, second));

        Assert.IsType<StepResult.Done>(await _scene.DecideAsync(first.Id, RedeterminationState.Refused));
        Assert.Equal(Money.Yuan(10_000), (await portal.CaseAsync(record.No)).Entitlement);
        Assert.IsType<StepResult.Done>(await _scene.ProposeAsync(record.No, second));
        Assert.IsType<StepResult.Done>(await _scene.DecideAsync(second.Id, RedeterminationState.Withdrawn, await portal.ActorAsync("reviewer")));
        Assert.Empty(await portal.OpenWorkAsync(record.No).ContinueWith(items => items.Result.Where(item => item.Kind == WorkKind.ApproveRedetermination)));
    }

    [Theory]
    [InlineData("", "1", "300", "reason")]
    [InlineData("查实", "0", "300", "parts")]
    [InlineData("查实", "1", "三百", "keep")]
    [InlineData("查实", "1", "10000.01", "keep")]
    public async Task What_cannot_be_read_is_told_by_its_field(string reason, string parts, string keep, string field)
    {
        var record = await _scene.TrainingAsync(paid: 0);

        var result = await _scene.ProposeAsync(record.No, new RedeterminationForm { Cause = nameof(ChangeCause.FoundIneligible), Reason = reason, Parts = parts, Keep = keep });

        Assert.Equal(field, Assert.Single(Assert.IsType<StepResult.Invalid>(result).Errors).FieldId);
    }

    [Fact]
    public async Task What_was_recovered_wrongly_is_given_back_by_the_budgets_that_paid_it()
    {
        var record = await _scene.GrantedAsync(await portal.LoanAsync());
        await _scene.PayAsync(record.No, 0);
        var claim = (await _scene.ChangedAsync(record.No, Ineligible("0")))!;
        await _scene.ReceiveAsync(claim.Id, claim.Amount.ToString());
        Assert.IsType<StepResult.Invalid>(await _scene.ProposeAsync(record.No, Ineligible("4350.01")));

        Assert.Null(await _scene.ChangedAsync(record.No, Ineligible("4350")));

        record = await portal.CaseAsync(record.No);
        Assert.Equal((CaseState.Approved, Money.Yuan(4350)), (record.State, record.Entitlement!.Value));
        Assert.Equal((Trigger.TopUp, InstalmentState.Due), (record.Instalments[^1].Trigger, record.Instalments[^1].State));
        await using var db = await portal.Databases.CreateDbContextAsync();
        var granted = await db.LedgerEntries.AsNoTracking().Where(entry => entry.CaseId == record.Id && entry.Sequence == 2 && entry.Kind == EntryKind.Commit).ToListAsync();
        Assert.Equal(
            [(FundingSource.Central, "1305.00"), (FundingSource.Province, "2175.00"), (FundingSource.City, "870.00")],
            granted.OrderBy(entry => entry.Source).Select(entry => (entry.Source, entry.Amount.ToString())));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task What_is_given_back_is_advanced_no_further_than_the_first_time()
    {
        var record = await _scene.GrantedAsync(await portal.HiringAsync(hires: 1, relief: true));
        await _scene.PayAsync(record.No, 0);
        var claim = (await _scene.ChangedAsync(record.No, Ineligible("0")))!;
        await _scene.ReceiveAsync(claim.Id, "1250");

        Assert.Null(await _scene.ChangedAsync(record.No, Ineligible("2500")));

        Assert.Equal(
            [(Trigger.TopUp, "1250.00", InstalmentState.Due), (Trigger.ContributionsResume, "1250.00", InstalmentState.Waiting)],
            (await portal.CaseAsync(record.No)).Instalments.TakeLast(2).Select(part => (part.Trigger, part.Amount.ToString(), part.State)));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_final_amount_stays_within_the_people_and_months_of_the_grant()
    {
        var no = (await _scene.GrantedAsync(await portal.VenueAsync(months: 12))).No;
        async Task<string?> WrongAsync(RedeterminationForm form) => Assert.Single(Assert.IsType<StepResult.Invalid>(await _scene.ProposeAsync(no, form)).Errors).FieldId;

        Assert.Equal("monthsRequested", await WrongAsync(Final("800.00", "13")));
        Assert.Null(await WrongAsync(Final("833.33", "12")));

        // Once lowered it may come back to the grant, and no further.
        await _scene.ChangedAsync(no, Final("800.00", "10"));
        Assert.Equal("monthsRequested", await WrongAsync(Final("800.00", "13")));
        await _scene.ChangedAsync(no, Final("800.00", "12"));

        var record = await portal.CaseAsync(no);
        Assert.Equal(Money.Yuan(9600), record.Entitlement);
        var back = record.Instalments[^1];
        Assert.Equal((Trigger.PeriodEnd, Money.Yuan(1600), InstalmentState.Waiting), (back.Trigger, back.Amount, back.State));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_list_whose_last_refund_is_taken_off_is_closed()
    {
        using var own = new PortalFactory();
        using var rosters = new RosterFolder();
        var no = (await own.ReleasedAsync(rosters, RosterFolder.DemoFirmRow))[0];

        Assert.Null(await new RecoveryScene(own).ChangedAsync(no, Ineligible("0")));

        var record = await own.CaseAsync(no);
        Assert.Equal(CaseState.Settled, record.State);
        await using var db = await own.Databases.CreateDbContextAsync();
        Assert.Equal(RunState.Closed, (await db.ScreeningRuns.AsNoTracking().SingleAsync(run => run.Id == record.RunId)).State);
    }

    private static RedeterminationForm Ineligible(string keep) => new() { Cause = nameof(ChangeCause.FoundIneligible), Keep = keep };

    private static RedeterminationForm Final(string rent, string months) => new()
    {
        Cause = nameof(ChangeCause.FinalAmount),
        Facts = new() { ["monthlyRent"] = rent, ["monthsRequested"] = months },
    };

    private static RedeterminationForm Passed(string amount, string? halfway, string? notice = null) => new()
    {
        Cause = nameof(ChangeCause.TrainingPassed),
        Facts = new() { ["finalAmount"] = amount, ["halfwayOn"] = halfway, ["noticeEndedOn"] = notice },
    };
}
