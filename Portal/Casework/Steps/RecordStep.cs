using Portal.Data;

namespace Portal.Casework.Steps;

/// <summary>A step on one record: which one, who may, and when it can be taken.</summary>
public sealed record RecordStep<TRecord>
    where TRecord : class
{
    /// <summary>The one record, with what the step needs of it.</summary>
    public required Func<PortalDbContext, IQueryable<TRecord>> Find { get; init; }

    /// <summary>Whether the actor may know of the record; for whoever may not there is none.</summary>
    public Func<TRecord, bool> IsVisible { get; init; } = _ => true;

    /// <summary>Why the actor may not take the step, with what to do; null when the actor may.</summary>
    public required Func<PortalDbContext, TRecord, Task<string?>> RefuseAsync { get; init; }

    /// <summary>Whether an earlier press has already brought the record there.</summary>
    public required Func<TRecord, bool> IsDone { get; init; }

    /// <summary>Whether the record is what the tab showed, and in a state that allows the step.</summary>
    public required Func<TRecord, bool> IsCurrent { get; init; }

    /// <summary>The record's state in Chinese, for whoever was too slow.</summary>
    public required Func<TRecord, string> StateOf { get; init; }
}
