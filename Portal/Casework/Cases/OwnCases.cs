using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;

namespace Portal.Casework.Cases;

public static class OwnCases
{
    /// <summary>A person's own cases and those of the firms the person acts for; a firm's case is not its applicant's any more once they left.</summary>
    public static IQueryable<Case> OwnCasesOf(this PortalDbContext db, Actor actor) => db.Cases.Where(record =>
        record.FirmId == null ? record.ApplicantId == actor.UserId
        : db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId));
}
