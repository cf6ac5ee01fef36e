using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Notice;

namespace Portal.Data.Guides;

/// <summary>One element of a service guide as somebody wrote it. Written once: a change is a new row, and the last one stands.</summary>
public sealed class GuideEntry
{
    public const string Table = "GuideEntries";

    public long Id { get; init; }

    /// <summary>The code of a measure or of a clause.</summary>
    public required string Subject { get; init; }

    /// <summary>The province, or the city that has its own.</summary>
    public required string RegionCode { get; init; }

    public GuideElement Element { get; init; }

    /// <summary>1, 2, 3… within the subject, place and element: of two who write at once the second is refused.</summary>
    public int Revision { get; init; }

    /// <summary>Plain text; null withdraws what stood.</summary>
    public string? Text { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid ActorId { get; init; }

    public required string ActorName { get; init; }
}

internal sealed class GuideEntryConfiguration : IEntityTypeConfiguration<GuideEntry>
{
    public void Configure(EntityTypeBuilder<GuideEntry> entry)
    {
        entry.ToTable(GuideEntry.Table, table => table.HasTrigger("GuideEntries_AppendOnly"));
        entry.Property(e => e.Subject).HasMaxLength(60);
        entry.Property(e => e.RegionCode).HasMaxLength(6);
        entry.Property(e => e.Text).HasMaxLength(200);
        entry.Property(e => e.ActorName).HasMaxLength(100);
        entry.HasIndex(e => new { e.Subject, e.RegionCode, e.Element, e.Revision }).IsUnique();
    }
}
