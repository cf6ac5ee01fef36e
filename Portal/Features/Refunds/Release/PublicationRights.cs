using Portal.Access;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;

namespace Portal.Features.Refunds.Release;

/// <summary>Who makes a list public: an operator proposes it, another operator or an approver confirms; nobody who put firms on it does either.</summary>
internal static class PublicationRights
{
    public const string Stale = "这份名册刚刚有人办理过，您的操作没有生效。请看过最新情况再办。";

    public static bool MayConfirm(Actor actor) => actor.Is(Roles.Operator) || actor.Is(Roles.Approver);

    /// <returns>Why not, in Chinese; null when the actor may.</returns>
    public static async Task<string?> RefuseProposalAsync(PortalDbContext db, Actor actor, ScreeningRun run, CancellationToken cancellation) =>
        !actor.Is(Roles.Operator) ? "公示由经办人员发起，您的账号没有这项权限。" : await RefuseUpholderAsync(db, actor, run, cancellation);

    /// <inheritdoc cref="RefuseProposalAsync"/>
    public static async Task<string?> RefuseConfirmationAsync(PortalDbContext db, Actor actor, ScreeningRun run, CancellationToken cancellation) =>
        !MayConfirm(actor) ? "公示由复核人员或另一位经办人员确认，您的账号没有这项权限。"
        : Recusal.IsOwnProposal(actor.UserId, run.ProposedById) ? "这份名册的公示由您提交，要由另一位同事确认。"
        : await RefuseUpholderAsync(db, actor, run, cancellation);

    private static async Task<string?> RefuseUpholderAsync(PortalDbContext db, Actor actor, ScreeningRun run, CancellationToken cancellation) =>
        Recusal.IsOwnProposal(actor.UserId, [.. await PublicationPlans.UpheldByAsync(db, run, cancellation)])
            ? "名单里有您核实的异议，请由另一位同事公示。" : null;
}
