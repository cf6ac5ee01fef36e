using Portal.Access;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;

namespace Portal.Casework.Runs;

/// <summary>Who may look at runs: the staff who work on them, within their own place.</summary>
internal static class RunAccess
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>.</summary>
    public const string Lookers = Roles.RunLookers;

    private static readonly string[] LookerRoles = Lookers.Split(',');

    public static IQueryable<ScreeningRun> SeenBy(this IQueryable<ScreeningRun> runs, Actor actor)
    {
        if (actor.Place is not { } place || !LookerRoles.Any(actor.Is)) return runs.Where(_ => false);
        var prefix = RegionDirectory.PrefixOf(place);
        return runs.Where(run => run.RegionCode.StartsWith(prefix));
    }

    /// <summary>Rosters that were screened to the end; a supplement takes up single firms and compares with nothing.</summary>
    public static IQueryable<ScreeningRun> Comparable(this IQueryable<ScreeningRun> runs) =>
        runs.InState(RunTransitions.IsScreened).Where(run => run.SupplementOf == null);
}
