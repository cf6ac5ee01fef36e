using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;

namespace Portal.Features.Citizen.Firms;

public sealed record Colleague(Guid UserId, string Name, string? Mobile, bool IsAdministrator, DateTimeOffset Since);

public sealed record FirmView(Guid Id, string Name, string CreditCode, string RegionCode, IReadOnlyList<Colleague> Colleagues, bool MayManage);

/// <summary>A firm and who acts for it, for its members only.</summary>
public sealed class ShowFirm(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<FirmView?> HandleAsync(Actor actor, Guid firmId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var firm = await db.Firms.AsNoTracking().Include(firm => firm.Members).ThenInclude(member => member.User)
            .SingleOrDefaultAsync(firm => firm.Id == firmId, cancellation);
        if (firm?.Members.SingleOrDefault(member => member.UserId == actor.UserId) is not { } self) return null;
        var colleagues = firm.Members.OrderBy(member => member.Since).ThenBy(member => member.User.FullName, StringComparer.Ordinal)
            .Select(member => new Colleague(member.UserId, member.User.FullName, member.User.Mobile?.Masked, member.IsAdministrator, member.Since));
        return new FirmView(firm.Id, firm.Name, firm.CreditCode, firm.RegionCode, [.. colleagues], self.IsAdministrator);
    }
}
