using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Calendar;
using Portal.Domain.Parameters;

namespace Portal.Data.Reference;

public enum RuleChangeState
{
    Proposed,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>A change of what the rules read, proposed by one person and decided by another. What it says is never edited.</summary>
public abstract class RuleChange : IVersioned
{
    /// <summary>Given by the page that proposes, so that a second press finds the first one's change.</summary>
    public Guid Id { get; init; }

    /// <summary>The place it is for; staff of other places neither propose nor decide it.</summary>
    public required string RegionCode { get; init; }

    /// <summary>The document that says so, in words for everybody.</summary>
    public required string Source { get; init; }

    public string? Note { get; init; }

    public Guid ProposedById { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public RuleChangeState State { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was refused or withdrawn; may say something about an approval too.</summary>
    public string? Reason { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A value of the parameter book from a day on, or its end.</summary>
public sealed class ParameterChange : RuleChange
{
    public required string Key { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Canonical text; null says that the place sets nothing any more (停止执行).</summary>
    public string? Value { get; init; }

    public required string Status { get; init; }

    /// <summary>As it stands in the book once approved.</summary>
    public BookEntry ToEntry(DateTimeOffset approvedAt) => new(Key, RegionCode, From, To, Value, Status, Source, approvedAt);
}

/// <summary>The days off and make-up days of a year, in place of what was known of it.</summary>
public sealed class CalendarChange : RuleChange
{
    public int Year { get; init; }

    public List<CalendarChangeDay> Days { get; } = [];

    public CalendarYear ToYear() =>
        new(Year, [.. Days.Where(day => !day.IsWorkday).Select(day => day.Day).Order()], [.. Days.Where(day => day.IsWorkday).Select(day => day.Day).Order()]);
}

/// <summary>A day of a calendar change. Written once; triggers refuse change and deletion.</summary>
public sealed class CalendarChangeDay
{
    public const string Table = "CalendarChangeDays";

    public Guid ChangeId { get; init; }

    public DateOnly Day { get; init; }

    public bool IsWorkday { get; init; }
}

internal sealed class RuleChangeConfiguration :
    IEntityTypeConfiguration<RuleChange>, IEntityTypeConfiguration<ParameterChange>, IEntityTypeConfiguration<CalendarChange>,
    IEntityTypeConfiguration<CalendarChangeDay>
{
    public void Configure(EntityTypeBuilder<RuleChange> change)
    {
        change.Property(c => c.RegionCode).HasMaxLength(6);
        change.Property(c => c.Source).HasMaxLength(400);
        change.Property(c => c.Note).HasMaxLength(1000);
        change.Property(c => c.Reason).HasMaxLength(1000);
        change.HasIndex(c => new { c.State, c.ProposedAt });
    }

    public void Configure(EntityTypeBuilder<ParameterChange> change)
    {
        change.Property(c => c.Key).HasMaxLength(100);
        change.Property(c => c.Value).HasMaxLength(400);
        change.Property(c => c.Status).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<CalendarChange> change) =>
        change.HasMany(c => c.Days).WithOne().HasForeignKey(day => day.ChangeId).OnDelete(DeleteBehavior.Restrict);

    public void Configure(EntityTypeBuilder<CalendarChangeDay> day)
    {
        day.ToTable(CalendarChangeDay.Table, table => table.HasTrigger("CalendarChangeDays_AppendOnly"));
        day.HasKey(d => new { d.ChangeId, d.Day });
    }
}
