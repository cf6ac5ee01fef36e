using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>How a measure is applied for: whom an application names, and what it lays claim to so that nothing is paid twice (R12).</summary>
public sealed record ApplicationDefinition(ClaimRule Claim)
{
    /// <summary>The people an application lists; null where the applicant alone benefits.</summary>
    public PeopleList? People { get; init; }

    /// <summary>The fact that tells how many months were paid before, where the portal's own record can be held against it.</summary>
    public CountFact? MonthsPaidBefore { get; init; }

    /// <summary>For how many months one person is paid in all, whatever the number of applications; null where the text sets no end.</summary>
    public Func<FactSet, Terms, int?>? MonthsInAll { get; init; }

    /// <summary>Facts that are known only when what was granted is over, and determine it again; empty where nothing is reckoned up.</summary>
    public IReadOnlyList<Fact> Results { get; init; } = [];

    /// <summary>The acceptance a training ends with; null where there is none.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>The fact that tells the day on which what is paid for began, such as a training; null where none does.</summary>
    public DateFact? Began { get; init; }

    /// <summary>What comes to pass only after the grant. No form asks for it: it is recorded by staff, or filed with a paper and accepted by them (R20).</summary>
    public IReadOnlyList<Fact> Later { get; init; } = [];

    /// <summary>How the next month is claimed as the last ones were; null where every claim is a form of its own.</summary>
    public NextMonthClaim? NextMonth { get; init; }

    /// <summary>What is asked once, and not of each person or by counting them.</summary>
    public IEnumerable<Fact> AskedOnce(Measure measure) => ToldOnce(measure).Where(fact => !Later.Contains(fact));

    /// <summary>As <see cref="AskedOnce"/>, with what came out after the grant.</summary>
    public IEnumerable<Fact> ToldOnce(Measure measure) =>
        People is null ? measure.Facts.Facts : measure.Facts.Facts.Where(fact => !People.Each.Contains(fact) && fact != People.Count);
}

/// <summary>The people a firm names in an application.</summary>
/// <param name="Title">What they are called together, such as 新招用人员.</param>
/// <param name="Each">What is asked of each of them; empty where they are only named.</param>
public sealed record PeopleList(string Title, IReadOnlyList<Fact> Each)
{
    public const int Most = 500;

    /// <summary>How many they are; null where the measure knows no number, and then each is a case of their own.</summary>
    public CountFact? Count { get; init; }

    /// <summary>What the amount depends on besides their number: people who differ in it go into separate cases.</summary>
    public IReadOnlyList<Fact> Alike { get; init; } = [];

    /// <summary>Whether the people are only named, and what is paid does not depend on them.</summary>
    public bool IsEnrolment => Each.Count == 0;
}
