using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Privacy;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Administration.Staff;

public abstract record SuspensionAnswer
{
    public sealed record Done : SuspensionAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : SuspensionAnswer;

    /// <summary>No such account within the actor's place, or the actor's own.</summary>
    public sealed record NotFound : SuspensionAnswer;
}

/// <summary>Shuts a member of staff out (停用) or lets them in again, for a reason that auditors read; open sessions end within a minute.</summary>
public sealed class SuspendStaff(IDbContextFactory<PortalDbContext> databases, AccessLog log)
{
    public const int ReasonAtMost = AccessEntry.ReasonAtMost;

    private static readonly SuspensionAnswer Stale =
        new SuspensionAnswer.Faulty([new FormError(null, "这个账号刚刚有变化，还没有办成。请看过最新情况再操作。")]);

    public async Task<SuspensionAnswer> HandleAsync(Actor actor, Guid userId, bool suspend, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var user = await db.Users.SingleOrDefaultAsync(user => user.Id == userId, cancellation);
        if (user?.StaffRegion is not { } place || user.Id == actor.UserId || !actor.MayAs(Roles.Administrator, place)) return new SuspensionAnswer.NotFound();
        if (user.IsSuspended == suspend) return new SuspensionAnswer.Done();
        var why = PlainText.Trim(reason);
        if (why.Length is 0 or > ReasonAtMost)
            return new SuspensionAnswer.Faulty([new FormError("reason", $"请写明原因，最多{ReasonAtMost}个字，例如“调离岗位”。")]);
        (user.LockoutEnabled, user.LockoutEnd, user.AccessFailedCount) = (true, suspend ? PortalUser.Suspended : null, 0);
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        db.Add(log.Entry(actor, new AccessedRecord(place, user.Id), AccessKind.StaffSuspension, $"{(suspend ? "停用" : "恢复")}了工作人员账号 {user.UserName}", why));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new SuspensionAnswer.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale;
        }
    }
}
