using static Portal.Domain.Cases.CaseAction;
using static Portal.Domain.Cases.CaseState;

namespace Portal.Domain.Cases;

/// <summary>The life of an application: which action leads from which state to which.</summary>
public static class CaseTransitions
{
    /// <summary>The state an action leads to; null when the state does not allow it.</summary>
    public static CaseState? After(CaseState state, CaseAction action) => (state, action) switch
    {
        (Submitted or Appealed, TakeUp) => UnderReview,
        (Submitted or Appealed or UnderReview, RequestCorrection) => CorrectionRequested,
        (CorrectionRequested, Correct or EndCorrection) => UnderReview,
        // Who proposes at once has taken it up by that.
        (Submitted or Appealed or UnderReview, ProposeApproval) => ApprovalProposed,
        (Submitted or Appealed or UnderReview, ProposeRefusal) => RefusalProposed,
        (ApprovalProposed or RefusalProposed, ReturnToReview) => UnderReview,
        (ApprovalProposed, Approve) => Approved,
        (RefusalProposed, Refuse) => Refused,
        (Submitted or Appealed or UnderReview or CorrectionRequested, Withdraw) => Withdrawn,
        (Refused, Appeal) => Appealed,
        (AwaitingAccount, ConfirmAccount) => Approved,
        (Approved, RecordLastPayment) => Settled,
        (Settled, TakeBackPayment) => Approved,
        (Settled, TopUp) => Approved,
        _ => null,
    };

    public static bool Allows(CaseState state, CaseAction action) => After(state, action) is not null;

    /// <summary>Whether money may still be paid on the case to an account chosen now; an automatic refund is asked for its account first.</summary>
    public static bool MayChangeAccount(CaseState state) => IsOpen(state) && state != AwaitingAccount;

    public static bool IsOpen(CaseState state) => state is not (Settled or Refused or Withdrawn);

    /// <summary>Whether the promised term runs: the office has the case, and neither waits for the applicant nor has decided.</summary>
    public static bool RunsItsTerm(CaseState state) => IsOpen(state) && state is not (CorrectionRequested or AwaitingAccount or Approved);

    /// <summary>Whether the amount stands: decided, or granted by a released run. New values reach such a case no more.</summary>
    public static bool IsDecided(CaseState state) => state is AwaitingAccount or Approved or Settled or Refused;

    /// <summary>Whether the case still holds its claim: a refused or withdrawn one may be applied for again (R12), unless an appeal takes it up first.</summary>
    public static bool HoldsItsClaim(CaseState state) => state is not (Refused or Withdrawn);

    public static string ToChinese(CaseState state) => state switch
    {
        Submitted => "已提交",
        UnderReview => "审核中",
        CorrectionRequested => "待您补正",
        ApprovalProposed => "待复核（拟同意）",
        RefusalProposed => "待复核（拟不予支持）",
        AwaitingAccount => "待确认收款账户",
        Approved => "已同意，待拨付",
        Settled => "已办结",
        Refused => "不予支持",
        Withdrawn => "已撤回",
        Appealed => "申诉已受理",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As <see cref="ToChinese"/>, said to staff and not to the applicant.</summary>
    public static string ToChineseForStaff(CaseState state) => state == CorrectionRequested ? "待申请人补正" : ToChinese(state);
}
