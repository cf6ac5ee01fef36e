using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Data.Batches;

/// <summary>One instalment in a batch, with the payee as it was when it was put in.</summary>
public sealed class BatchLine : IVersioned
{
    public const int ReasonAtMost = PaymentInstalment.RefusalAtMost;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BatchId { get; init; }

    public PaymentBatch Batch { get; init; } = null!;

    /// <summary>Within the batch, from 1.</summary>
    public int Sequence { get; init; }

    public Guid CaseId { get; init; }

    public Case Case { get; init; } = null!;

    public Guid InstalmentId { get; init; }

    public PaymentInstalment Instalment { get; init; } = null!;

    /// <summary>What goes to the bank: the instalment less what is set off.</summary>
    public Money Amount { get; init; }

    /// <summary>What the bank calls it in its answer, see <see cref="BatchNumber.LineOf"/>.</summary>
    public required string EndToEndId { get; init; }

    public required string Payee { get; init; }

    public required string Bank { get; init; }

    /// <summary>联行号 of a corporate account, 12 digits; null where it was not given.</summary>
    public string? BankCode { get; init; }

    public required SealedText Account { get; init; }

    /// <summary>对公: a firm's account, and not a person's card.</summary>
    public bool IsCorporate { get; init; }

    public LineState State { get; set; }

    /// <summary>Whether the instalment belongs to this line; the database lets it do so to one alone.</summary>
    public bool IsLive { get; set; } = true;

    /// <summary>Why it was dropped, or the bank's words.</summary>
    public string? Reason { get; set; }

    /// <summary>The bank's number of the payment.</summary>
    public string? Reference { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    /// <summary>What contradicts what is known; the instalment goes into no batch until somebody has looked. The state says where the money is.</summary>
    public Contradiction? Dispute { get; set; }

    /// <summary>What was found out about a dispute.</summary>
    public string? Finding { get; set; }

    public Guid Version { get; set; }

    /// <summary>Takes the line out before the bank gets it.</summary>
    public void Drop(string why) => (State, IsLive, Reason) = (LineState.Dropped, false, why);
}

internal sealed class BatchLineConfiguration : IEntityTypeConfiguration<BatchLine>
{
    public void Configure(EntityTypeBuilder<BatchLine> line)
    {
        line.Property(l => l.EndToEndId).HasMaxLength(BatchNumber.IdAtMost);
        line.HasIndex(l => l.EndToEndId).IsUnique();
        line.Property(l => l.Payee).HasMaxLength(200);
        line.Property(l => l.Bank).HasMaxLength(100);
        line.Property(l => l.BankCode).HasMaxLength(Domain.Values.BankCode.Length);
        line.OwnsOne(l => l.Account, account => account.IsSealed());
        line.Navigation(l => l.Account).IsRequired();
        line.Property(l => l.Reason).HasMaxLength(BatchLine.ReasonAtMost);
        line.Property(l => l.Reference).HasMaxLength(64);
        line.Property(l => l.Finding).HasMaxLength(BatchLine.ReasonAtMost);
        line.HasOne(l => l.Batch).WithMany(b => b.Lines).HasForeignKey(l => l.BatchId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Case).WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Instalment).WithMany().HasForeignKey(l => l.InstalmentId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.BatchId, l.State, l.Sequence });
        line.HasIndex(l => new { l.BatchId, l.Sequence }).IsUnique();
        // Whatever two people press at once, an instalment goes to the bank by one line alone.
        line.HasIndex(l => l.InstalmentId, "IX_BatchLines_OneLive").IsUnique().HasFilter($"[{nameof(BatchLine.IsLive)}] = 1");
        line.HasIndex(l => l.InstalmentId, "IX_BatchLines_InstalmentId");
    }
}
