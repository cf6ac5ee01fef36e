using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Who may do which step on a case they see. Pages offer by it what handlers allow by it.</summary>
public static class DeskRights
{
    public static readonly IReadOnlyList<CaseAction> Steps =
    [
        CaseAction.TakeUp, CaseAction.ProposeApproval, CaseAction.ProposeRefusal, CaseAction.RequestCorrection,
        CaseAction.Approve, CaseAction.Refuse, CaseAction.ReturnToReview,
    ];

    /// <param name="record">With its appeal.</param>
    /// <param name="parties">Who applied, and who acts for the firm of the case.</param>
    /// <returns>Why not, for people; null when the actor may.</returns>
    public static string? Refuse(Actor actor, Case record, CaseAction action, IReadOnlyCollection<Guid> parties)
    {
        var role = IsDecision(action) ? Roles.Approver : Roles.Reviewer;
        if (!actor.MayAs(role, record.RegionCode))
            return role == Roles.Approver ? "这一步由复核人员办理，您的账号不能操作。" : "这一步由审核人员办理，您的账号不能操作。";
        var involved = Involvement.Of(parties, record.ProposedById).AppealedFrom(record.Appeal?.FirstProposedById, record.Appeal?.FirstDecidedById);
        return Recusal.Of(actor.UserId, involved, IsDecision(action)) switch
        {
            RecusalGround.Party => CaseParties.LeaveToOthers,
            RecusalGround.FirstHand => "申诉针对的决定是您参与作出的，按回避要求请由其他同事办理。",
            RecusalGround.OwnProposal => "这件申请的审核意见是您提出的，请由另一位同事复核。",
            _ => null,
        };
    }

    private static bool IsDecision(CaseAction action) =>
        action is CaseAction.Approve or CaseAction.Refuse or CaseAction.ReturnToReview;
}
