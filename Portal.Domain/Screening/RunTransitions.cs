using static Portal.Domain.Screening.RunAction;
using static Portal.Domain.Screening.RunState;

namespace Portal.Domain.Screening;

/// <summary>The life of a screening run (免申即享): which action leads from which state to which.</summary>
/// <remarks>Nothing is made public by one person alone, released that was not made public first, or paid that was not released (clause 5, R9).</remarks>
public static class RunTransitions
{
    /// <summary>The state an action leads to; null when the state does not allow it.</summary>
    public static RunState? After(RunState state, RunAction action) => (state, action) switch
    {
        (Uploaded or Reading, Read) => Reading,
        (Reading, FinishReading) => Screened,
        (Uploaded or Reading, GiveUpReading) => Failed,
        (Screened, ProposePublication) => Proposed,
        (Proposed, ReturnPublication) => Screened,
        (Proposed, Publish) => Published,
        (Published, BeginRelease) => Releasing,
        (Releasing, FinishRelease or StopReleaseMidway) => Released,
        (Releasing, StopReleaseAtOnce) => Published,
        (Released, RecordFirstPayment) => Paying,
        (Paying, RecordLastPayment) => Closed,
        (Closed, PayAgain) => Paying,
        _ => null,
    };

    public static bool Allows(RunState state, RunAction action) => After(state, action) is not null;

    /// <summary>Whether the file is still to be read, from its beginning or from where it was broken off.</summary>
    public static bool IsUnread(RunState state) => Allows(state, Read);

    /// <summary>Whether every row has its outcome.</summary>
    public static bool IsScreened(RunState state) => state is not (Uploaded or Reading or Failed);

    /// <summary>Whether the portal is at work on it in the background.</summary>
    public static bool IsUnderway(RunState state) => state is Uploaded or Reading or Releasing;

    /// <summary>Whether the list has been made public, whatever has become of it since.</summary>
    public static bool IsPublic(RunState state) => IsScreened(state) && state is not (Screened or Proposed);

    /// <summary>Whether the list has been released; paying and closing it come after.</summary>
    public static bool IsReleased(RunState state) => state is Released or Paying or Closed;

    /// <summary>Whether a published firm can be objected to: as long as its row can still be held back.</summary>
    public static bool TakesObjectionsToPublished(RunState state) => state == Published;

    /// <summary>Whether a firm can object to having been left out: nothing waits for it, so until the run is closed.</summary>
    public static bool TakesObjectionsToLeftOut(RunState state) => IsPublic(state) && state != Closed;

    /// <summary>Whether the release has begun: what an objection held back until then is granted with the decision on it.</summary>
    public static bool ReleaseHasBegun(RunState state) => state == Releasing || IsReleased(state);

    /// <summary>What a run's payments do to it: paying from the first one, closed with the last, paying again when money comes back.</summary>
    /// <param name="isDone">Whether nothing of it is left to pay and no objection is open.</param>
    /// <returns>In the order in which they happen; empty for a run that is not released, or stays as it is.</returns>
    public static IReadOnlyList<RunAction> OfPayments(RunState state, bool isDone) => (state, isDone) switch
    {
        (Released, false) => [RecordFirstPayment],
        (Released, true) => [RecordFirstPayment, RecordLastPayment],
        (Paying, true) => [RecordLastPayment],
        (Closed, false) => [PayAgain],
        _ => [],
    };

    public static string ToChinese(RunState state) => state switch
    {
        Uploaded => "等待筛查",
        Reading => "筛查中",
        Screened => "已筛查",
        Proposed => "待确认公示",
        Published => "公示中",
        Releasing => "放行中",
        Released => "已放行",
        Paying => "拨付中",
        Closed => "已办结",
        Failed => "无法读取",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
