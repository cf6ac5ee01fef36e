using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Payments;

/// <summary>Paying what was granted, on a real database.</summary>
public sealed class PaymentTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Today = "2020-11-16";

    [Fact]
    public async Task The_last_payment_settles_the_case()
    {
        var record = await ApprovedAsync(relief: true);
        var finance = await portal.ActorAsync("finance");

        Assert.IsType<StepResult.Done>(await PayAsync(record, 0, finance));
        record = await portal.CaseAsync(record.No);
        Assert.Equal(CaseState.Approved, record.State);
        Assert.Null(Assert.Single(await portal.OpenWorkAsync(record.No)).DueOn);

        Assert.IsType<StepResult.Refused>(await PayAsync(record, 1, finance));
        Assert.IsType<StepResult.Done>(await portal.Get<RecordMilestone>().HandleAsync(finance, record.No, record.Version, Trigger.ContributionsResume, Today));
        record = await portal.CaseAsync(record.No);
        Assert.Equal(new DateOnly(2020, 11, 23), record.Instalments[1].DueOn);
        Assert.Equal(new DateOnly(2020, 11, 23), Assert.Single(await portal.OpenWorkAsync(record.No)).DueOn);

        Assert.IsType<StepResult.Done>(await PayAsync(record, 1, finance));
        record = await portal.CaseAsync(record.No);
        Assert.Equal(CaseState.Settled, record.State);
        Assert.Empty(await portal.OpenWorkAsync(record.No));
        Assert.Equal(
            ["第 1 笔 3,750.00 元 已于 2020年11月16日 拨付", "2020年11月16日 企业恢复缴费，下一笔最迟 2020年11月23日 拨付", "第 2 笔 3,750.00 元 已于 2020年11月16日 拨付，全部拨付完毕"],
            record.Events.TakeLast(3).Select(e => e.What));
        Assert.All(record.Events.TakeLast(3), e => Assert.Equal("周静", e.ActorName));
    }

    [Fact]
    public async Task An_instalment_is_recorded_once_however_often_one_presses()
    {
        var record = await ApprovedAsync(relief: true);
        var finance = await portal.ActorAsync("finance");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PayAsync(record, 0, finance))));

        Assert.All(results, result => Assert.IsType<StepResult.Done>(result));
        record = await portal.CaseAsync(record.No);
        Assert.Single(record.Events, e => e.What.StartsWith("第 1 笔", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paid_instalment_is_not_paid_again_under_another_number()
    {
        var record = await ApprovedAsync(relief: true);
        var finance = await portal.ActorAsync("finance");
        await PayAsync(record, 0, finance);

        Assert.IsType<StepResult.Stale>(await PayAsync(record, 0, finance, "PZ-2"));
        record = await portal.CaseAsync(record.No);
        Assert.Contains("没有重复登记", Assert.IsType<StepResult.Refused>(await PayAsync(record, 0, finance, "PZ-2")).Message, StringComparison.Ordinal);
        Assert.Equal("PZ-1", (await portal.CaseAsync(record.No)).Instalments[0].Reference);
    }

    [Fact]
    public async Task Only_finance_of_the_place_records_payments_and_never_for_its_own_firm()
    {
        var record = await ApprovedAsync(relief: false);
        var party = (await portal.ActorAsync("hr")) with { Roles = new HashSet<string> { Roles.Finance }, Place = "210000" };

        Assert.IsType<StepResult.Refused>(await PayAsync(record, 0, await portal.ActorAsync("approver")));
        Assert.IsType<StepResult.NotFound>(await PayAsync(record, 0, TestCases.Staff("210100", Roles.Finance)));
        Assert.IsType<StepResult.Refused>(await PayAsync(record, 0, party));
        Assert.Equal(CaseState.Approved, (await portal.CaseAsync(record.No)).State);
    }

    [Theory]
    [InlineData("", Today, PaymentFields.Reference)]
    [InlineData("PZ-1", "昨天", PaymentFields.PaidOn)]
    [InlineData("PZ-1", "2020-11-17", PaymentFields.PaidOn)]
    [InlineData("PZ-1", "2020-11-15", PaymentFields.PaidOn)]
    public async Task A_payment_needs_a_number_and_a_day_between_decision_and_today(string reference, string paidOn, string field)
    {
        var record = await ApprovedAsync(relief: false);

        var result = await portal.Get<RecordPayment>().HandleAsync(
            await portal.ActorAsync("finance"), new PaymentMade(record.No, record.Version, record.Instalments[0].Id, reference, paidOn));

        Assert.Equal(field, Assert.IsType<StepResult.Invalid>(result).Errors.Single().FieldId);
        Assert.Null((await portal.CaseAsync(record.No)).Instalments[0].PaidOn);
    }

    [Fact]
    public async Task Resumed_contributions_are_recorded_once_and_only_where_something_waits_for_them()
    {
        var advanced = await ApprovedAsync(relief: true);
        var whole = await ApprovedAsync(relief: false);
        var reviewer = await portal.ActorAsync("reviewer");
        var resume = portal.Get<RecordMilestone>();

        Assert.IsType<StepResult.Done>(await resume.HandleAsync(reviewer, advanced.No, advanced.Version, Trigger.ContributionsResume, Today));
        Assert.IsType<StepResult.Done>(await resume.HandleAsync(reviewer, advanced.No, advanced.Version, Trigger.ContributionsResume, Today));
        Assert.Single((await portal.CaseAsync(advanced.No)).Events, e => e.What.Contains("恢复缴费", StringComparison.Ordinal));
        Assert.IsType<StepResult.Refused>(await resume.HandleAsync(reviewer, whole.No, whole.Version, Trigger.ContributionsResume, Today));
        Assert.IsType<StepResult.Invalid>(await resume.HandleAsync(reviewer, advanced.No, advanced.Version, Trigger.ContributionsResume, "2020-11-30"));
    }

    [Fact]
    public async Task A_month_of_a_benefit_is_released_once_a_month()
    {
        using var own = new PortalFactory();
        var no = (await new RecoveryScene(own).GrantedAsync(await own.BenefitAsync())).No;
        var reviewer = await own.ActorAsync("reviewer");
        async Task<StepResult> ReleaseAsync(string day) =>
            await own.Get<RecordMilestone>().HandleAsync(reviewer, no, (await own.CaseAsync(no)).Version, Trigger.Monthly, day);

        Assert.IsType<StepResult.Done>(await ReleaseAsync(Today));
        Assert.IsType<StepResult.Invalid>(await ReleaseAsync("2020-12-01"));
        await own.Get<BusinessClock>().AdvanceAsync(22);
        Assert.Contains("下个月", Assert.IsType<StepResult.Refused>(await ReleaseAsync("2020-11-17")).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Refused>(await ReleaseAsync("2020-11-30"));
        Assert.IsType<StepResult.Done>(await ReleaseAsync("2020-12-08"));
        Assert.IsType<StepResult.Refused>(await ReleaseAsync("2020-12-07"));

        Assert.Equal(3, (await own.CaseAsync(no)).Instalments.Count(part => part.DueOn is not null));
    }

    [Fact]
    public async Task The_sums_of_all_instalments_are_what_was_granted()
    {
        using var own = new PortalFactory();
        var finance = await own.ActorAsync("finance");
        await ApprovedAsync(relief: true, own);
        await PayAsync(await ApprovedAsync(relief: false, own), 0, finance, of: own);
        await ApprovedAsync(relief: false, own);
        await own.Get<BusinessClock>().AdvanceAsync(8);
        await ApprovedAsync(relief: false, own);

        var list = await own.Get<ListPayments>().HandleAsync(finance, null, 1);

        Assert.True(list.Ties);
        Assert.Equal(Money.Yuan(30_000), list.Granted);
        Assert.Equal(
            [(PaymentState.Due, 1, "7500.00"), (PaymentState.Overdue, 2, "11250.00"), (PaymentState.Waiting, 1, "3750.00"), (PaymentState.Paid, 1, "7500.00")],
            list.Sums.Select(sum => (sum.Key, sum.Value.Count, sum.Value.Amount.ToString())));
        Assert.Equal(5, list.Lines.Count);
        Assert.Equal(list.Lines.Where(line => line.PaidOn is null).Select(line => line.DueOn ?? DateOnly.MaxValue).Order(), list.Lines.SkipLast(1).Select(line => line.DueOn ?? DateOnly.MaxValue));
        Assert.Single((await own.Get<ListPayments>().HandleAsync(finance, PaymentState.Waiting, 1)).Lines);
        Assert.Empty((await own.Get<ListPayments>().HandleAsync(TestCases.Staff("210100", Roles.Finance), null, 1)).Lines);
    }

    private async Task<Case> ApprovedAsync(bool relief, PortalFactory? of = null)
    {
        var at = of ?? portal;
        var no = (await at.HiringAsync(hires: 3, relief: relief)).No;
        var reviewer = await at.ActorAsync("reviewer");
        async Task<CaseRef> Seen() => new(no, (await at.CaseAsync(no)).Version);
        await at.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        await at.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null);
        Assert.IsType<StepResult.Done>(await at.Get<DecideCase>().HandleAsync(await at.ActorAsync("approver"), await Seen(), CaseAction.Approve, null));
        return await at.CaseAsync(no);
    }

    private Task<StepResult> PayAsync(Case record, int index, Actor actor, string reference = "PZ-1", PortalFactory? of = null) =>
        (of ?? portal).Get<RecordPayment>().HandleAsync(actor, new PaymentMade(record.No, record.Version, record.Instalments[index].Id, reference, Today));
}
