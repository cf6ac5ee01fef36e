using Portal.Access;
using Portal.Domain.Places;

namespace Portal.Features.Administration.Guides;

/// <summary>Who keeps the guides of which place.</summary>
internal static class GuideRights
{
    public const string Roles = $"{Access.Roles.Administrator},{Access.Roles.Operator},{Access.Roles.Supervisor}";

    private static readonly string[] Keepers = Roles.Split(',');

    public static bool MayKeep(Actor actor, string region) => Keepers.Any(role => actor.MayAs(role, region));

    /// <summary>The places whose guides an actor keeps: guides are written for the province and for cities.</summary>
    public static IReadOnlyList<Region> Places(Actor actor, RegionDirectory regions) =>
        [.. regions.Cities.Prepend(regions.Find(RegionDirectory.Province)!).Where(place => MayKeep(actor, place.Code))];
}
