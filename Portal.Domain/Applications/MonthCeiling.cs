namespace Portal.Domain.Applications;

/// <summary>For how many months somebody is still paid: never more in all than the measure's term, whatever was paid before (R12, R14).</summary>
/// <remarks>Months beyond the term are cut and not refused, so that a claim is paid for what is left of it.</remarks>
public static class MonthCeiling
{
    /// <summary>What is left of a term of so many months in all.</summary>
    public static long Left(long inAll, int before = 0) => Math.Max(0, inAll - before);

    /// <summary>How many of the months claimed are paid.</summary>
    public static int Paid(int claimed, long inAll, int before = 0) => (int)Math.Clamp(claimed, 0, Left(inAll, before));

    /// <summary>How many months count as paid before: those the portal has granted, or those the applicant tells of where that is more.</summary>
    /// <remarks>What an applicant told was right when it was told; another case of theirs may have been granted since.</remarks>
    public static int Before(int? told, int granted) => Math.Max(told ?? 0, granted);

    /// <summary>Whether an applicant tells of fewer months than the portal has granted.</summary>
    public static bool IsUnderstated(int? told, int granted) => told < granted;

    /// <summary>Whether a claim goes beyond what is left of the term.</summary>
    public static bool IsExceeded(int claimed, long inAll, int before) => claimed > inAll - before;
}
