namespace Portal.Domain.Deadlines;

/// <summary>How long an invitation to act for a firm can be used: the portal's own rule.</summary>
public static class InvitationTerm
{
    /// <summary>Calendar days; the day it is made is not counted.</summary>
    public const int Days = 7;

    public static DateOnly LastDay(DateOnly madeOn) => madeOn.AddDays(Days);
}
