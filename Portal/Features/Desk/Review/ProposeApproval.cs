using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <summary>A reviewer proposes to grant; the amount is worked out once more, and another person decides.</summary>
public sealed class ProposeApproval(CaseSteps steps, CaseAssessor assessor, DecisionLog decisions, DoubleBenefitCheck doubles, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, string? text, CancellationToken cancellation = default)
    {
        var (note, fault) = CaseSteps.ReadNote(text, whenMissing: null);
        if (fault is not null) return fault;
        return await steps.RunAsync(
            actor, at, CaseAction.ProposeApproval,
            record => record.State == CaseState.ApprovalProposed && record.ProposedById == actor.UserId,
            async (db, record) =>
            {
                await db.Entry(record).Collection(c => c.People).LoadAsync(cancellation);
                if (WhyNot(record.People) is { } people) return new StepResult.Refused(people);
                var terms = await assessor.TermsAsync(record, cancellation);
                var assessment = CaseAssessor.Assess(record, terms);
                if (assessment.Outcome != Outcome.Eligible || assessment.Amount is null && assessor.MeasureOf(record).Pays)
                    return new StepResult.Refused(WhyNot(assessment, assessor.MeasureOf(record)));
                if (await doubles.RefuseAsync(db, record, cancellation) is { } twice) return twice;
                if (!record.TryTransition(CaseAction.ProposeApproval, actor, clock, Wording(record.Entitlement, assessment.Amount), note))
                    return new StepResult.Stale(CaseReviewTexts.Of(record.State));
                // Parked for a value that has come since: its term begins now.
                record.PromisedOn ??= await assessor.PromiseFromAsync(record, clock.Today, cancellation);
                (record.Entitlement, record.AssessmentJson) = (assessment.Amount, CaseJson.Write(assessment));
                await decisions.AddAsync(db, record, assessment, terms, DecisionOccasion.Proposed, cancellation);
                (record.CaseworkerId, record.ProposedById) = (record.CaseworkerId ?? actor.UserId, actor.UserId);
                await db.CloseReviewAsync(clock, record.No, actor, cancellation);
                db.OpenWork(clock, WorkKind.ApproveCase, record.No, assessor.TitleOf(record), record.RegionCode, Roles.Approver, record.PromisedOn);
                return new StepResult.Done();
            },
            cancellation);
    }

    private static string Wording(Money? before, Money? granted) =>
        granted is not { } now ? "拟同意"
        : before == now ? $"拟同意，测算金额 {now.ToChinese()}"
        : $"拟同意，测算金额由{before?.ToChinese() ?? "待定"}更新为 {now.ToChinese()}";

    private static string? WhyNot(List<CasePerson> people) => people switch
    {
        [] => null,
        _ when people.Where(person => person.Finding == PersonFinding.ToCorrect).Select(person => person.Sequence).ToArray() is { Length: > 0 } asked =>
            $"名单里{PlacesInList.ToChinese(asked)}还记着“请补正”。请先请申请人补正，或者改记为属实、不符合。",
        _ when !people.Exists(person => person.IsEligible) => "名单里没有符合条件的人，请拟不予支持。",
        _ => null,
    };

    private static string WhyNot(Assessment assessment, Measure measure) => assessment.Outcome switch
    {
        Outcome.Eligible => $"条件已经符合，只是当地还没有公布“{string.Join("、", Labels(measure, assessment.PendingParameters))}”，金额暂时算不出来。"
            + "请等当地标准录入后再提出，这件申请会留在您的待办里。",
        Outcome.Ineligible => $"按申请当日的规定核算，这件申请不符合：{string.Join("", assessment.Unmet.Select(condition => condition.Text))}"
            + "如材料有误请要求补正，否则请拟不予支持。",
        _ => $"还缺少{string.Join("、", assessment.Missing.Select(name => $"“{measure.Facts.Find(name)?.Label}”"))}，无法核算，请先要求申请人补正。",
    };

    private static IEnumerable<string> Labels(Measure measure, IReadOnlyList<string> keys) =>
        measure.Parameters.Where(parameter => keys.Contains(parameter.Key)).Select(parameter => parameter.Label);
}
