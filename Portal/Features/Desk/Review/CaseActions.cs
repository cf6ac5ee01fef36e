using Portal.Access;
using Portal.Casework.Steps;
using Portal.Domain.Cases;
using Portal.Forms;

namespace Portal.Features.Desk.Review;

/// <summary>What the case page posts.</summary>
public sealed class CaseForm
{
    public Guid Version { get; set; }

    public string? Action { get; set; }

    public string? Note { get; set; }

    /// <summary>Of a request for correction: within how many working days; blank for the setting's number.</summary>
    public string? CorrectionDays { get; set; }
}

/// <summary>Brings a pressed button of the case page to the handler of its step.</summary>
public sealed class CaseActions(
    AssignCase takeUp, RequestCorrection correct, ProposeApproval approve, ProposeRefusal refuse, DecideCase decide)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, CaseForm form, CancellationToken cancellation = default)
    {
        var at = new CaseRef(no, form.Version);
        return Parse(form.Action) switch
        {
            CaseAction.TakeUp => await takeUp.HandleAsync(actor, at, cancellation),
            CaseAction.RequestCorrection => await correct.HandleAsync(actor, at, form.Note, form.CorrectionDays, cancellation),
            CaseAction.ProposeApproval => await approve.HandleAsync(actor, at, form.Note, cancellation),
            CaseAction.ProposeRefusal => await refuse.HandleAsync(actor, at, form.Note, cancellation),
            { } decision and (CaseAction.Approve or CaseAction.Refuse or CaseAction.ReturnToReview) =>
                await decide.HandleAsync(actor, at, decision, form.Note, cancellation),
            _ => StepResult.Wrong("note", "没有收到您选择的操作，请再按一次按钮。"),
        };
    }

    public static CaseAction? Parse(string? text) => EnumText.Read<CaseAction>(text) is { } action && DeskRights.Steps.Contains(action) ? action : null;
}
