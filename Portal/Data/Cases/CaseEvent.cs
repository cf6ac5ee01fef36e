using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;

namespace Portal.Data.Cases;

/// <summary>One step in a case's history: who, when, what and why. Written once; triggers refuse change and deletion.</summary>
public sealed class CaseEvent
{
    public const int WhyAtMost = 4000;

    public const string Table = "CaseEvents";

    public long Id { get; init; }

    public Guid CaseId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null for the portal itself.</summary>
    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>What was done, in Chinese, as the timeline shows it.</summary>
    public required string What { get; init; }

    public CaseState State { get; init; }

    /// <summary>Why: the caseworker's words; shown to the applicant.</summary>
    public string? Why { get; init; }
}

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> happened)
    {
        happened.ToTable(CaseEvent.Table, table => table.HasTrigger("CaseEvents_AppendOnly"));
        happened.Property(e => e.ActorName).HasMaxLength(100);
        happened.Property(e => e.What).HasMaxLength(200);
        happened.Property(e => e.Why).HasMaxLength(CaseEvent.WhyAtMost);
        // A case with a history is never deleted, or the history would go with it.
        happened.HasOne<Case>().WithMany(c => c.Events).HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        happened.HasIndex(e => new { e.CaseId, e.At });
    }
}
