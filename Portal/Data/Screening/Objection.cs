using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Screening;

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

    /// <summary>异议编号, see <see cref="NumberSeries.Objections"/>: what whoever objects quotes, and staff find it by.</summary>
    public required string No { get; init; }

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

    public List<ObjectionPaper> Papers { get; } = [];

    public Guid Version { get; set; }
}

/// <summary>A file that was handed in with an objection.</summary>
public sealed class ObjectionPaper
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ObjectionId { get; init; }

    public required string FileName { get; init; }

    /// <summary>As found in the file's first bytes, not as the sender claims.</summary>
    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    public Guid ContentId { get; init; }

    public AttachmentContent Content { get; init; } = null!;
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<ObjectionPaper>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.ToTable("Objections");
        objection.Property(o => o.No).HasMaxLength(NumberSeries.Longest);
        objection.HasIndex(o => o.No).IsUnique();
        objection.Property(o => o.RegionCode).HasMaxLength(6);
        objection.Property(o => o.Name).HasMaxLength(60);
        objection.OwnsOne(o => o.Contact, contact => contact.IsSealed());
        objection.Navigation(o => o.Contact).IsRequired();
        objection.Property(o => o.Reason).HasMaxLength(1000);
        objection.Property(o => o.DecidedByName).HasMaxLength(100);
        objection.Property(o => o.Finding).HasMaxLength(1000);
        objection.HasOne<ScreeningRow>().WithMany().HasForeignKey(o => new { o.RunId, o.RowNumber }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ObjectionPaper> paper)
    {
        paper.ToTable("ObjectionPapers");
        paper.Property(p => p.FileName).HasMaxLength(200);
        paper.Property(p => p.ContentType).HasMaxLength(60);
        paper.HasOne<Objection>().WithMany(o => o.Papers).HasForeignKey(p => p.ObjectionId).OnDelete(DeleteBehavior.Restrict);
        paper.HasOne(p => p.Content).WithMany().HasForeignKey(p => p.ContentId).OnDelete(DeleteBehavior.Restrict);
    }
}
