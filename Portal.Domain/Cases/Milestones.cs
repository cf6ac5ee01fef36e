using Portal.Domain.Rules;

namespace Portal.Domain.Cases;

/// <summary>An instalment as the order of milestones sees it.</summary>
/// <param name="HappenedOn">The day on which came to pass what it waits for; null while it has not, and for what waits for nothing.</param>
public readonly record struct MilestoneStep(int Sequence, string Trigger, InstalmentState State, DateOnly? HappenedOn)
{
    internal bool IsDropped => State == InstalmentState.Lapsed;
}

/// <summary>Between which days the milestones of a case can lie.</summary>
/// <param name="ApprovedOn">The day it was granted; the first possible one where nothing has a start of its own.</param>
/// <param name="StartedOn">The day on which what is paid for began, such as a training; null where nothing tells.</param>
/// <param name="TermEndsOn">The last day of the months that are paid for; null where the measure has none.</param>
public readonly record struct MilestoneTerm(DateOnly ApprovedOn, DateOnly? StartedOn = null, DateOnly? TermEndsOn = null)
{
    public DateOnly First => StartedOn ?? ApprovedOn;
}

/// <summary>The milestone that may be recorded next, and the days on which it can have happened; both count.</summary>
/// <param name="From">The first possible day; later than <paramref name="Until"/> while it cannot have happened yet.</param>
public readonly record struct MilestoneWindow(string Trigger, DateOnly From, DateOnly Until)
{
    public bool IsOpen => From <= Until;

    public bool Holds(DateOnly day) => day >= From && day <= Until;
}

/// <summary>In which order the conditions of instalments come to pass, and on which days (R20): one after the other, as the clause has them, and never in the future.</summary>
public static class Milestones
{
    private const int Beside = -1;

    private static readonly Comparer<MilestoneStep> ByOrder = Comparer<MilestoneStep>.Create((one, two) =>
        RankOf(one.Trigger).CompareTo(RankOf(two.Trigger)) is var order && order != 0 ? order : one.Sequence.CompareTo(two.Sequence));

    /// <summary>Triggers behind the first payments, for a query that has to put them in order.</summary>
    public static readonly IReadOnlyList<string> InTheMiddle = [Trigger.Halfway, Trigger.Monthly];

    /// <summary>Triggers behind all others, for a query that has to put them in order.</summary>
    public static readonly IReadOnlyList<string> AtTheEnd = [Trigger.ContributionsResume, Trigger.PeriodEnd, Trigger.Acceptance, Trigger.InternshipEnd];

    /// <summary>Whether the applicant may file it; a month of a benefit is checked by staff alone.</summary>
    public static bool MayBeFiled(string trigger) => trigger != Trigger.Monthly && Trigger.EventOf(trigger) is not null;

    /// <summary>Whether one instalment has to be paid, or dropped, before another may be.</summary>
    public static bool Precedes(MilestoneStep earlier, MilestoneStep later)
    {
        var (one, two) = (RankOf(earlier.Trigger), RankOf(later.Trigger));
        return one != Beside && two != Beside && (one < two || earlier.Trigger == Trigger.Monthly && later.Trigger == Trigger.Monthly && earlier.Sequence < later.Sequence);
    }

    /// <summary>The instalment that has to be paid, or dropped, before another may be; null when there is none.</summary>
    public static MilestoneStep? WaitsFor(MilestoneStep step, IEnumerable<MilestoneStep> plan) =>
        plan.Where(other => InstalmentStates.IsOpen(other.State) && Precedes(other, step)).Order(ByOrder).Select(other => (MilestoneStep?)other).FirstOrDefault();

    /// <summary>The milestone that may be recorded next: the first in order of what waits.</summary>
    /// <param name="plan">All instalments of the case, in whatever order.</param>
    /// <param name="today">Nothing has happened later.</param>
    /// <param name="publicationDays">How long the result of an acceptance is published, in calendar days (R9).</param>
    /// <returns>Null when nothing waits for a milestone.</returns>
    public static MilestoneWindow? Next(IEnumerable<MilestoneStep> plan, MilestoneTerm term, DateOnly today, int publicationDays)
    {
        var steps = plan.Where(step => !step.IsDropped).Order(ByOrder).ToArray();
        var next = Array.FindIndex(steps, step => step.State == InstalmentState.Waiting && Trigger.EventOf(step.Trigger) is not null);
        if (next < 0) return null;
        var trigger = steps[next].Trigger;
        var before = steps[..next].Where(step => step.HappenedOn is not null && Precedes(step, steps[next])).Select(step => step.HappenedOn!.Value).Append(term.First).Max();
        var from = trigger switch
        {
            // Half of a training is reached before it is accepted, and it is accepted after its first day.
            Trigger.Acceptance => PublicationPeriod.Starting(before.AddDays(1), publicationDays).Until,
            Trigger.PeriodEnd or Trigger.InternshipEnd when term.TermEndsOn > before => term.TermEndsOn.Value,
            _ => before,
        };
        return new MilestoneWindow(trigger, from, today);
    }

    /// <summary>The days on which a result can have been accepted that was published until a day (clause 12): behind what came before, and early enough for the whole publication.</summary>
    public static MilestoneWindow AcceptedBefore(MilestoneWindow published, DateOnly publishedUntil, int publicationDays) =>
        new(published.Trigger, published.From.AddDays(-publicationDays), publishedUntil.AddDays(-publicationDays));

    /// <summary>The place of a trigger in the order of its clause; what comes on top stands beside the order.</summary>
    private static int RankOf(string trigger) => trigger switch
    {
        Trigger.TopUp => Beside,
        Trigger.Halfway or Trigger.Monthly => 1,
        _ => Trigger.Settles(trigger) ? 2 : 0,
    };
}
