using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Privacy;

public enum AccessKind
{
    Case,
    Replay,
    Payments,
    File,
    FirmClaim,

    /// <summary>A masked field shown in full, for a reason.</summary>
    Unmasked,

    /// <summary>The identity numbers of a case's list went out in full, for a reason.</summary>
    NumbersExport,

    /// <summary>The person took a copy of their own data.</summary>
    OwnCopy,

    /// <summary>An administrator shut a member of staff out or let them in again.</summary>
    StaffSuspension,

    /// <summary>The accounts of a batch went out in full, for the bank.</summary>
    BatchExport,
}

/// <summary>That somebody looked at a person's or a firm's data, or shut a member of staff out. Written once; triggers refuse change and deletion.</summary>
/// <remarks>Bound to no other record by the database, so that it outlives them.</remarks>
public sealed class AccessEntry
{
    public const string Table = "AccessEntries";
    public const int ReasonAtMost = 200;

    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The roles held then, in Chinese.</summary>
    public required string ActorRoles { get; init; }

    /// <summary>The place the actor worked for; null for applicants.</summary>
    public string? ActorPlace { get; init; }

    public AccessKind Kind { get; init; }

    public Guid? CaseId { get; init; }

    public string? CaseNo { get; init; }

    /// <summary>The person whose data it is: who applied for the case, or claimed the firm.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? FirmId { get; init; }

    /// <summary>The place of the record; bounds which auditors see the entry.</summary>
    public required string RegionCode { get; init; }

    /// <summary>What was looked at, in Chinese and without any value.</summary>
    public required string What { get; init; }

    public string? Reason { get; init; }

    /// <summary>Given by the form that asked to unmask: the same form shows a value once.</summary>
    public Guid? ActId { get; init; }
}

internal sealed class AccessEntryConfiguration : IEntityTypeConfiguration<AccessEntry>
{
    public void Configure(EntityTypeBuilder<AccessEntry> entry)
    {
        entry.ToTable(AccessEntry.Table, table => table.HasTrigger("AccessEntries_AppendOnly"));
        entry.Property(e => e.ActorName).HasMaxLength(100);
        entry.Property(e => e.ActorRoles).HasMaxLength(100);
        entry.Property(e => e.ActorPlace).HasMaxLength(6);
        entry.Property(e => e.CaseNo).HasMaxLength(17);
        entry.Property(e => e.RegionCode).HasMaxLength(6);
        entry.Property(e => e.What).HasMaxLength(300);
        entry.Property(e => e.Reason).HasMaxLength(300);
        entry.HasIndex(e => e.ActId).IsUnique();
        entry.HasIndex(e => new { e.SubjectId, e.Id });
        entry.HasIndex(e => new { e.FirmId, e.Id });
        entry.HasIndex(e => new { e.CaseNo, e.Id });
        entry.HasIndex(e => new { e.ActorId, e.At });
    }
}
