using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Features.Citizen.MyHome;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Desk.Review;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.MyHome;

/// <summary>Whatever is open on a person's or firm's side stands in 等您办理 with the next step, and home never says that there is nothing to do.</summary>
public sealed class EveryOpenThingTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    public static TheoryData<MyTaskKind> Kinds => [.. Enum.GetValues<MyTaskKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_told_with_a_way_to_do_it(MyTaskKind kind)
    {
        var account = await OpenAsync(kind);
        var home = await _portal.Get<ShowMyHome>().HandleAsync(await _portal.ActorAsync(account), 1);

        var task = Assert.Single(home.Tasks, task => task.Kind == kind);

        var visitor = await ScriptlessBrowser.AsAsync(_portal, account);
        await visitor.GetAsync("/home");
        Assert.DoesNotContain("现在没有要您办的事", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(task.Todo, visitor.Text, StringComparison.Ordinal);
        await visitor.GetAsync(task.Href);
        Assert.True(visitor.Response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_recovery_that_was_paid_in_part_says_what_is_left()
    {
        var claim = await new RecoveryScene(_portal).ClaimAsync();
        Assert.IsType<StepResult.Done>(await new RecoveryScene(_portal).ReceiveAsync(claim.Id, "2000"));

        Assert.Contains("还有 3,000.00 元 需要退回", Assert.Single((await HomeAsync("hr")).Tasks, task => task.Kind == MyTaskKind.Recovery).Todo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_back_after_the_case_was_settled_is_a_task_again()
    {
        var scene = new BatchScene(_portal);
        var record = await RefusedAsync(scene, paidFirst: true);

        Assert.Equal(record.No, Assert.Single((await HomeAsync("graduate")).Tasks).No);
        Assert.Empty(await new RecoveryScene(_portal).AuditAsync());
    }

    [Fact]
    public async Task Staff_have_every_refused_payment_and_open_recovery_in_a_queue_and_the_audit_finds_one_that_nobody_has()
    {
        await OpenAsync(MyTaskKind.Refusal);
        await OpenAsync(MyTaskKind.Recovery);
        var scene = new RecoveryScene(_portal);
        Assert.Empty(await scene.AuditAsync());

        await using (var db = await _portal.Databases.CreateDbContextAsync())
            await db.WorkItems.ExecuteUpdateAsync(item => item.SetProperty(i => i.DoneAt, _portal.Get<BusinessClock>().Now));

        Assert.Equal(["有没有还清的追缴，待办里没有人办", "有银行没有付成的一笔，待办里没有人办"], (await scene.AuditAsync()).Select(finding => finding.Text).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _portal.Dispose();

    private async Task<MyHomeView> HomeAsync(string account) => await _portal.Get<ShowMyHome>().HandleAsync(await _portal.ActorAsync(account), 1);

    /// <returns>Whose home it stands on.</returns>
    private async Task<string> OpenAsync(MyTaskKind kind)
    {
        switch (kind)
        {
            case MyTaskKind.Correction:
                var asked = (await _portal.FlexibleAsync()).No;
                Assert.IsType<StepResult.Done>(await _portal.Get<RequestCorrection>().HandleAsync(
                    await _portal.ActorAsync("reviewer"), new CaseRef(asked, (await _portal.CaseAsync(asked)).Version), "请补缴费凭证"));
                return "graduate";
            case MyTaskKind.Refusal:
                await RefusedAsync(new BatchScene(_portal), paidFirst: false);
                return "graduate";
            case MyTaskKind.Recovery:
                await new RecoveryScene(_portal).ClaimAsync();
                return "hr";
            case MyTaskKind.RefundAccount:
                await RefundAsync();
                return "hr";
            case MyTaskKind.OthersAccount:
                await OthersAccountAsync(await RefundAsync());
                return "hr";
            case MyTaskKind.Milestone:
                await new RecoveryScene(_portal).TrainingAsync(paid: 1);
                return "hr";
            case MyTaskKind.FirmClaim:
                await RefusedClaimAsync();
                return "graduate";
            case MyTaskKind.Consent:
                await new ApplyScene(_portal).StartAsync(await _portal.ActorAsync("graduate"), "flexible-social-insurance");
                await _portal.Get<WithdrawConsent>().HandleAsync(await _portal.ActorAsync("graduate"), ConsentKind.Application);
                return "graduate";
            default:
                throw new NotSupportedException($"{kind} needs a scene of its own here.");
        }
    }

    private async Task<Case> RefusedAsync(BatchScene scene, bool paidFirst)
    {
        var record = await new RecoveryScene(_portal).GrantedAsync(await _portal.LoanAsync());
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            var tracked = await db.Cases.SingleAsync(one => one.Id == record.Id);
            tracked.Account = _portal.Get<FieldVault>().Seal(SealPurpose.BankAccount, BatchScene.Account(), "***0001");
            await db.SaveChangesAsync();
        }

        var line = (await scene.SentAsync()).Lines[0];
        if (paidFirst) await scene.HearAsync((line, "成功", ""));
        await scene.HearAsync((line, paidFirst ? "退汇" : "失败", "账号不存在"));
        return record;
    }

    private async Task<Case> RefundAsync()
    {
        var (clock, apply) = (_portal.Get<BusinessClock>(), new ApplyScene(_portal));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var firm = await apply.FirmAsync();
        var record = new Case
        {
            No = CaseNumber.Compose(clock.Today, 800_001),
            MeasureCode = "stabilization-refund",
            Origin = CaseOrigin.Screening,
            FirmId = firm,
            ApplicantName = "样例企业",
            RegionCode = TestCases.Zhongshan,
            State = CaseState.AwaitingAccount,
            FactsJson = "{}",
            AssessmentJson = CaseJson.Write(new Assessment("stabilization-refund", Outcome.Eligible, Portal.Domain.Values.Money.Yuan(1), true, [], [], [], null, null, [], [])),
            AsOf = clock.Today,
            SubmittedAt = clock.Now,
            SubmittedOn = clock.Today,
        };
        db.Add(record);
        await db.SaveChangesAsync();
        return record;
    }

    private async Task OthersAccountAsync(Case record)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var tracked = await db.Cases.SingleAsync(one => one.Id == record.Id);
        await db.AskAsync(tracked, new Actor((await _portal.ActorAsync("graduate")).UserId, "同事", new HashSet<string> { Roles.Applicant }, null),
            new GivenAccount("样例企业", "中国样例银行", _portal.Get<FieldVault>().Seal(SealPurpose.BankAccount, BatchScene.Account(), "****0001")),
            "提出收款账户", null, "确认收款账户", null, _portal.Get<BusinessClock>(), CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private async Task RefusedClaimAsync()
    {
        var graduate = await _portal.ActorAsync("graduate");
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var letter = NewAttachment.Of(graduate.UserId, "企业授权书", "授权书.pdf", ApplyScene.Pdf, _portal.Get<BusinessClock>().Now);
        db.AddRange(letter, new FirmClaim
        {
            UserId = graduate.UserId,
            CreditCode = "912102020000000072",
            FirmName = "样例商贸",
            RegionCode = TestCases.Zhongshan,
            LetterId = letter.Id,
            State = FirmClaimState.Refused,
            ClaimedAt = _portal.Get<BusinessClock>().Now,
            Reason = "授权书没有盖章。",
        });
        await db.SaveChangesAsync();
    }
}
