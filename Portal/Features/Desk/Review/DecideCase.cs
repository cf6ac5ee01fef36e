using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Another person than the proposer grants, refuses or sends back what was proposed (复核).</summary>
public sealed class DecideCase(CaseSteps steps, CaseAssessor assessor, DoubleBenefitCheck doubles, DeadlineCheck term, BusinessClock clock)
{
    /// <param name="decision">Approve, Refuse or ReturnToReview.</param>
    public async Task<StepResult> HandleAsync(
        Actor actor, CaseRef at, CaseAction decision, string? text, CancellationToken cancellation = default)
    {
        var (note, fault) = CaseSteps.ReadNote(
            text, decision == CaseAction.ReturnToReview ? "请在“办理意见”里写明退回的原因，审核人员会据此修改。" : null);
        if (fault is not null) return fault;
        return await steps.RunAsync(
            actor, at, decision, record => IsDone(record, actor, decision),
            async (db, record) =>
            {
                if (decision == CaseAction.Approve && await doubles.RefuseAsync(db, record, cancellation) is { } twice) return twice;
                if (decision == CaseAction.Approve && await term.RefuseAsync(db, record, cancellation) is { } over) return over;
                await db.CloseWorkAsync(clock, WorkKind.ApproveCase, record.No, actor, cancellation);
                if (decision != CaseAction.ReturnToReview) await db.CloseWorkAsync(clock, WorkKind.LateCase, record.No, actor, cancellation);
                var done = decision switch
                {
                    CaseAction.Approve => Approve(db, record, actor, note),
                    CaseAction.Refuse => await RefuseAsync(db, record, actor, note, cancellation),
                    CaseAction.ReturnToReview => Return(db, record, actor, note),
                    _ => throw new ArgumentOutOfRangeException(nameof(decision)),
                };
                return done ? new StepResult.Done() : new StepResult.Stale(CaseReviewTexts.Of(record.State));
            },
            cancellation);
    }

    private static bool IsDone(Case record, Actor actor, CaseAction decision) => record.DecidedById == actor.UserId && decision switch
    {
        CaseAction.Approve => record.State is CaseState.Approved or CaseState.Settled,
        CaseAction.Refuse => record.State == CaseState.Refused,
        _ => false,
    };

    private bool Approve(PortalDbContext db, Case record, Actor actor, string? note)
    {
        if (!record.TryTransition(CaseAction.Approve, actor, clock, record.Entitlement is { } amount ? $"同意，核定金额 {amount.ToChinese()}" : "同意", note)) return false;
        (record.DecidedById, record.DecidedOn) = (actor.UserId, clock.Today);
        var due = record.PromisedOn ?? throw new InvalidOperationException($"Case {record.No} is decided without a promised date.");
        IReadOnlyList<PaymentInstalment> instalments = assessor.MeasureOf(record) is { Pays: true } measure ? GrantedPlan.For(record, due, MilestoneBook.BeganOn(measure, record)) : [];
        db.AddRange(instalments);
        CaseLedger.Begin(db, record, clock, actor).Commit(instalments, CaseJson.ReadAssessment(record.AssessmentJson).Funding);
        if (instalments.Count == 0) return record.TryTransition(CaseAction.RecordLastPayment, null, clock, record.Entitlement is null ? "已办结，这项政策没有需要拨付的款项" : "金额为零，无需拨付");
        db.OpenWork(clock, WorkKind.PayInstalments, record.No, assessor.TitleOf(record), record.RegionCode, Roles.Finance,
            instalments.Min(instalment => instalment.DueOn));
        return true;
    }

    private async Task<bool> RefuseAsync(PortalDbContext db, Case record, Actor actor, string? note, CancellationToken cancellation)
    {
        // The applicant reads the last entry: it repeats the reason unless the approver gives another.
        var reason = note ?? await db.CaseEvents.Where(e => e.CaseId == record.Id && e.State == CaseState.RefusalProposed)
            .OrderByDescending(e => e.Id).Select(e => e.Why).FirstOrDefaultAsync(cancellation);
        if (!record.TryTransition(CaseAction.Refuse, actor, clock, "不予支持，条件具备后可以重新申请", reason)) return false;
        (record.DecidedById, record.DecidedOn) = (actor.UserId, clock.Today);
        await db.GiveUpClaimsAsync(record, clock.Today, cancellation);
        await db.LapseAccountChangeAsync(record, actor, clock, cancellation);
        return true;
    }

    private bool Return(PortalDbContext db, Case record, Actor actor, string? note)
    {
        if (!record.TryTransition(CaseAction.ReturnToReview, actor, clock, "退回重新审核", note)) return false;
        record.ProposedById = null;
        db.OpenWork(clock, WorkKind.ReviewCase, record.No, assessor.TitleOf(record), record.RegionCode, Roles.Reviewer, record.PromisedOn);
        return true;
    }
}
