namespace Portal.Domain.Screening;

/// <summary>Where a screening run stands on its way from upload to payment.</summary>
public enum RunState
{
    /// <summary>已上传: the file is stored, nothing is read yet.</summary>
    Uploaded,

    /// <summary>筛查中.</summary>
    Reading,

    /// <summary>已筛查: every row has its outcome.</summary>
    Screened,

    /// <summary>待确认公示: put before another person, who publishes it or sends it back.</summary>
    Proposed,

    /// <summary>公示中.</summary>
    Published,

    /// <summary>放行中: cases are made of the rows, a batch at a time.</summary>
    Releasing,

    /// <summary>已放行: the firms are asked to confirm their accounts.</summary>
    Released,

    /// <summary>拨付中: some of the firms are paid.</summary>
    Paying,

    /// <summary>已办结: every firm of the list is paid or left out for good.</summary>
    Closed,

    /// <summary>无法读取: the file is no roster.</summary>
    Failed,
}

/// <summary>What can be done to a run, or happens to it.</summary>
public enum RunAction
{
    /// <summary>Begins to read the file, or goes on behind the rows stored before a break.</summary>
    Read,
    FinishReading,

    /// <summary>The file cannot be read; no row is taken.</summary>
    GiveUpReading,

    /// <summary>Puts the list before another person.</summary>
    ProposePublication,

    /// <summary>Sends it back, or takes the proposal back.</summary>
    ReturnPublication,
    Publish,
    BeginRelease,
    FinishRelease,

    /// <summary>A release that was stopped after some firms were granted: what was right when it was granted stays.</summary>
    StopReleaseMidway,

    /// <summary>A release that was stopped before any firm was granted.</summary>
    StopReleaseAtOnce,
    RecordFirstPayment,
    RecordLastPayment,

    /// <summary>退汇 or 补发: money of a closed run is to be paid again.</summary>
    PayAgain,
}
