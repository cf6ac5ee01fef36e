using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Privacy;

/// <summary>A consent given, or taken back. Written once; the latest of a kind stands.</summary>
/// <remarks>Bound to no account by the database: that somebody consented stays proven after the account is closed.</remarks>
public sealed class ConsentEntry
{
    public const string Table = "ConsentEntries";

    public long Id { get; init; }

    public Guid UserId { get; init; }

    public ConsentKind Kind { get; init; }

    /// <summary>See <see cref="ConsentText.Version"/>; when taken back, of the text that had been consented to.</summary>
    public required string TextVersion { get; init; }

    /// <summary>False takes it back.</summary>
    public bool IsGiven { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class ConsentEntryConfiguration : IEntityTypeConfiguration<ConsentEntry>
{
    public void Configure(EntityTypeBuilder<ConsentEntry> entry)
    {
        entry.ToTable(ConsentEntry.Table, table => table.HasTrigger("ConsentEntries_AppendOnly"));
        entry.Property(e => e.TextVersion).HasMaxLength(16);
        entry.HasIndex(e => new { e.UserId, e.Kind, e.Id });
    }
}
