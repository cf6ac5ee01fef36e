using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Cases;

namespace Portal.Data.Privacy;

/// <summary>How long records outlive an account, and who sees them then.</summary>
public static class Retention
{
    /// <summary>How long cases and payments are kept after a case is closed. A rule of the portal: no text read so far sets the term.</summary>
    public const int CaseYears = 10;

    /// <summary>Whether staff may open the case: one whose applicant has closed the account is for auditors only.</summary>
    public static bool IsOpenTo(this Case record, Actor actor) =>
        actor.Sees(record.RegionCode) && (record.LockedUntil is null || actor.Is(Roles.Auditor));
}
