using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Privacy;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Erases a person within the caller's transaction: drafts, papers of no case, messages, what a rating said, profile and login.</summary>
/// <remarks>
/// What stays: cases, locked (see <see cref="CaseLocking"/>); the letters by which a firm was claimed; that consent was given;
/// the log of who looked. The account's row stays as an empty shell, because those records point to it.
/// </remarks>
public sealed class Erasure(CaseLocking cases)
{
    public async Task RunAsync(PortalDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellation)
    {
        await EraseClaimsAsync(db, userId, cancellation);
        await ErasePapersAsync(db, userId, cancellation);
        await db.Messages.Where(message => message.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.Ratings.Where(rating => rating.UserId == userId).ExecuteUpdateAsync(
            rating => rating.SetProperty(r => r.Comment, (string?)null).SetProperty(r => r.Answer, (string?)null), cancellation);
        await db.FirmMemberships.Where(member => member.UserId == userId).ExecuteDeleteAsync(cancellation);
        await cases.LockAsync(db, userId, cancellation);
        await db.WithdrawConsentAsync(userId, Enum.GetValues<ConsentKind>(), now, cancellation);
        await EraseLoginAsync(db, userId, now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A claim nobody has decided falls with its letter and its task; a decided one proves who let whom in.</summary>
    private static async Task EraseClaimsAsync(PortalDbContext db, Guid userId, CancellationToken cancellation)
    {
        var pending = await db.FirmClaims.Where(claim => claim.UserId == userId && claim.State == FirmClaimState.Pending).ToListAsync(cancellation);
        var records = pending.Select(claim => claim.Id.ToString()).ToArray();
        await db.WorkItems.Where(item => records.Contains(item.Record)).ExecuteDeleteAsync(cancellation);
        db.RemoveRange(pending);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A firm's drafts, papers and certificates stay with the firm, as long as somebody else acts for it.</summary>
    private static async Task ErasePapersAsync(PortalDbContext db, Guid userId, CancellationToken cancellation)
    {
        var others = await db.FirmMemberships.Where(member => member.UserId != userId).Select(member => member.FirmId).Distinct().ToListAsync(cancellation);
        var drafts = db.Drafts.Where(draft => draft.OwnerId == userId && (draft.FirmId == null || !others.Contains(draft.FirmId.Value)));
        var papers = await db.Attachments.Where(file => file.CaseId == null && !db.FirmClaims.Any(claim => claim.LetterId == file.Id))
            .Where(file => file.DraftId == null ? file.OwnerId == userId : drafts.Any(draft => draft.Id == file.DraftId)).ToListAsync(cancellation);
        await db.RemoveFilesAsync(papers, cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.RemoveDocumentsAsync(await db.WalletDocuments.Where(document => document.OwnerId == userId
            && (document.FirmId == null || !others.Contains(document.FirmId.Value))).ToListAsync(cancellation), cancellation);
        await db.SaveChangesAsync(cancellation);
        await drafts.ExecuteDeleteAsync(cancellation);
    }

    private static async Task EraseLoginAsync(PortalDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.UserRoles.Where(held => held.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserClaims.Where(claim => claim.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserLogins.Where(login => login.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserTokens.Where(token => token.UserId == userId).ExecuteDeleteAsync(cancellation);
        await db.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(cancellation);
        var user = await db.Users.SingleAsync(person => person.Id == userId, cancellation);
        (user.FullName, user.ResidentId, user.Mobile) = ("已注销的用户", null, null);
        (user.Email, user.NormalizedEmail, user.PhoneNumber, user.PasswordHash) = (null, null, null, null);
        user.UserName = "closed-" + Guid.NewGuid().ToString("N");
        user.NormalizedUserName = user.UserName.ToUpperInvariant();
        // Every session that is still open ends with it.
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        (user.LockoutEnabled, user.LockoutEnd, user.ClosedAt) = (true, DateTimeOffset.MaxValue, now);
    }
}
