using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Data.Protection;

namespace Portal.Data.Messages;

/// <summary>A short message to a number that a roster names, for a firm that nobody acts for on the portal. Written with the step it tells of, leased while sent.</summary>
public sealed class PhoneNotice : IVersioned
{
    public const int BodyAtMost = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    /// <summary>Sealed for <see cref="SealPurpose.Mobile"/>; empty once it was sent or given up.</summary>
    public required string NumberCipher { get; set; }

    public required string Body { get; init; }

    /// <summary>Not before then; moved on by a lease while it is being sent, and after a failure.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Sent, or given up; see <see cref="IsSent"/>.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public bool IsSent { get; set; }

    public Guid Version { get; set; }
}

internal sealed class PhoneNoticeConfiguration : IEntityTypeConfiguration<PhoneNotice>
{
    public void Configure(EntityTypeBuilder<PhoneNotice> notice)
    {
        notice.ToTable("PhoneNotices");
        notice.Property(n => n.NumberCipher).HasMaxLength(SealedText.CipherLength);
        notice.Property(n => n.Body).HasMaxLength(PhoneNotice.BodyAtMost);
        notice.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.ClosedAt, n.DueAt });
    }
}
