using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Decisions;
using Portal.Casework.Ledger;
using Portal.Casework.Redeterminations;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Ledger;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Carries an approved redetermination out on plan and ledger, and opens the claim it makes. The caller saves.</summary>
public sealed class ApplyRedetermination(RulebookSource rulebooks, Reassessment reassessment, DecisionLog decisions, MeasureCatalog catalog, BusinessClock clock)
{
    /// <returns>Why it cannot be done now; null when it was.</returns>
    public async Task<string?> RunAsync(PortalDbContext db, Actor actor, Redetermination change, CancellationToken cancellation)
    {
        var record = change.Case;
        if (record.State is not (CaseState.Approved or CaseState.Settled)) return $"这件申请现在是“{CaseTransitions.ToChineseForStaff(record.State)}”，不能重新核定。";
        if (record.Entitlement != change.OldTotal) return "提出之后核定金额又变过，请撤回后按现在的金额重新提出。";
        if (change.Cause == ChangeCause.ValueRaised && await db.IsCutByFindingAsync(record, cancellation))
            return "这件申请事后查明有不该发的部分，补差会把追缴的钱又发回去，不能补差。请撤回，或者不同意。";
        var rules = await rulebooks.RulesAsync(cancellation);
        if (PaymentTerm.From(rules, record.RegionCode, clock.Today) is not { } dueSoon)
            return "拨付期限还算不出来：节假日安排或拨付天数没有录入，请联系系统管理员。";
        var measure = catalog.Find(record.MeasureCode);
        var facts = measure is not null && change.FactsJson is { } written ? CaseJson.ReadFacts(measure.Facts, written) : null;
        var assessment = change.AssessmentJson is { } json ? CaseJson.ReadAssessment(json) : null;
        var money = await CaseLedger.OpenAsync(db, record, clock, actor, cancellation);
        var plan = PlanOf(money, change, measure, facts);
        if (plan.Stuck > Money.Zero)
            return $"有 {plan.Stuck.ToChinese()} 已列入拨付批次、正由银行办理或已部分抵扣，现在不能改。请等这一笔办完再复核。";
        var accepted = assessment?.Instalments.Where(part => part.Trigger == Trigger.Acceptance).Select(part => part.Due).FirstOrDefault();
        var funding = (assessment ?? CaseJson.ReadAssessment(record.AssessmentJson)).Funding;
        money.Change(plan, change.Id, SourceAmounts.Of(funding, change.NewTotal).Take(plan.TopUp),
            part => part.Instead is { } instead ? DueOf(record, instead) ?? accepted : part.Trigger == Trigger.TopUp ? dueSoon : part.Trigger == Trigger.Acceptance ? accepted : null);
        if (change.Cause == ChangeCause.TrainingPassed && measure?.Application.Acceptance is { } acceptance && facts is not null)
            Release(money, measure, facts[acceptance.Halfway], accepted is null ? null : facts[acceptance.NoticeEnded], accepted, rules);
        record.Entitlement = change.NewTotal;
        if (assessment is not null && facts is not null) await KeepAsync(db, record, change, assessment, cancellation);
        if (change.Places.Count > 0) await TakeOffAsync(db, record, change, cancellation);
        if (plan.Claim > Money.Zero) Open(db, actor, change, plan.Claim);
        await db.FollowUpAsync(record, $"{record.ApplicantName}：{catalog.NameOf(record.MeasureCode)}", actor, clock, Words(change, plan), WhyOf(change, plan), cancellation);
        return null;
    }

    /// <summary>What a proposal would do to the plan as it stands.</summary>
    public static PlanChange PlanOf(CaseLedger money, Redetermination change, Measure? measure, FactSet? facts)
    {
        var plan = PlanChange.Of(
            money.Plan, change.NewTotal, measure is null || facts is null ? [] : ResultFacts.Lost(measure, change.Cause, facts),
            change.Cause == ChangeCause.TrainingPassed ? Trigger.Acceptance : Trigger.TopUp);
        return change.Cause == ChangeCause.TrainingPassed || plan.TopUp == Money.Zero ? plan
            : AdvanceRule.Hold(plan, money.Plan, CaseJson.ReadAssessment(change.AssessmentJson ?? money.Record.AssessmentJson), change.NewTotal,
                money.Record.Instalments.Where(part => part.DueOn is not null).Select(part => part.Trigger).ToHashSet());
    }

    /// <summary>Two people found that it came to pass: what waited for half of the training, and for its acceptance and publication, falls due.</summary>
    private static void Release(CaseLedger money, Measure measure, DateOnly? halfway, DateOnly? published, DateOnly? due, Rulebook rules)
    {
        var record = money.Record;
        PaymentInstalment[] Waiting(string trigger) => [.. record.Instalments.Where(part => part.Trigger == trigger && part.State == InstalmentState.Waiting)];
        if (halfway is { } day && PaymentTerm.After(measure, Trigger.Halfway, rules, record.RegionCode, record.DecidedOn > day ? record.DecidedOn.Value : day) is { } dueThen)
            foreach (var part in Waiting(Trigger.Halfway)) money.FallDue(part, dueThen, day);
        if (due is not { } last) return;
        foreach (var part in Waiting(Trigger.Acceptance)) money.FallDue(part, last, published);
        foreach (var part in record.Instalments.Where(part => part.Trigger == Trigger.Acceptance && InstalmentStates.IsOpen(part.State))) part.HappenedOn ??= published;
    }

    private async Task KeepAsync(PortalDbContext db, Case record, Redetermination change, Assessment assessment, CancellationToken cancellation)
    {
        (record.FactsJson, record.AssessmentJson) = (change.FactsJson!, change.AssessmentJson!);
        var terms = change.Cause == ChangeCause.ValueRaised ? await reassessment.TermsNowAsync(record, cancellation) : await reassessment.TermsThenAsync(db, record, cancellation);
        await decisions.AddAsync(db, record, assessment, terms!, DecisionOccasion.Redetermined, cancellation);
    }

    /// <summary>Those who were found wrong are paid for no more, and are free to be applied for again.</summary>
    private async Task TakeOffAsync(PortalDbContext db, Case record, Redetermination change, CancellationToken cancellation)
    {
        await db.Entry(record).Collection(c => c.People).LoadAsync(cancellation);
        var people = record.People.Where(person => change.Places.Contains(person.Sequence)).ToArray();
        foreach (var person in people)
            (person.IsEligible, person.Reason, person.Finding, person.FindingNote, person.FoundById) = (false, change.Reason, PersonFinding.NotMet, change.Reason, change.ProposedById);
        var subjects = people.Select(person => person.ResidentId.Index).ToArray();
        foreach (var claim in await db.BenefitClaims.Where(claim => claim.CaseId == record.Id && subjects.Contains(claim.Subject)).ToListAsync(cancellation)) claim.GivenUpOn = clock.Today;
    }

    private void Open(PortalDbContext db, Actor actor, Redetermination change, Money claim)
    {
        var recovery = new Recovery
        {
            Id = change.Id,
            CaseId = change.CaseId,
            Cause = change.Cause,
            Reason = change.Reason,
            Amount = claim,
            AllowsSetOff = change.AllowsSetOff,
            ProposedById = change.ProposedById,
            ApprovedById = actor.UserId,
            ApprovedOn = clock.Today,
        };
        recovery.Parts.AddRange(RecoverySchedule.Of(claim, change.Parts, RecoverySchedule.FirstDue(clock.Today))
            .Select(step => new RecoveryPart { RecoveryId = recovery.Id, Sequence = step.Sequence, Amount = step.Amount, DueOn = step.DueOn }));
        db.Add(recovery);
        db.OpenWork(clock, WorkKind.CollectRecovery, recovery.Id.ToString(), $"追缴：{change.Case.ApplicantName}", change.Case.RegionCode, Roles.Finance, recovery.Parts[0].DueOn);
    }

    private static string Words(Redetermination change, PlanChange plan) =>
        $"重新核定：{Redetermination.ToChinese(change.Cause)}{(change.Places.Count == 0 ? "" : $"（{Some(change.Places)}）")}，核定金额由 {change.OldTotal.ToChinese()} 改为 {change.NewTotal.ToChinese()}"
        + (plan.Claim > Money.Zero ? $"，请退回 {plan.Claim.ToChinese()}" : plan.TopUp > Money.Zero ? $"，补发 {plan.TopUp.ToChinese()}{Held(change, plan)}" : "");

    // The heading of a message has no room for hundreds of places.
    private static string Some(IReadOnlyList<int> places) => PlacesInList.ToChinese(places) is { Length: <= 60 } text ? text : $"名单里 {places.Count} 人";

    private static string Held(Redetermination change, PlanChange plan) => change.Cause == ChangeCause.TrainingPassed ? ""
        : string.Concat(plan.Added.Where(part => part.Instead is null && Trigger.EventOf(part.Trigger) is not null)
            .Select(part => $"（其中 {part.Amount.ToChinese()} 要等{Trigger.EventOf(part.Trigger)}后拨付）"));

    private string WhyOf(Redetermination change, PlanChange plan) => plan.Claim == Money.Zero ? change.Reason
        : $"{change.Reason}。请在 {RecoverySchedule.FirstDue(clock.Today):yyyy年M月d日} 前{(change.Parts > 1 ? $"退回第一期，共 {change.Parts} 期" : "退回")}；怎样退、有不同意见怎么办，请看办件页上的“需要退回的款项”。";

    private static DateOnly? DueOf(Case record, int sequence) => record.Instalments.Single(part => part.Sequence == sequence).DueOn;
}
