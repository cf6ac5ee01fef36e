namespace Portal.Domain.Cases;

/// <summary>Where an application stands.</summary>
public enum CaseState
{
    /// <summary>已提交: waits for a caseworker.</summary>
    Submitted,

    /// <summary>审核中: a caseworker has it.</summary>
    UnderReview,

    /// <summary>待补正: waits for the applicant; the promised term stands still.</summary>
    CorrectionRequested,

    /// <summary>拟同意: proposed for approval, waits for another person.</summary>
    ApprovalProposed,

    /// <summary>拟不予支持: proposed for refusal, waits for another person.</summary>
    RefusalProposed,

    /// <summary>待确认账户: an automatic refund waits for the firm to confirm its account.</summary>
    AwaitingAccount,

    /// <summary>待拨付: decided, instalments are being paid.</summary>
    Approved,

    /// <summary>已办结: everything is paid.</summary>
    Settled,

    /// <summary>不予支持.</summary>
    Refused,

    /// <summary>已撤回: by the applicant.</summary>
    Withdrawn,

    /// <summary>申诉: a refused case waits to be reviewed again by others.</summary>
    Appealed,
}

/// <summary>What can be done to an application.</summary>
public enum CaseAction
{
    TakeUp,
    RequestCorrection,
    Correct,

    /// <summary>No answer came to a request for correction: staff go on without it.</summary>
    EndCorrection,
    ProposeApproval,
    ProposeRefusal,
    ReturnToReview,
    Approve,
    Refuse,
    Withdraw,
    ConfirmAccount,
    RecordLastPayment,

    /// <summary>退汇: the bank got back what the case was settled with.</summary>
    TakeBackPayment,
    Appeal,
    TopUp,
}
