using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Measures;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>A reviewer records what has come out of a granted case: the result of a training, fewer months, a wrong grant. Another person decides.</summary>
public sealed class ProposeRedetermination(IDbContextFactory<PortalDbContext> databases, Reassessment reassessment, MeasureCatalog catalog, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, RedeterminationForm form, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.Include(c => c.Instalments).Include(c => c.People).AsSplitQuery().SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !actor.Sees(record.RegionCode) || catalog.Find(record.MeasureCode) is not { } measure) return new StepResult.NotFound();
        if (!actor.Is(Roles.Reviewer)) return new StepResult.Refused("您的账号不能提出重新核定，请由审核人员办理。");
        if (await db.IsPartyAsync(actor, record, cancellation)) return new StepResult.Refused(CaseParties.LeaveToOthers);
        if (await db.Redeterminations.AnyAsync(change => change.Id == form.Id && change.CaseId == record.Id, cancellation)) return new StepResult.Done();
        if (await db.Redeterminations.AnyAsync(change => change.CaseId == record.Id && change.State == RedeterminationState.Proposed, cancellation))
            return new StepResult.Refused("这件申请已有一项重新核定在等复核，请等它办完。");
        if (record.Version != form.Version || form.Id == Guid.Empty) return new StepResult.Stale();
        var check = new RedeterminationCheck(form, record, measure, await Granted.OfAsync(db, record, cancellation), await reassessment.TermsThenAsync(db, record, cancellation), clock.Today);
        if (check.Errors.Count > 0) return new StepResult.Invalid(check.Errors);
        db.Add(new Redetermination
        {
            Id = form.Id,
            CaseId = record.Id,
            Cause = check.Cause,
            People = check.People,
            FactsJson = check.Facts is null ? null : CaseJson.Write(check.Facts),
            AssessmentJson = check.Assessment is null ? null : CaseJson.Write(check.Assessment),
            OldTotal = record.Entitlement ?? Money.Zero,
            NewTotal = check.NewTotal,
            Reason = check.Reason,
            Parts = check.Parts,
            AllowsSetOff = form.AllowsSetOff,
            ProposedById = actor.UserId,
            ProposedAt = clock.Now,
        });
        db.OpenWork(clock, WorkKind.ApproveRedetermination, record.No, $"重新核定：{record.ApplicantName}", record.RegionCode, Roles.Approver, null);
        return await db.SaveStepAsync(cancellation);
    }
}
