using Portal.Access;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

/// <summary>The only way a case's state changes: the step and its entry in the history are made together.</summary>
public static class CaseChanges
{
    /// <returns>False when the state does not allow the action; nothing was changed then.</returns>
    public static bool TryTransition(this Case record, CaseAction action, Actor? actor, BusinessClock clock, string what, string? why = null)
    {
        if (CaseTransitions.After(record.State, action) is not { } next) return false;
        record.State = next;
        record.AddEvent(actor, clock, what, why);
        return true;
    }

    /// <summary>Adds an entry to the history without changing the state.</summary>
    public static void AddEvent(this Case record, Actor? actor, BusinessClock clock, string what, string? why = null) =>
        record.Events.Add(new CaseEvent
        {
            At = clock.Now,
            ActorId = actor?.UserId,
            ActorName = actor?.Name ?? "系统",
            What = what,
            Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
            State = record.State,
        });
}
