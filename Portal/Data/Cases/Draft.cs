using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Data.Cases;

/// <summary>An application in the making, saved as it is typed and the home of its attachments until it is submitted.</summary>
public sealed class Draft : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OwnerId { get; init; }

    public PortalUser Owner { get; init; } = null!;

    public Guid? FirmId { get; set; }

    public required string MeasureCode { get; init; }

    /// <summary>Whatever the form holds, as JSON; only the form reads it.</summary>
    public required string ContentJson { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Who changed it last: a firm's draft is gone on with by any of its members. Null where it was not changed since it was begun.</summary>
    public Guid? ChangedById { get; set; }

    /// <summary>The number it became; a submitted draft is not offered again.</summary>
    public string? CaseNo { get; set; }

    public List<Attachment> Attachments { get; } = [];

    public Guid Version { get; set; }
}

/// <summary>A file somebody handed in: an application's paper or a firm's authorisation letter.</summary>
public sealed class Attachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OwnerId { get; init; }

    public Guid? DraftId { get; set; }

    public Guid? CaseId { get; set; }

    /// <summary>What it proves, in the measure's words.</summary>
    public required string Material { get; init; }

    public required string FileName { get; init; }

    /// <summary>By the bytes, not by the name.</summary>
    public required string ContentType { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    public Guid ContentId { get; init; }

    public AttachmentContent Content { get; init; } = null!;
}

/// <summary>The bytes of a file, apart so that lists do not load them and cases of one application share them.</summary>
public sealed class AttachmentContent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Bytes { get; init; }
}

internal sealed class DraftConfiguration :
    IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.Property(d => d.MeasureCode).HasMaxLength(64);
        draft.Property(d => d.CaseNo).HasMaxLength(17);
        draft.HasOne(d => d.Owner).WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => new { d.OwnerId, d.MeasureCode });
        draft.HasIndex(d => new { d.FirmId, d.MeasureCode });
    }

    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Material).HasMaxLength(100);
        attachment.Property(a => a.FileName).HasMaxLength(200);
        attachment.Property(a => a.ContentType).HasMaxLength(60);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.HasOne<Draft>().WithMany(d => d.Attachments).HasForeignKey(a => a.DraftId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<Case>().WithMany(c => c.Attachments).HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne(a => a.Content).WithMany().HasForeignKey(a => a.ContentId).OnDelete(DeleteBehavior.Restrict);
    }
}
