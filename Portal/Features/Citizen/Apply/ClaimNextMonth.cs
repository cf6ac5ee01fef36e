using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Apply;

/// <summary>Claims the next month with the answers, account and papers of the last case and the proof of the new month, through the same submission as any application.</summary>
public sealed class ClaimNextMonth(
    IDbContextFactory<PortalDbContext> databases, PlanNextMonth plan, SubmitApplication submit, DiscardDraft discard, UploadLimits limits, BusinessClock clock)
{
    public const string ProofField = "proof";
    private const int AtMost = 10;

    /// <param name="month">The month the person saw on the page, such as 2020-12.</param>
    /// <param name="proof">Of that month: what was handed in for earlier ones proves nothing of it.</param>
    public async Task<ClaimNextMonthResult> HandleAsync(Actor actor, Measure measure, string month, IReadOnlyList<UploadedFile> proof, CancellationToken cancellation = default)
    {
        if (await PressedBeforeAsync(actor, measure, month, cancellation) is { } already) return already;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await plan.HandleAsync(actor, measure, cancellation) is not NextMonth.Offered offered || offered.Month.ToString() != month)
            return await PressedBeforeAsync(actor, measure, month, cancellation) ?? Not("现在不能申请这个月，请看页面上的说明。");
        if (Faults(offered, proof) is { Count: > 0 } faults) return new ClaimNextMonthResult.NotNow(faults);
        var (draft, _, _) = await plan.MakeAsync(db, actor, measure, cancellation);
        if (draft is null) return await PressedBeforeAsync(actor, measure, month, cancellation) ?? Not("现在不能申请这个月，请看页面上的说明。");
        draft.Attachments.AddRange(proof.Select(file => NewAttachment.Of(actor.UserId, offered.Claim.Proof, file.Name, file.Bytes, clock.Now)));
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

    private IReadOnlyList<FormError> Faults(NextMonth.Offered offered, IReadOnlyList<UploadedFile> proof) => proof.Count switch
    {
        0 => [new FormError(ProofField, $"请上传{offered.Month.ToChinese()}的“{offered.Claim.Proof}”。以前月份的凭证不能证明这个月。")],
        > AtMost => [new FormError(ProofField, $"最多上传{AtMost}个文件，请把几页合成一个 PDF。")],
        _ => [.. proof.Select(file => file.Refuse(limits.AttachmentMaxMb)).OfType<string>().Select(refusal => new FormError(ProofField, refusal))],
    };

    private async Task<ClaimNextMonthResult?> PressedBeforeAsync(Actor actor, Measure measure, string month, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var no = await db.Cases.Where(record => record.ApplicantId == actor.UserId && record.FirmId == null && record.MeasureCode == measure.Code
            && record.Claims.Any(claim => claim.Period == month)).Select(record => record.No).FirstOrDefaultAsync(cancellation);
        return no is null ? null : new ClaimNextMonthResult.Submitted(no);
    }

    private static ClaimNextMonthResult.NotNow Not(string message) => new([new FormError(null, message)]);
}
