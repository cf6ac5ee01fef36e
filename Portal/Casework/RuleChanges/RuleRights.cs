using Portal.Access;
using Portal.Data.Reference;
using Portal.Domain.Cases;

namespace Portal.Casework.RuleChanges;

/// <summary>Who may propose and who may decide what the rules read. Pages offer by it what handlers allow by it.</summary>
internal static class RuleRights
{
    /// <summary>For <c>[Authorize(Roles = …)]</c>: the values are public, so whoever watches over others may see how they came about.</summary>
    public const string Viewers = $"{Roles.Administrator},{Roles.Supervisor},{Roles.Auditor}";

    private static readonly string[] ViewerRoles = Viewers.Split(',');

    public static bool MayLook(Actor actor) => ViewerRoles.Any(actor.Is);

    public static bool MayPropose(Actor actor, string place) => actor.MayAs(Roles.Administrator, place);

    /// <returns>Why not, for people; null when the actor may decide.</returns>
    public static string? WhyNotDecide(Actor actor, RuleChange change)
    {
        if (Recusal.IsOwnProposal(actor.UserId, change.ProposedById)) return "这项修改是您提出的，请由另一位管理员或督查人员复核。";
        return actor.MayAs(Roles.Administrator, change.RegionCode) || actor.MayAs(Roles.Supervisor, change.RegionCode) ? null
            : "这项修改由当地的管理员或督查人员复核，您的账号只能查看。";
    }
}
