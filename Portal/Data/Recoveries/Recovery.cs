using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Data.Recoveries;

/// <summary>What a payee has to pay back on a case (追缴), from the approved finding to the last fen.</summary>
public sealed class Recovery : IVersioned
{
    /// <summary>The finding's own id: one finding, one claim.</summary>
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Case Case { get; init; } = null!;

    public ChangeCause Cause { get; init; }

    /// <summary>For the payee to read.</summary>
    public required string Reason { get; init; }

    public Money Amount { get; init; }

    /// <summary>What has come in, in money and by set-off: the sum of <see cref="Receipts"/>.</summary>
    public Money Received { get; set; }

    /// <summary>What turned out to be claimed wrongly.</summary>
    public Money Waived { get; set; }

    public bool AllowsSetOff { get; init; }

    public Guid ProposedById { get; init; }

    public Guid ApprovedById { get; init; }

    public DateOnly ApprovedOn { get; init; }

    /// <summary>The day nothing was left.</summary>
    public DateOnly? ClosedOn { get; set; }

    public Guid? WaiverProposedById { get; set; }

    public string? WaiverReason { get; set; }

    public string? Objection { get; set; }

    public DateOnly? ObjectedOn { get; set; }

    public List<RecoveryPart> Parts { get; } = [];

    public List<RecoveryReceipt> Receipts { get; } = [];

    public Guid Version { get; set; }

    public Money Left => Amount - Received - Waived;

    /// <summary>The parts with what is still open of each; what was waived counts as if it had come in.</summary>
    public IEnumerable<(RecoveryPart Part, Money Open)> OpenParts => RecoverySchedule.Open(Parts.Select(part => part.Step), Received + Waived)
        .Join(Parts, open => open.Step.Sequence, part => part.Sequence, (open, part) => (part, open.Open));
}

/// <summary>A part of the claim and the last day for paying it.</summary>
public sealed class RecoveryPart
{
    public Guid RecoveryId { get; init; }

    public int Sequence { get; init; }

    public Money Amount { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The day it was marked as late and the payee told; null while it is not late.</summary>
    public DateOnly? LateOn { get; set; }

    public RecoveryStep Step => new(Sequence, Amount, DueOn);
}

/// <summary>What came in for a claim. Written once; triggers refuse change and deletion.</summary>
public sealed class RecoveryReceipt
{
    public const string Table = "RecoveryReceipts";
    public const int ReferenceAtMost = 64;

    /// <summary>Also the occasion in the ledger; given by the page, so that a second press adds nothing.</summary>
    public Guid Id { get; init; }

    public Guid RecoveryId { get; init; }

    public Money Amount { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>The number of the bank's slip; of a set-off the case and instalment.</summary>
    public required string Reference { get; init; }

    /// <summary>The instalment it was kept back from; null for money that came in.</summary>
    public Guid? InstalmentId { get; init; }

    public Guid? RecordedById { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class RecoveryConfiguration : IEntityTypeConfiguration<Recovery>, IEntityTypeConfiguration<RecoveryPart>, IEntityTypeConfiguration<RecoveryReceipt>
{
    public void Configure(EntityTypeBuilder<Recovery> recovery)
    {
        recovery.Ignore(r => r.Left);
        recovery.Ignore(r => r.OpenParts);
        recovery.Property(r => r.Reason).HasMaxLength(Redetermination.ReasonAtMost);
        recovery.Property(r => r.WaiverReason).HasMaxLength(Redetermination.ReasonAtMost);
        recovery.Property(r => r.Objection).HasMaxLength(1000);
        recovery.HasOne(r => r.Case).WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        recovery.HasIndex(r => new { r.ClosedOn, r.ApprovedOn });
    }

    public void Configure(EntityTypeBuilder<RecoveryPart> part)
    {
        part.ToTable("RecoveryParts");
        part.Ignore(p => p.Step);
        part.HasKey(p => new { p.RecoveryId, p.Sequence });
        part.HasOne<Recovery>().WithMany(r => r.Parts).HasForeignKey(p => p.RecoveryId).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => new { p.LateOn, p.DueOn });
    }

    public void Configure(EntityTypeBuilder<RecoveryReceipt> receipt)
    {
        receipt.ToTable(RecoveryReceipt.Table, table => table.HasTrigger("RecoveryReceipts_AppendOnly"));
        receipt.Property(r => r.Reference).HasMaxLength(RecoveryReceipt.ReferenceAtMost);
        receipt.HasOne<Recovery>().WithMany(r => r.Receipts).HasForeignKey(r => r.RecoveryId).OnDelete(DeleteBehavior.Restrict);
        // The same slip recorded again under another press is still the same money.
        receipt.HasIndex(r => new { r.RecoveryId, r.Reference }).IsUnique();
    }
}
