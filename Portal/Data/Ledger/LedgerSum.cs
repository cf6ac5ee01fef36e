using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Data.Ledger;

/// <summary>What the entries of a month moved on an account, by measure, place and budget: derived from the ledger, and made again from it at any time.</summary>
/// <remarks>To group a million entries takes SQLite five seconds; so the ledger is folded into these as far as <see cref="LedgerSumMark"/> says.</remarks>
public sealed class LedgerSum
{
    public required string MeasureCode { get; init; }

    public required string RegionCode { get; init; }

    public FundingSource Source { get; init; }

    /// <summary>The first of the month.</summary>
    public DateOnly Month { get; init; }

    public LedgerAccount Account { get; init; }

    /// <summary>What it received less what it gave; negative where it gave more.</summary>
    public Money Amount { get; set; }
}

/// <summary>The last entry that is in the sums; a single row.</summary>
public sealed class LedgerSumMark : IVersioned
{
    public int Id { get; init; } = 1;

    public long LastEntryId { get; set; }

    public Guid Version { get; set; }
}

internal sealed class LedgerSumConfiguration : IEntityTypeConfiguration<LedgerSum>, IEntityTypeConfiguration<LedgerSumMark>
{
    public void Configure(EntityTypeBuilder<LedgerSum> sum)
    {
        sum.HasKey(s => new { s.Month, s.MeasureCode, s.RegionCode, s.Source, s.Account });
        sum.Property(s => s.MeasureCode).HasMaxLength(64);
        sum.Property(s => s.RegionCode).HasMaxLength(6);
    }

    public void Configure(EntityTypeBuilder<LedgerSumMark> mark) => mark.Property(m => m.Id).ValueGeneratedNever();
}
