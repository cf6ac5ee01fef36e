using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Data.Ledger;

/// <summary>One line of the ledger (台账): written once, never changed. Balances are sums of lines; triggers refuse change and deletion.</summary>
public sealed class LedgerEntry
{
    public const string Table = "LedgerEntries";

    public long Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Of the instalment within its case.</summary>
    public int Sequence { get; init; }

    public FundingSource Source { get; init; }

    public EntryKind Kind { get; init; }

    /// <summary>The account that receives.</summary>
    public LedgerAccount Debit { get; init; }

    /// <summary>The account that gives.</summary>
    public LedgerAccount Credit { get; init; }

    /// <summary>Above zero.</summary>
    public Money Amount { get; init; }

    /// <summary>The business date; of a payment the day it was made.</summary>
    public DateOnly Day { get; init; }

    /// <summary>What made it move, such as a line of a batch; the same occasion moves the same money once.</summary>
    public Guid Occasion { get; init; }

    public required string MeasureCode { get; init; }

    public required string RegionCode { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null for the portal itself.</summary>
    public Guid? ActorId { get; init; }

    public LedgerLine Line => new(Sequence, Source, Kind, Debit, Credit, Amount);
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable(LedgerEntry.Table, table =>
        {
            table.HasTrigger("LedgerEntries_AppendOnly");
            table.HasCheckConstraint("CK_LedgerEntries_Positive", "[Amount] > 0");
            table.HasCheckConstraint("CK_LedgerEntries_TwoAccounts", "[Debit] <> [Credit]");
        });
        entry.Ignore(e => e.Line);
        entry.Property(e => e.MeasureCode).HasMaxLength(64);
        entry.Property(e => e.RegionCode).HasMaxLength(6);
        entry.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.CaseId, e.Sequence, e.Kind, e.Occasion, e.Credit, e.Source }).IsUnique();
    }
}
