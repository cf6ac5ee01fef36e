using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;

namespace Portal.Features.Administration.Clock;

public abstract record ClockAnswer
{
    public sealed record Advanced(DateOnly Today) : ClockAnswer;

    public sealed record NotAllowed : ClockAnswer;

    public sealed record OutOfRange : ClockAnswer;

    /// <summary>A portal in earnest lives in real time.</summary>
    public sealed record Real : ClockAnswer;
}

/// <summary>Moves the demo's business date on, so that publications and deadlines can be lived through.</summary>
public sealed class AdvanceClock(BusinessClock clock, CalendarWatch watch)
{
    public const int MostDays = 400;

    public async Task<ClockAnswer> HandleAsync(Actor actor, int days, CancellationToken cancellation = default)
    {
        if (!actor.Is(Roles.Administrator)) return new ClockAnswer.NotAllowed();
        if (clock.IsReal) return new ClockAnswer.Real();
        if (days is < 1 or > MostDays) return new ClockAnswer.OutOfRange();
        var today = await clock.AdvanceAsync(days, cancellation);
        await watch.RunAsync(cancellation);
        return new ClockAnswer.Advanced(today);
    }
}
