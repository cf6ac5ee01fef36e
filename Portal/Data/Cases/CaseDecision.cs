using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Data.Cases;

public enum DecisionOccasion
{
    Submitted,
    Corrected,
    Proposed,
    Released,

    /// <summary>Assessed again after it was granted, with what has come out since.</summary>
    Redetermined,

    /// <summary>Staff went through the facts, or through the people, and found some otherwise than they were said.</summary>
    Verified,
}

/// <summary>A finding on a case with all that it was made from: facts, rule version and values. Written once.</summary>
public sealed class CaseDecision
{
    public const string Table = "CaseDecisions";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public DateTimeOffset At { get; init; }

    public DecisionOccasion Occasion { get; init; }

    public required string MeasureCode { get; init; }

    /// <summary>See <see cref="Measure.Version"/>.</summary>
    public required string RuleVersion { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>The day by which rules and values were taken.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>The facts by name in canonical text, as JSON.</summary>
    public required string FactsJson { get; init; }

    /// <summary>The people it was made for, see <see cref="DecidedPerson"/>; null where the case names none.</summary>
    public string? PeopleJson { get; init; }

    public required string AssessmentJson { get; init; }

    public Outcome Outcome { get; init; }

    public Money? Amount { get; init; }

    public required string SnapshotId { get; init; }

    public StoredSnapshot? Snapshot { get; init; }
}

/// <summary>The dated values and the calendar a decision could read, shared by all that could read the same. Written once.</summary>
public sealed class StoredSnapshot
{
    public const string Table = "RuleSnapshots";

    /// <summary>SHA-256 of the content, in hexadecimal: it also shows whether the content is still what it was.</summary>
    public required string Id { get; init; }

    /// <summary>What <see cref="RuleSnapshot.Write"/> wrote.</summary>
    public required string Content { get; init; }
}

internal sealed class CaseDecisionConfiguration : IEntityTypeConfiguration<CaseDecision>, IEntityTypeConfiguration<StoredSnapshot>
{
    public void Configure(EntityTypeBuilder<CaseDecision> decision)
    {
        decision.ToTable(CaseDecision.Table, table => table.HasTrigger("CaseDecisions_AppendOnly"));
        decision.Property(d => d.MeasureCode).HasMaxLength(64);
        decision.Property(d => d.RuleVersion).HasMaxLength(40);
        decision.Property(d => d.RegionCode).HasMaxLength(6);
        decision.HasOne<Case>().WithMany(c => c.Decisions).HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne(d => d.Snapshot).WithMany().HasForeignKey(d => d.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.CaseId, d.At });
    }

    public void Configure(EntityTypeBuilder<StoredSnapshot> snapshot)
    {
        snapshot.ToTable(StoredSnapshot.Table, table => table.HasTrigger("RuleSnapshots_AppendOnly"));
        snapshot.Property(s => s.Id).HasMaxLength(64);
    }
}
