using Portal.Access;
using Portal.Time;

namespace Portal.Data.Screening;

public static class RunChanges
{
    /// <summary>Takes a run to a state and tells of it in its history, in the same unit of work.</summary>
    public static void Become(this ScreeningRun run, RunState state, Actor? actor, BusinessClock clock, string what)
    {
        run.State = state;
        run.Tell(actor, clock, what);
    }

    /// <param name="actor">Null for the portal itself.</param>
    public static void Tell(this ScreeningRun run, Actor? actor, BusinessClock clock, string what) =>
        run.Events.Add(new RunEvent { At = clock.Now, ActorId = actor?.UserId, ActorName = actor?.Name ?? "系统", What = what });
}
