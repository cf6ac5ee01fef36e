using System.Security.Claims;
using Portal.Domain.Places;

namespace Portal.Access;

/// <summary>Who asks a handler to do something. Handlers check the record against it; a page's own check is a courtesy.</summary>
/// <param name="Place">The place that bounds a member of staff; null for applicants, who are bound by ownership.</param>
public sealed record Actor(Guid UserId, string Name, IReadOnlySet<string> Roles, string? Place)
{
    public const string PlaceClaim = "portal:place";
    public const string NameClaim = "portal:name";

    /// <summary>Whoever may run the portal's process may do what an administrator of the province may.</summary>
    public static readonly Actor CommandLine = new(Guid.Empty, "命令行", new HashSet<string> { Access.Roles.Administrator }, RegionDirectory.Province);

    public bool Is(string role) => Roles.Contains(role);

    public bool IsStaff => Place is not null;

    /// <summary>Whether the actor holds the role and the record lies within the actor's place.</summary>
    public bool MayAs(string role, string recordPlace) => Is(role) && Sees(recordPlace);

    public bool Sees(string recordPlace) => Place is not null && RegionDirectory.Covers(Place, recordPlace);

    /// <summary>The smaller of the actor's place and another where one lies in the other; else null.</summary>
    public string? Overlap(string place) => Sees(place) ? place : Place is not null && RegionDirectory.Covers(place, Place) ? Place : null;

    /// <summary>The signed-in person, or null for nobody.</summary>
    public static Actor? From(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor(
                id,
                principal.FindFirstValue(NameClaim) ?? "",
                principal.FindAll(ClaimTypes.Role).Select(role => role.Value).ToHashSet(StringComparer.Ordinal),
                principal.FindFirstValue(PlaceClaim))
            : null;
}
