using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Work;

/// <summary>Who does a piece of work, and until when: of two processes on one database one does it, and if it dies the other takes it up.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    /// <summary>One for each attempt, not for each process: an attempt that was overtaken must not take itself for its successor.</summary>
    public Guid Holder { get; set; }

    public DateTimeOffset Until { get; set; }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.ToTable("Leases");
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(100);
    }
}
