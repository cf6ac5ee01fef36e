using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Reference;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Features.Finance.Reconciliation;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Redeterminations;

/// <summary>Granted cases, paid and determined again through the portal's own steps.</summary>
internal sealed class RecoveryScene(PortalFactory portal)
{
    public const string Today = "2020-11-16";

    private int _slips;

    public async Task<Case> GrantedAsync(Case submitted)
    {
        var reviewer = await portal.ActorAsync("reviewer");
        async Task<CaseRef> Seen() => new(submitted.No, (await portal.CaseAsync(submitted.No)).Version);
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null);
        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.Approve, null));
        return await portal.CaseAsync(submitted.No);
    }

    /// <summary>A training of 10,000 yuan of which so many instalments are paid.</summary>
    public async Task<Case> TrainingAsync(int paid, string startedOn = Today)
    {
        var record = await GrantedAsync(await portal.TrainingAsync(startedOn: startedOn));
        for (var i = 0; i < paid; i++)
        {
            if (i == 1) Assert.IsType<StepResult.Done>(await MilestoneAsync(record.No, Trigger.Halfway));
            Assert.IsType<StepResult.Done>(await PayAsync(record.No, i));
        }

        return await portal.CaseAsync(record.No);
    }

    public async Task<StepResult> PayAsync(string no, int index)
    {
        var record = await portal.CaseAsync(no);
        return await portal.Get<RecordPayment>().HandleAsync(
            await portal.ActorAsync("finance"), new PaymentMade(no, record.Version, record.Instalments[index].Id, $"PZ-{++_slips}", Today));
    }

    public async Task<StepResult> MilestoneAsync(string no, string trigger) => await portal.Get<RecordMilestone>().HandleAsync(
        await portal.ActorAsync("reviewer"), no, (await portal.CaseAsync(no)).Version, trigger, Today);

    public async Task<StepResult> ProposeAsync(string no, RedeterminationForm form, Actor? by = null)
    {
        if (form.Id == Guid.Empty) form.Id = Guid.CreateVersion7();
        form.Version = (await portal.CaseAsync(no)).Version;
        form.Reason ??= "验收时核对了签到表";
        return await portal.Get<ProposeRedetermination>().HandleAsync(by ?? await portal.ActorAsync("reviewer"), no, form);
    }

    public async Task<StepResult> DecideAsync(Guid id, RedeterminationState decision = RedeterminationState.Approved, Actor? by = null) =>
        await portal.Get<DecideRedetermination>().HandleAsync(by ?? await portal.ActorAsync("approver"), id, (await ChangeAsync(id)).Version, decision, "核对无误");

    /// <summary>Proposed and approved; the claim it made, if any.</summary>
    public async Task<Recovery?> ChangedAsync(string no, RedeterminationForm form)
    {
        Assert.IsType<StepResult.Done>(await ProposeAsync(no, form));
        Assert.IsType<StepResult.Done>(await DecideAsync(form.Id));
        return await FindAsync(form.Id);
    }

    /// <summary>A claim of 5,000 yuan: a training that failed after its start.</summary>
    public async Task<Recovery> ClaimAsync(int parts = 1, bool allowsSetOff = true)
    {
        var record = await TrainingAsync(paid: 1);
        return (await ChangedAsync(record.No, new RedeterminationForm
        {
            Cause = nameof(ChangeCause.TrainingFailed),
            Parts = parts.ToString(System.Globalization.CultureInfo.InvariantCulture),
            AllowsSetOff = allowsSetOff,
        }))!;
    }

    public async Task<StepResult> ReceiveAsync(Guid id, string amount, string? slip = null, Guid? receipt = null) => await portal.Get<RecordReceipt>().HandleAsync(
        await portal.ActorAsync("finance"), id, (await FindAsync(id))!.Version, new MoneyReceived(receipt ?? Guid.CreateVersion7(), amount, Today, slip ?? $"SK-{++_slips}"));

    public async Task<Recovery?> FindAsync(Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Recoveries.AsNoTracking().AsSplitQuery().Include(one => one.Case).Include(one => one.Parts.OrderBy(part => part.Sequence)).Include(one => one.Receipts)
            .SingleOrDefaultAsync(one => one.Id == id);
    }

    public async Task<IReadOnlyList<AuditFinding>> AuditAsync()
    {
        var findings = new List<AuditFinding>();
        await foreach (var finding in portal.Get<RunAudit>().FindAsync(null)) findings.Add(finding);
        return findings;
    }

    /// <summary>The hiring grant is raised for days that are past, as an approved change leaves it.</summary>
    public async Task<Guid> RaisedAsync(string amount)
    {
        var id = Guid.CreateVersion7();
        var administrator = await portal.ActorAsync("admin");
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new ParameterChange
        {
            Id = id,
            Key = HiringGrant.AmountPerPerson.Key,
            RegionCode = TestCases.Zhongshan,
            From = new DateOnly(2020, 11, 1),
            Value = amount,
            Status = "C",
            Source = "大人社发〔2020〕99号",
            State = RuleChangeState.Approved,
            ProposedById = administrator.UserId,
            ProposedAt = portal.Get<BusinessClock>().Now,
        });
        db.Add(new ParameterEntry
        {
            Key = HiringGrant.AmountPerPerson.Key,
            RegionCode = TestCases.Zhongshan,
            From = new DateOnly(2020, 11, 1),
            Value = amount,
            Status = "C",
            Source = "大人社发〔2020〕99号",
            ChangeId = id,
            ApprovedAt = portal.Get<BusinessClock>().Now,
        });
        await db.SaveChangesAsync();
        portal.Get<RulebookSource>().Forget();
        return id;
    }

    private async Task<Redetermination> ChangeAsync(Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Redeterminations.AsNoTracking().SingleAsync(change => change.Id == id);
    }
}
