using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>For how long what somebody said once may be put before them again instead of being asked anew.</summary>
public static class Reuse
{
    /// <summary>Whether what was said on a day may be put before somebody on a later one.</summary>
    public static bool Holds(Fact fact, DateOnly saidOn, DateOnly today) => fact.Reuse switch
    {
        FactReuse.Lasting => true,
        FactReuse.OfTheYear => saidOn.Year == today.Year,
        _ => false,
    };
}
