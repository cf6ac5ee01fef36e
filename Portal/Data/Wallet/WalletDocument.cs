using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;

namespace Portal.Data.Wallet;

/// <summary>A certificate kept for applications to come (证照). A firm's belongs to the firm, whoever put it in.</summary>
public sealed class WalletDocument : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who put it in; whose it is where no firm is named.</summary>
    public Guid OwnerId { get; init; }

    public Guid? FirmId { get; init; }

    /// <summary>What it is, in the words of the measures' papers.</summary>
    public required string Material { get; init; }

    public required string FileName { get; init; }

    /// <summary>By the bytes, not by the name.</summary>
    public required string ContentType { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public DateTimeOffset KeptAt { get; init; }

    /// <summary>The last day it is valid; null where it does not expire, or nobody has said when.</summary>
    public DateOnly? ValidUntil { get; set; }

    public Guid ContentId { get; init; }

    public AttachmentContent Content { get; init; } = null!;

    public Guid Version { get; set; }

    public bool IsExpired(DateOnly today) => ValidUntil < today;

    /// <summary>A paper handed in elsewhere, kept as well; the bytes are shared.</summary>
    /// <param name="firm">Whose it is; null for the owner's own.</param>
    public static WalletDocument Of(Attachment file, Guid owner, Guid? firm, DateTimeOffset now) => new()
    {
        OwnerId = owner,
        FirmId = firm,
        Material = file.Material,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        KeptAt = now,
        ContentId = file.ContentId,
        Content = file.Content,
    };
}

internal sealed class WalletDocumentConfiguration : IEntityTypeConfiguration<WalletDocument>
{
    public void Configure(EntityTypeBuilder<WalletDocument> document)
    {
        document.Property(d => d.Material).HasMaxLength(100);
        document.Property(d => d.FileName).HasMaxLength(200);
        document.Property(d => d.ContentType).HasMaxLength(60);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasOne(d => d.Content).WithMany().HasForeignKey(d => d.ContentId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => new { d.OwnerId, d.Material });
        document.HasIndex(d => new { d.FirmId, d.Material });
    }
}
