using Portal.Access;

namespace Portal.Data.Wallet;

public static class OwnWallet
{
    /// <summary>A person's own certificates and those of the firms they act for now.</summary>
    public static IQueryable<WalletDocument> WalletOf(this PortalDbContext db, Actor actor) => db.WalletDocuments.Where(document =>
        document.FirmId == null && document.OwnerId == actor.UserId
        || db.FirmMemberships.Any(member => member.FirmId == document.FirmId && member.UserId == actor.UserId));

    /// <param name="firm">Null for the person's own.</param>
    public static IQueryable<WalletDocument> WalletOf(this PortalDbContext db, Actor actor, Guid? firm) =>
        db.WalletOf(actor).Where(document => document.FirmId == firm);
}
