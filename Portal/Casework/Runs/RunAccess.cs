using Portal.Access;
using Portal.Data.Screening;
using Portal.Domain.Screening;

namespace Portal.Casework.Runs;

/// <summary>Who may look at runs: the staff who work on them, within their own place.</summary>
internal static class RunAccess
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>.</summary>
    public const string Viewers = Roles.RunViewers;

    private static readonly string[] ViewerRoles = Viewers.Split(',');

    public static IQueryable<ScreeningRun> SeenBy(this IQueryable<ScreeningRun> runs, Actor actor) =>
        runs.Within(ViewerRoles.Any(actor.Is) ? actor.Place : null, run => run.RegionCode);

    /// <summary>What a roster can be compared with: those of the same place and year that came before it, the latest first.</summary>
    public static IQueryable<ScreeningRun> EarlierThan(this IQueryable<ScreeningRun> runs, ScreeningRun run)
    {
        var (first, next) = (new DateOnly(run.AsOf.Year, 1, 1), new DateOnly(run.AsOf.Year + 1, 1, 1));
        return runs.Comparable()
            .Where(other => run.SupplementOf == null && other.Id != run.Id && other.RegionCode == run.RegionCode && other.UploadedAt < run.UploadedAt && other.AsOf >= first && other.AsOf < next)
            .OrderByDescending(other => other.UploadedAt).ThenByDescending(other => other.Id);
    }

    /// <summary>Rosters that were screened to the end; a supplement takes up single firms and compares with nothing.</summary>
    public static IQueryable<ScreeningRun> Comparable(this IQueryable<ScreeningRun> runs) =>
        runs.InState(RunTransitions.IsScreened).Where(run => run.SupplementOf == null);
}
