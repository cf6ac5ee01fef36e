using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>How a release ends: with the last row, or at one that stops it. The caller saves.</summary>
internal static class ReleaseEnd
{
    public static async Task FinishAsync(PortalDbContext db, ScreeningRun run, BusinessClock clock, CancellationToken cancellation)
    {
        var granted = await db.Cases.CountAsync(record => record.RunId == run.Id, cancellation);
        var already = await db.AutomaticRows(run).NotHeldBack(db).CountAsync(cancellation) - granted;
        var waiting = await db.Cases.CountAsync(record => record.RunId == run.Id && record.State == CaseState.AwaitingAccount, cancellation);
        (run.ReleasedOn, run.AlreadyGrantedCount) = (clock.Today, already);
        run.Do(RunAction.FinishRelease, null, clock,
            $"放行 {granted} 户：{granted - waiting} 户打到名册里的对公账户，{waiting} 户等待企业确认收款账户" + (already > 0 ? $"；另有 {already} 户本年度已经享受，不重复发放" : ""));
        await db.CloseWorkAsync(clock, WorkKind.ReleaseStopped, run.Id.ToString(), null, cancellation);
    }

    /// <remarks>What was granted before a break was right when it was granted, and stays.</remarks>
    public static async Task StopAsync(PortalDbContext db, ScreeningRun run, StopReason reason, BusinessClock clock, CancellationToken cancellation)
    {
        var granted = await db.Cases.CountAsync(record => record.RunId == run.Id, cancellation);
        run.Failure = reason.Failure(granted);
        run.Do(granted > 0 ? RunAction.StopReleaseMidway : RunAction.StopReleaseAtOnce, null, clock, reason.Told);
        if (run.State == RunState.Released) run.ReleasedOn = clock.Today;
        // From the first row again: until then an objection that is dismissed leaves its row to the release.
        if (run.State == RunState.Published) run.ReleasedThrough = 0;
        var record = run.Id.ToString();
        if (!await db.HasOpenWorkAsync(WorkKind.ReleaseStopped, record, cancellation))
            db.OpenWork(clock, WorkKind.ReleaseStopped, record, $"“{run.FileName}”公示期满，但{reason.Title}，没有放行", run.RegionCode, Roles.Operator, clock.Today);
    }
}

/// <summary>Why a release stopped.</summary>
/// <param name="Told">For the history.</param>
/// <param name="Title">For the work item.</param>
/// <param name="Failure">For the run's page, by how many were granted, with what to do.</param>
internal sealed record StopReason(string Told, string Title, Func<int, string> Failure)
{
    public static readonly StopReason Unworkable = new("放行停下：有一户的数据无法处理", "有一户的数据无法处理",
        granted => $"有一户的数据无法处理，{Extent(granted)}。请联系系统管理员，处理好以后{(granted == 0 ? "再按“放行”" : "重新上传名册筛查、公示，已放行的不会重复发放")}。");

    public static StopReason AmountChanged(int row) => new($"放行停在第 {row} 行：金额与公示的不一致", "金额和公示的不一致",
        granted => $"第 {row} 行按现行参数算出的金额与公示的不一致，{Extent(granted)}。请核对参数；要按新的金额发放，请重新上传名册筛查、公示，已放行的不会重复发放。");

    private static string Extent(int granted) => granted == 0 ? "没有放行任何企业" : $"已放行 {granted} 户，其余没有放行";
}
