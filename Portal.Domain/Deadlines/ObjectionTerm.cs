using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Domain.Deadlines;

/// <summary>By when an objection to a screened list is answered (公示异议, R9).</summary>
public static class ObjectionTerm
{
    /// <summary>An objection to a published firm: before the list may be released.</summary>
    public static DateOnly ToPublished(PublicationPeriod published) => published.Until;

    /// <summary>An objection to having been left out, for which nothing waits: as long as a publication would run that began with it.</summary>
    /// <returns>Null where the place sets no term of publication.</returns>
    public static DateOnly? ToLeftOut(Rulebook rules, string region, DateOnly filedOn) => PublicationPeriod.Starting(rules, region, filedOn)?.Until;
}
