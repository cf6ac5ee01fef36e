using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>The way of a case over the desk, on a real database.</summary>
public sealed class CaseStepsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_case_goes_from_submission_to_its_payment_plan_through_two_people()
    {
        var no = (await portal.HiringAsync(hires: 3, relief: true)).No;
        var reviewer = await portal.ActorAsync("reviewer");
        var approver = await portal.ActorAsync("approver");

        Assert.IsType<StepResult.Done>(await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen(no)));
        var taken = Assert.Single(await portal.OpenWorkAsync(no));
        Assert.Equal((WorkKind.ReviewCase, reviewer.UserId), (taken.Kind, taken.OwnerId));

        Assert.IsType<StepResult.Done>(await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(no), "材料齐全"));
        var proposed = Assert.Single(await portal.OpenWorkAsync(no));
        Assert.Equal((WorkKind.ApproveCase, Roles.Approver), (proposed.Kind, proposed.Role));

        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(approver, await Seen(no), CaseAction.Approve, null));
        var record = await portal.CaseAsync(no);
        Assert.Equal(CaseState.Approved, record.State);
        Assert.Equal(["3750.00 2020-11-23", "3750.00 "], record.Instalments.Select(part => $"{part.Amount} {part.DueOn:yyyy-MM-dd}"));
        var payment = Assert.Single(await portal.OpenWorkAsync(no));
        Assert.Equal((WorkKind.PayInstalments, new DateOnly(2020, 11, 23)), (payment.Kind, payment.DueOn));
        Assert.Equal(
            [("王海燕", "提交申请", null), ("赵敏", "开始审核", null), ("赵敏", "拟同意，测算金额 7,500.00 元", "材料齐全"), ("孙建国", "同意，核定金额 7,500.00 元", null)],
            record.Events.Select(e => (e.ActorName, e.What, e.Why)));
        Assert.All(record.Events, e => Assert.Equal(new DateOnly(2020, 11, 16), DateOnly.FromDateTime(e.At.ToOffset(TimeSpan.FromHours(8)).DateTime)));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed_even_with_both_roles()
    {
        var no = (await portal.FlexibleAsync()).No;
        var both = TestCases.Staff("210000", Roles.Reviewer, Roles.Approver);
        await portal.Get<AssignCase>().HandleAsync(both, await Seen(no));
        await portal.Get<ProposeApproval>().HandleAsync(both, await Seen(no), null);

        foreach (var decision in (CaseAction[])[CaseAction.Approve, CaseAction.ReturnToReview])
            Assert.Contains("另一位同事", Assert.IsType<StepResult.Refused>(
                await portal.Get<DecideCase>().HandleAsync(both, await Seen(no), decision, "理由")).Message, StringComparison.Ordinal);
        Assert.Equal(CaseState.ApprovalProposed, (await portal.CaseAsync(no)).State);
    }

    [Theory]
    [InlineData("graduate", false)]
    [InlineData("hr", true)]
    public async Task Nobody_works_on_a_case_of_their_own_or_of_their_firm(string account, bool ofFirm)
    {
        var record = ofFirm ? await portal.HiringAsync() : await portal.FlexibleAsync();
        var party = (await portal.ActorAsync(account)) with { Roles = new HashSet<string> { Roles.Reviewer, Roles.Approver }, Place = "210000" };

        Assert.Contains("回避", Assert.IsType<StepResult.Refused>(
            await portal.Get<AssignCase>().HandleAsync(party, new CaseRef(record.No, record.Version))).Message, StringComparison.Ordinal);
        Assert.Equal(CaseState.Submitted, (await portal.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task A_case_of_another_place_looks_like_none()
    {
        var record = await portal.FlexibleAsync(region: TestCases.Heping);
        var elsewhere = TestCases.Staff("210200", Roles.Reviewer);

        Assert.IsType<StepResult.NotFound>(await portal.Get<AssignCase>().HandleAsync(elsewhere, new CaseRef(record.No, record.Version)));
        Assert.Null(await portal.Get<ShowCase>().HandleAsync(elsewhere, record.No));
        Assert.Null((await portal.Get<SearchCases>().HandleAsync(elsewhere, record.No)).No);
        Assert.IsType<StepResult.Done>(await portal.Get<AssignCase>().HandleAsync(TestCases.Staff("210100", Roles.Reviewer), new CaseRef(record.No, record.Version)));
    }

    [Theory]
    [InlineData("approver")]
    [InlineData("finance")]
    [InlineData("auditor")]
    [InlineData("graduate")]
    public async Task Only_reviewers_review(string account)
    {
        var record = await portal.FlexibleAsync();

        var result = await portal.Get<AssignCase>().HandleAsync(await portal.ActorAsync(account), new CaseRef(record.No, record.Version));

        Assert.True(result is StepResult.Refused or StepResult.NotFound);
        Assert.Equal(CaseState.Submitted, (await portal.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task The_slower_of_two_tabs_is_told_and_overwrites_nothing()
    {
        var no = (await portal.FlexibleAsync()).No;
        var stale = await Seen(no);
        await portal.Get<AssignCase>().HandleAsync(await portal.ActorAsync("reviewer"), stale);

        var result = await portal.Get<RequestCorrection>().HandleAsync(TestCases.Staff("210000", Roles.Reviewer), stale, "请补缴费凭证");

        Assert.Equal(new StepResult.Stale(CaseTransitions.ToChineseForStaff(CaseState.UnderReview)), result);
        var record = await portal.CaseAsync(no);
        Assert.Equal((CaseState.UnderReview, null), (record.State, record.CorrectionNote));
        Assert.Equal(2, record.Events.Count);
    }

    [Fact]
    public async Task Of_two_people_at_the_same_moment_one_takes_the_case_up()
    {
        var at = await Seen((await portal.FlexibleAsync()).No);
        var people = Enumerable.Range(0, 6).Select(_ => TestCases.Staff("210000", Roles.Reviewer)).ToArray();

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => portal.Get<AssignCase>().HandleAsync(person, at))));

        Assert.Single(results.OfType<StepResult.Done>());
        Assert.Equal(5, results.OfType<StepResult.Stale>().Count());
        Assert.Equal(2, (await portal.CaseAsync(at.No)).Events.Count);
    }

    [Fact]
    public async Task A_second_press_finds_the_first_ones_decision()
    {
        var approver = await portal.ActorAsync("approver");
        var at = await ProposedAsync(approve: true);

        var first = await portal.Get<DecideCase>().HandleAsync(approver, at, CaseAction.Approve, null);
        var second = await portal.Get<DecideCase>().HandleAsync(approver, at, CaseAction.Approve, null);

        Assert.Equal((new StepResult.Done(), new StepResult.Done()), (first, second));
        var record = await portal.CaseAsync(at.No);
        Assert.Single(record.Instalments);
        Assert.Single(record.Events, e => e.State == CaseState.Approved);
        Assert.Single(await portal.OpenWorkAsync(at.No));
    }

    [Fact]
    public async Task A_correction_stops_the_term_and_needs_words()
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await portal.ActorAsync("reviewer");

        Assert.IsType<StepResult.Invalid>(await portal.Get<RequestCorrection>().HandleAsync(reviewer, await Seen(no), "  "));
        Assert.IsType<StepResult.Invalid>(await portal.Get<RequestCorrection>().HandleAsync(reviewer, await Seen(no), new string('字', 1001)));
        Assert.IsType<StepResult.Done>(await portal.Get<RequestCorrection>().HandleAsync(reviewer, await Seen(no), " 请补11月缴费凭证 "));

        var record = await portal.CaseAsync(no);
        Assert.Equal((CaseState.CorrectionRequested, "请补11月缴费凭证", new DateOnly(2020, 11, 16)), (record.State, record.CorrectionNote, record.CorrectionAskedOn));
        Assert.Equal("请补11月缴费凭证", record.Events[^1].Why);
        Assert.Empty(await portal.OpenWorkAsync(no));
    }

    [Fact]
    public async Task A_refusal_frees_the_claims_and_repeats_the_reason()
    {
        var at = await ProposedAsync(approve: false);

        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), at, CaseAction.Refuse, null));

        var record = await portal.CaseAsync(at.No);
        Assert.Equal(CaseState.Refused, record.State);
        Assert.Empty(record.Claims);
        Assert.Equal("缴费凭证与月份不符", record.Events[^1].Why);
        Assert.Empty(await portal.OpenWorkAsync(at.No));
    }

    [Fact]
    public async Task A_refusal_is_proposed_with_a_reason_only()
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen(no));

        Assert.IsType<StepResult.Invalid>(await portal.Get<ProposeRefusal>().HandleAsync(reviewer, await Seen(no), null));
    }

    [Fact]
    public async Task What_is_sent_back_lies_with_the_reviewers_again()
    {
        var at = await ProposedAsync(approve: true);
        var approver = await portal.ActorAsync("approver");

        Assert.IsType<StepResult.Invalid>(await portal.Get<DecideCase>().HandleAsync(approver, at, CaseAction.ReturnToReview, ""));
        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(approver, at, CaseAction.ReturnToReview, "请核对月份"));

        var record = await portal.CaseAsync(at.No);
        Assert.Equal((CaseState.UnderReview, null), (record.State, record.ProposedById));
        Assert.Equal(WorkKind.ReviewCase, Assert.Single(await portal.OpenWorkAsync(at.No)).Kind);
        Assert.Equal(3, record.Claims.Count);
    }

    [Fact]
    public async Task A_case_whose_amount_awaits_the_city_is_not_proposed_until_the_city_has_set_it()
    {
        using var own = new PortalFactory();
        var no = (await own.HiringAsync(region: "210302")).No;
        var reviewer = await own.ActorAsync("reviewer");
        await own.Get<AssignCase>().HandleAsync(reviewer, await Seen(no, own));

        var pending = Assert.IsType<StepResult.Refused>(await own.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(no, own), null));
        Assert.Contains("每人补贴标准", pending.Message, StringComparison.Ordinal);

        await own.SetAmountAsync("210300", "1000.01");
        Assert.IsType<StepResult.Done>(await own.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(no, own), null));
        var record = await own.CaseAsync(no);
        Assert.Equal("3000.03", record.Entitlement?.ToString());
        Assert.Contains("由待定更新为 3,000.03 元", record.Events[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_decision_does_not_move_the_promised_day()
    {
        using var own = new PortalFactory();
        var record = await own.FlexibleAsync();
        await own.Get<AssignCase>().HandleAsync(await own.ActorAsync("reviewer"), await Seen(record.No, own));
        await own.Get<ProposeApproval>().HandleAsync(await own.ActorAsync("reviewer"), await Seen(record.No, own), null);
        await own.Get<BusinessClock>().AdvanceAsync(14);

        await own.Get<DecideCase>().HandleAsync(await own.ActorAsync("approver"), await Seen(record.No, own), CaseAction.Approve, null);

        Assert.Equal(new DateOnly(2020, 11, 23), Assert.Single((await own.CaseAsync(record.No)).Instalments).DueOn);
    }

    private async Task<CaseRef> ProposedAsync(bool approve)
    {
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen(no));
        if (approve) await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(no), null);
        else await portal.Get<ProposeRefusal>().HandleAsync(reviewer, await Seen(no), "缴费凭证与月份不符");
        return await Seen(no);
    }

    /// <summary>The case as a tab opened now shows it.</summary>
    private async Task<CaseRef> Seen(string no, PortalFactory? of = null) => new(no, (await (of ?? portal).CaseAsync(no)).Version);
}
