using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.MyHome;

/// <param name="IsOverdue">The day is past, and what was promised has not happened.</param>
public sealed record ComingStep(DateOnly On, string What, string CaseNo, bool IsOverdue);

/// <summary>What comes next and when: promised dates, payments, and the last days to appeal.</summary>
public sealed class ListComing(IDbContextFactory<PortalDbContext> databases, MeasureCatalog measures, BusinessClock clock)
{
    public const int AtMost = 8;

    private static readonly CaseState[] Promised =
        [CaseState.Submitted, CaseState.UnderReview, CaseState.ApprovalProposed, CaseState.RefusalProposed, CaseState.Appealed];

    public async Task<IReadOnlyList<ComingStep>> HandleAsync(Actor actor, HomeScope scope, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var cases = scope.CasesOf(db, actor);
        var today = clock.Today;
        var decisions = await cases.Where(record => Promised.Contains(record.State) && record.PromisedOn != null)
            .OrderBy(record => record.PromisedOn).Take(AtMost).Select(record => new { record.No, record.MeasureCode, On = record.PromisedOn!.Value }).ToListAsync(cancellation);
        var payments = await (
            from record in cases
            from part in record.Instalments
            where part.PaidOn == null && part.DueOn != null && part.State != InstalmentState.Lapsed
            orderby part.DueOn
            select new { record.No, record.MeasureCode, part.Sequence, part.Amount, On = part.DueOn!.Value }).Take(AtMost).ToListAsync(cancellation);
        var earliest = AppealTerm.EarliestRefusal(today);
        var refusals = await cases.Where(record => record.State == CaseState.Refused && record.Appeal == null && record.DecidedOn >= earliest)
            .OrderBy(record => record.DecidedOn).Take(AtMost).Select(record => new { record.No, record.MeasureCode, On = record.DecidedOn!.Value }).ToListAsync(cancellation);
        return
        [
            .. decisions.Select(step => new ComingStep(step.On, $"{measures.NameOf(step.MeasureCode)}最迟办结", step.No, step.On < today))
                .Concat(payments.Select(step => new ComingStep(step.On, $"{measures.NameOf(step.MeasureCode)}第{step.Sequence}笔最迟拨付，{step.Amount.ToChinese()}", step.No, step.On < today)))
                .Concat(refusals.Select(step => new ComingStep(AppealTerm.LastDay(step.On), $"{measures.NameOf(step.MeasureCode)}没有通过，有异议可以在这天以前申诉", step.No, false)))
                .OrderBy(step => step.On).ThenBy(step => step.CaseNo, StringComparer.Ordinal).Take(AtMost),
        ];
    }
}
