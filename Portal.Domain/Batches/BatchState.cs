namespace Portal.Domain.Batches;

/// <summary>Where a payment batch (批次) stands.</summary>
public enum BatchState
{
    /// <summary>编制中: lines may still be dropped.</summary>
    Draft,

    /// <summary>待复核: waits for another person.</summary>
    Proposed,

    /// <summary>正在备好: approved, and its lines go into transit one chunk after the other.</summary>
    Approved,

    /// <summary>待导出: every line is in transit and the file is final, but nobody has fetched it, so the bank has nothing yet.</summary>
    Ready,

    /// <summary>已送银行: finance has fetched the file for the bank.</summary>
    Sent,

    /// <summary>已回执: the bank has answered every line.</summary>
    Answered,

    /// <summary>已对账: somebody has compared it with the bank's statement.</summary>
    Closed,

    /// <summary>已撤销: before the bank got it.</summary>
    Cancelled,
}

/// <summary>What can be done to a batch.</summary>
public enum BatchAction
{
    Propose,
    ReturnToDraft,
    Approve,
    FinishPreparing,

    /// <summary>The file for the bank was fetched whole.</summary>
    Export,
    TakeLastAnswer,
    Close,
    Cancel,
}

/// <summary>The life of a batch: which action leads from which state to which.</summary>
public static class BatchTransitions
{
    /// <summary>The state an action leads to; null when the state does not allow it.</summary>
    public static BatchState? After(BatchState state, BatchAction action) => (state, action) switch
    {
        (BatchState.Draft, BatchAction.Propose) => BatchState.Proposed,
        (BatchState.Proposed, BatchAction.ReturnToDraft) => BatchState.Draft,
        (BatchState.Proposed, BatchAction.Approve) => BatchState.Approved,
        (BatchState.Approved, BatchAction.FinishPreparing) => BatchState.Ready,
        (BatchState.Ready, BatchAction.Export) => BatchState.Sent,
        (BatchState.Sent, BatchAction.TakeLastAnswer) => BatchState.Answered,
        (BatchState.Answered, BatchAction.Close) => BatchState.Closed,
        (BatchState.Draft or BatchState.Proposed or BatchState.Approved, BatchAction.Cancel) => BatchState.Cancelled,
        _ => null,
    };

    /// <summary>Whether the bank may have the file: nothing on it changes any more.</summary>
    public static bool IsFinal(BatchState state) => state == BatchState.Ready || IsWithBank(state);

    /// <summary>Whether the bank can have the file; before, whatever a bank says of a line is about something else.</summary>
    public static bool IsWithBank(BatchState state) => state is BatchState.Sent or BatchState.Answered or BatchState.Closed;

    public static string ToChinese(BatchState state) => state switch
    {
        BatchState.Draft => "编制中",
        BatchState.Proposed => "待复核",
        BatchState.Approved => "正在备好",
        BatchState.Ready => "待导出",
        BatchState.Sent => "已送银行",
        BatchState.Answered => "已全部回执",
        BatchState.Closed => "已对账",
        BatchState.Cancelled => "已撤销",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
