using Microsoft.AspNetCore.WebUtilities;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Places;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Desk.Review;

public enum TakenBy { Anyone, Nobody, Me }

public enum QueueSort { Due, Amount, People, Applicant }

public sealed record QueueFilter(
    WorkKind? Kind = null, string? Measure = null, string? City = null, TakenBy Taken = TakenBy.Anyone, bool OnlyOverdue = false, QueueSort Sort = QueueSort.Due)
{
    private const string Overdue = "overdue";

    /// <summary>Reads what an address bears; what it does not know narrows nothing.</summary>
    public static QueueFilter Read(string? query)
    {
        var words = QueryHelpers.ParseQuery(query);
        string? Word(string name) => words.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        return new QueueFilter(
            EnumText.Read<WorkKind>(Word("kind")), Word("measure"), Word("city"),
            EnumText.Read<TakenBy>(Word("taken")) ?? TakenBy.Anyone, Word("due") == Overdue,
            EnumText.Read<QueueSort>(Word("sort")) ?? QueueSort.Due);
    }

    /// <summary>The address's words for it; empty where nothing is narrowed.</summary>
    public string Write()
    {
        (string Name, string? Text)[] words =
        [
            ("kind", Kind?.ToString()), ("measure", Measure), ("city", City), ("taken", Taken == TakenBy.Anyone ? null : Taken.ToString()),
            ("due", OnlyOverdue ? Overdue : null), ("sort", Sort == QueueSort.Due ? null : Sort.ToString()),
        ];
        return string.Join('&', words.Where(word => word.Text is not null).Select(word => $"{word.Name}={Uri.EscapeDataString(word.Text!)}"));
    }
}

/// <param name="MeasureCode">Null for what is about no case.</param>
/// <param name="Owner">Who has taken it on; null while it lies in the pool.</param>
public sealed record QueueRow(
    WorkKind Kind, string Record, string Title, string RegionCode, DateOnly? DueOn, string? MeasureCode, CaseState? State, string? Owner, bool IsMine, Money? Amount, int People);

/// <summary>How much is to be done by when, whatever the filter.</summary>
public sealed record QueueCounts(int All, int Overdue, int Today, int Later, int Undated);

/// <param name="IsReadOnly">The actor watches over others' work and does none of it.</param>
public sealed record Queue(
    IReadOnlyList<QueueRow> Rows, int Page, int Pages, QueueCounts Counts, bool IsReadOnly, DateOnly Today, WorkingDayCalendar Calendar, RegionDirectory Places);
