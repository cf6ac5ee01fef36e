namespace Portal.Components.Ui;

public enum TimelineState { Done, Current, Future, Problem }

/// <param name="When">As people read it, e.g. 2020年11月16日 9:30.</param>
public sealed record TimelineEntry(string Title, string? When = null, string? Detail = null, TimelineState State = TimelineState.Done);
