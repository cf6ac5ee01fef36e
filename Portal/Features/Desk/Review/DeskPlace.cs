using Portal.Access;
using Portal.Data.Cases;
using Portal.Data.Work;

namespace Portal.Features.Desk.Review;

/// <summary>Bounds what staff see to their place, in the database as <see cref="Actor.Sees"/> does for one record.</summary>
internal static class DeskPlace
{
    /// <summary>Whoever watches over others sees all their work; <see cref="Works"/> says whether they do any themselves.</summary>
    public static bool Oversees(Actor actor) => actor.Is(Roles.Supervisor) || actor.Is(Roles.Auditor) || actor.Is(Roles.Administrator);

    public static bool Works(Actor actor) =>
        actor.Is(Roles.Reviewer) || actor.Is(Roles.Approver) || actor.Is(Roles.Finance) || actor.Is(Roles.Operator);

    public static IQueryable<Case> Within(this IQueryable<Case> cases, Actor actor) => cases.Within(actor.Place, record => record.RegionCode);

    public static IQueryable<WorkItem> Within(this IQueryable<WorkItem> items, Actor actor) => items.Within(actor.Place, item => item.RegionCode);
}
