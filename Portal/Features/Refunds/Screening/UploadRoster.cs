using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Screening;

public abstract record UploadResult
{
    public sealed record Stored(Guid RunId) : UploadResult;

    /// <param name="Reason">In Chinese, naming what to put right.</param>
    public sealed record Refused(UploadProblem Problem, string Reason) : UploadResult;
}

public enum UploadProblem
{
    NotAllowed,
    AsOf,
    Empty,
    TooLarge,
    Broken,
    Stale,
}

/// <summary>Makes a received roster a run of the operator's place.</summary>
/// <remarks>The same file may come again: a second run is legitimate, and its release pays nobody twice.</remarks>
public sealed class UploadRoster(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, RosterFiles files, BusinessClock clock)
{
    /// <param name="actor">An operator; null for the command line.</param>
    /// <param name="place">The place of the run: the operator's own.</param>
    public async Task<UploadResult> HandleAsync(Actor? actor, string place, ReceivedRoster roster, string? asOf, CancellationToken cancellation = default)
    {
        var badDay = AsOfDate.Refuse(asOf, await rulebooks.RulesAsync(cancellation), out var day);
        var refused = actor is not null && !actor.MayAs(Roles.Operator, place) ? new UploadResult.Refused(UploadProblem.NotAllowed, "只有本地区的经办人员可以上传名册。")
            : roster.Size == 0 ? new UploadResult.Refused(UploadProblem.Empty, "文件是空的，请重新选择。")
            : badDay is not null ? new UploadResult.Refused(UploadProblem.AsOf, badDay)
            : null;
        if (refused is not null)
        {
            files.Discard(roster);
            return refused;
        }

        var run = new ScreeningRun
        {
            Id = roster.RunId,
            FileName = roster.FileName,
            Sha256 = roster.Sha256,
            Size = roster.Size,
            RegionCode = place,
            AsOf = day,
            UploadedById = actor?.UserId ?? Guid.Empty,
            UploadedByName = (actor ?? Actor.CommandLine).Name,
            UploadedAt = clock.Now,
        };
        run.Events.Add(new RunEvent { At = clock.Now, ActorId = actor?.UserId, ActorName = run.UploadedByName, What = $"上传名册“{run.FileName}”" });
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.Add(run);
        await CloseStoppedAsync(db, run, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        files.Keep(roster);
        return new UploadResult.Stored(run.Id);
    }

    /// <remarks>The rest of a list whose release stopped half-way comes in a new roster; a list that can still be released keeps its work.</remarks>
    private async Task CloseStoppedAsync(PortalDbContext db, ScreeningRun roster, Actor? actor, CancellationToken cancellation)
    {
        var stopped = await db.ScreeningRuns.InState(RunTransitions.IsReleased)
            .Where(run => run.RegionCode == roster.RegionCode && run.Failure != null)
            .Select(run => new { run.Id, run.AsOf }).ToListAsync(cancellation);
        foreach (var run in stopped.Where(run => run.AsOf.Year == roster.AsOf.Year))
            await db.CloseWorkAsync(clock, WorkKind.ReleaseStopped, run.Id.ToString(), actor, cancellation);
    }
}
