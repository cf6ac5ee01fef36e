using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Protection;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Data.Batches;

/// <summary>Instalments that go to the bank together (拨付批次): put together by one person, approved by another.</summary>
public sealed class PaymentBatch : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>See <see cref="BatchNumber"/>; the bank knows the message and its payment block by it, too.</summary>
    public required string No { get; init; }

    /// <summary>The place of whoever made it; bounds who may see it.</summary>
    public required string RegionCode { get; init; }

    public BatchState State { get; set; }

    /// <summary>How many lines have not been dropped, and the control sum: what they come to.</summary>
    public int Count { get; set; }

    public Money Total { get; set; }

    /// <summary>When the bank is to pay; null until it is proposed.</summary>
    public DateOnly? ExecutionOn { get; set; }

    public Guid MadeById { get; init; }

    public required string MadeByName { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public Guid? ProposedById { get; set; }

    public string? ProposedByName { get; set; }

    public DateTimeOffset? ProposedAt { get; set; }

    public Guid? ApprovedById { get; set; }

    public string? ApprovedByName { get; set; }

    /// <summary>Also the moment at which the message to the bank was made: the file is the same however often it is fetched.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When the file for the bank was first fetched whole.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public string? ClosedByName { get; set; }

    /// <summary>When it was closed or cancelled.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it was sent back or cancelled.</summary>
    public string? Note { get; set; }

    /// <summary>The account it is paid from, as it was when it was proposed; whoever approves approves this too.</summary>
    public string? DebtorName { get; set; }

    public string? DebtorBank { get; set; }

    public SealedText? DebtorAccount { get; set; }

    public List<BatchLine> Lines { get; } = [];

    public Guid Version { get; set; }
}

internal sealed class PaymentBatchConfiguration : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> batch)
    {
        batch.ToTable("PaymentBatches");
        batch.Property(b => b.No).HasMaxLength(BatchNumber.IdAtMost);
        batch.HasIndex(b => b.No).IsUnique();
        batch.Property(b => b.RegionCode).HasMaxLength(6);
        batch.Property(b => b.MadeByName).HasMaxLength(100);
        batch.Property(b => b.ProposedByName).HasMaxLength(100);
        batch.Property(b => b.ApprovedByName).HasMaxLength(100);
        batch.Property(b => b.ClosedByName).HasMaxLength(100);
        batch.Property(b => b.Note).HasMaxLength(300);
        batch.Property(b => b.DebtorName).HasMaxLength(BankText.NameAtMost);
        batch.Property(b => b.DebtorBank).HasMaxLength(BankText.NameAtMost);
        batch.OwnsOne(b => b.DebtorAccount, account => account.IsSealed());
        batch.HasIndex(b => new { b.State, b.No });
    }
}
