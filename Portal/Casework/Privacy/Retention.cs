using Portal.Access;
using Portal.Data.Cases;

namespace Portal.Casework.Privacy;

/// <summary>Which staff may see the records that are kept after an account is closed; for how long, <see cref="Portal.Domain.Deadlines.RetentionTerm"/> says.</summary>
public static class Retention
{
    /// <summary>Whether staff may open the case: one whose applicant has closed the account is for auditors only.</summary>
    public static bool IsOpenTo(this Case record, Actor actor) =>
        actor.Sees(record.RegionCode) && (record.LockedUntil is null || actor.Is(Roles.Auditor));
}
