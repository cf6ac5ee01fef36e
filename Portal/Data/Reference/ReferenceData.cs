using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Parameters;

namespace Portal.Data.Reference;

/// <summary>One line of the parameter book. Written once; triggers refuse change and deletion.</summary>
public sealed class ParameterEntry
{
    public const string Table = "Parameters";

    /// <summary>Grows in the order in which lines came into force: a later one stands before the earlier ones.</summary>
    public int Id { get; init; }

    public required string Key { get; init; }

    public required string RegionCode { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Canonical text; JSON where the value has parts; empty in a change that stops the value.</summary>
    /// <remarks>Not null, because SQLite would have to rebuild the table to allow it.</remarks>
    public required string Value { get; init; }

    public required string Status { get; init; }

    public required string Source { get; init; }

    /// <summary>The approved change it came by; null for what ships with the portal.</summary>
    public Guid? ChangeId { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public BookEntry ToBookEntry() => new(Key, RegionCode, From, To, ChangeId is not null && Value.Length == 0 ? null : Value, Status, Source, ApprovedAt);
}

/// <summary>A published day off or make-up working day, as it ships; an approved <see cref="CalendarChange"/> replaces its whole year.</summary>
public sealed class CalendarDay
{
    public DateOnly Day { get; init; }

    /// <summary>The year it was published for; 2020-01-01 stands in 2020's notice.</summary>
    public int Year { get; init; }

    public bool IsWorkday { get; init; }
}

public sealed class RegionEntry
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? ParentCode { get; init; }
}

/// <summary>Where the demo's clock stands: a moment of the real clock and the business moment it stood for.</summary>
public sealed class ClockSetting
{
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    /// <summary>The configured start it was set by; another start sets it anew.</summary>
    public required string Start { get; set; }

    public DateTimeOffset RealAnchor { get; set; }

    public DateTimeOffset BusinessAnchor { get; set; }
}

internal sealed class ReferenceDataConfiguration :
    IEntityTypeConfiguration<ParameterEntry>, IEntityTypeConfiguration<CalendarDay>, IEntityTypeConfiguration<RegionEntry>,
    IEntityTypeConfiguration<ClockSetting>
{
    public void Configure(EntityTypeBuilder<ParameterEntry> parameter)
    {
        parameter.ToTable(ParameterEntry.Table, table => table.HasTrigger("Parameters_AppendOnly"));
        parameter.Property(p => p.Key).HasMaxLength(100);
        parameter.Property(p => p.RegionCode).HasMaxLength(6);
        parameter.Property(p => p.Value).HasMaxLength(400);
        parameter.Property(p => p.Status).HasMaxLength(4);
        parameter.Property(p => p.Source).HasMaxLength(400);
        parameter.HasIndex(p => new { p.Key, p.RegionCode, p.From });
        // Approved twice at once, the second finds here that the line stands already.
        parameter.HasIndex(p => p.ChangeId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CalendarDay> day) => day.HasKey(d => d.Day);

    public void Configure(EntityTypeBuilder<RegionEntry> region)
    {
        region.HasKey(r => r.Code);
        region.Property(r => r.Code).HasMaxLength(6);
        region.Property(r => r.Name).HasMaxLength(40);
        region.Property(r => r.ParentCode).HasMaxLength(6);
    }

    public void Configure(EntityTypeBuilder<ClockSetting> clock)
    {
        clock.Property(c => c.Id).ValueGeneratedNever();
        clock.Property(c => c.Start).HasMaxLength(20);
    }
}
