using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>Claims the next month with the answers, account and papers of the last case, through the same submission as any application.</summary>
public sealed class ClaimNextMonth(IDbContextFactory<PortalDbContext> databases, PlanNextMonth plan, SubmitApplication submit, DiscardDraft discard)
{
    /// <param name="month">The month the person saw on the page, such as 2020-12.</param>
    public async Task<ClaimNextMonthResult> HandleAsync(Actor actor, Measure measure, string month, CancellationToken cancellation = default)
    {
        if (await PressedBeforeAsync(actor, measure, month, cancellation) is { } already) return already;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await plan.HandleAsync(actor, measure, cancellation) is not NextMonth.Offered offered || offered.Month.ToString() != month)
            return await PressedBeforeAsync(actor, measure, month, cancellation) ?? Not("现在不能申请这个月，请看页面上的说明。");
        var (draft, _, _) = await plan.MakeAsync(db, actor, measure, cancellation);
        if (draft is null) return await PressedBeforeAsync(actor, measure, month, cancellation) ?? Not("现在不能申请这个月，请看页面上的说明。");
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        var result = await submit.HandleAsync(actor, draft.Id, draft.Version, cancellation);
        if (result is SubmitResult.Submitted submitted) return new ClaimNextMonthResult.Submitted(submitted.CaseNo);

        // Of two presses at once the slower one leaves nothing behind.
        await discard.HandleAsync(actor, draft.Id, cancellation);
        return await PressedBeforeAsync(actor, measure, month, cancellation)
            ?? (result is SubmitResult.Rejected rejected ? new ClaimNextMonthResult.NotNow([.. rejected.Errors.Select(error => error with { FieldId = null })])
                : Not("没有提交成功，请刷新后再试一次。"));
    }

    private async Task<ClaimNextMonthResult?> PressedBeforeAsync(Actor actor, Measure measure, string month, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var no = await db.Cases.Where(record => record.ApplicantId == actor.UserId && record.FirmId == null && record.MeasureCode == measure.Code
            && record.Claims.Any(claim => claim.Period == month)).Select(record => record.No).FirstOrDefaultAsync(cancellation);
        return no is null ? null : new ClaimNextMonthResult.Submitted(no);
    }

    private static ClaimNextMonthResult.NotNow Not(string message) => new([new FormError(null, message)]);
}
