namespace Portal.Casework.Cases;

/// <summary>The history of a case as its applicant reads it: what staff wrote of 申请人 speaks to 您.</summary>
public static class HistoryTexts
{
    /// <param name="what">A step as the history keeps it, one text for staff and for the applicant.</param>
    public static string ToApplicant(string what) => what.Replace("请申请人", "请您", StringComparison.Ordinal).Replace("申请人", "您", StringComparison.Ordinal);
}
