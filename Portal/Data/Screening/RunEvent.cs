using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Screening;

/// <summary>One step of a run: who did what, and when. Written once; triggers refuse change and deletion.</summary>
public sealed class RunEvent
{
    public const string Table = "RunEvents";

    public long Id { get; init; }

    public Guid RunId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null for the portal itself and for the command line.</summary>
    public Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>What was done, in Chinese, as the run's page shows it.</summary>
    public required string What { get; init; }
}

internal sealed class RunEventConfiguration : IEntityTypeConfiguration<RunEvent>
{
    public void Configure(EntityTypeBuilder<RunEvent> happened)
    {
        happened.ToTable(RunEvent.Table, table => table.HasTrigger("RunEvents_AppendOnly"));
        happened.Property(e => e.ActorName).HasMaxLength(100);
        happened.Property(e => e.What).HasMaxLength(500);
        happened.HasOne<ScreeningRun>().WithMany(r => r.Events).HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
