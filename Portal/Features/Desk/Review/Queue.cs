using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Places;

namespace Portal.Features.Desk.Review;

public enum TakenBy { Anyone, Nobody, Me }

public sealed record QueueFilter(WorkKind? Kind = null, string? Measure = null, string? City = null, TakenBy Taken = TakenBy.Anyone, bool OnlyOverdue = false);

/// <param name="MeasureCode">Null for what is about no case.</param>
/// <param name="Owner">Who has taken it on; null while it lies in the pool.</param>
public sealed record QueueRow(
    WorkKind Kind, string Record, string Title, string RegionCode, DateOnly? DueOn, string? MeasureCode, CaseState? State, string? Owner, bool IsMine);

/// <summary>How much is to be done by when, whatever the filter.</summary>
public sealed record QueueCounts(int All, int Overdue, int Today, int Later, int Undated);

/// <param name="IsReadOnly">The actor watches over others' work and does none of it.</param>
public sealed record Queue(
    IReadOnlyList<QueueRow> Rows, int Page, int Pages, QueueCounts Counts, bool IsReadOnly, DateOnly Today, WorkingDayCalendar Calendar, RegionDirectory Places);
