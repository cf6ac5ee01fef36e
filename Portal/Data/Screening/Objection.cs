using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Protection;

namespace Portal.Data.Screening;

public enum ObjectionState
{
    /// <summary>待核实: the row is held back.</summary>
    Open,

    /// <summary>异议成立: the row is left out.</summary>
    Upheld,

    /// <summary>异议不成立: the row goes on.</summary>
    Dismissed,
}

/// <summary>Somebody's objection to a firm on a published list; holds the row back until a reviewer decides it.</summary>
public sealed class Objection : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RunId { get; init; }

    public int RowNumber { get; init; }

    /// <summary>The place of the firm; bounds who may see the objection.</summary>
    public required string RegionCode { get; init; }

    public required string Name { get; init; }

    public required SealedText Contact { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset At { get; init; }

    public ObjectionState State { get; set; }

    public Guid? DecidedById { get; set; }

    public string? DecidedByName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The supplementary run in which a firm that had been left out was decided again; null otherwise.</summary>
    public Guid? SupplementId { get; set; }

    /// <summary>What the reviewer found, and why it was decided so.</summary>
    public string? Finding { get; set; }

    public Guid Version { get; set; }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("Objections");
        objection.Property(o => o.RegionCode).HasMaxLength(6);
        objection.Property(o => o.Name).HasMaxLength(60);
        objection.OwnsOne(o => o.Contact, contact => contact.IsSealed());
        objection.Navigation(o => o.Contact).IsRequired();
        objection.Property(o => o.Reason).HasMaxLength(1000);
        objection.Property(o => o.DecidedByName).HasMaxLength(100);
        objection.Property(o => o.Finding).HasMaxLength(1000);
        objection.HasOne<ScreeningRow>().WithMany().HasForeignKey(o => new { o.RunId, o.RowNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
