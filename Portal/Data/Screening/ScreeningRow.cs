using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Data.Screening;

/// <summary>A row of a run with its outcome and reason; the account is kept encrypted for the refund.</summary>
public sealed class ScreeningRow
{
    public Guid RunId { get; init; }

    public int Number { get; init; }

    /// <summary>As read, cut to what a column holds: a rejected row may have anything here.</summary>
    public required string CreditCode { get; init; }

    public required string Name { get; init; }

    public required string RegionCode { get; init; }

    public required string Size { get; init; }

    public RowOutcome Outcome { get; init; }

    public Money? Amount { get; init; }

    public required string Reason { get; init; }

    /// <summary>The facts read, by name in canonical text, as JSON; empty for a rejected row.</summary>
    public required string FactsJson { get; init; }

    public required string AccountHolder { get; init; }

    public required string Bank { get; init; }

    /// <summary>联行号 of a corporate account, 12 digits; null where it was not given.</summary>
    public string? BankCode { get; init; }

    /// <summary>Sealed for <see cref="Protection.SealPurpose.BankAccount"/>; empty when the cell was.</summary>
    public required string AccountCipher { get; init; }

    public required string AccountMasked { get; init; }

    /// <summary>Sealed for <see cref="Protection.SealPurpose.Mobile"/>; empty where the roster has no telephone number of the firm.</summary>
    public string PhoneCipher { get; init; } = "";

    public string PhoneMasked { get; init; } = "";
}

internal sealed class ScreeningRowConfiguration : IEntityTypeConfiguration<ScreeningRow>
{
    public void Configure(EntityTypeBuilder<ScreeningRow> row)
    {
        row.HasKey(r => new { r.RunId, r.Number });
        row.HasOne<ScreeningRun>().WithMany(r => r.Rows).HasForeignKey(r => r.RunId);
        row.Property(r => r.CreditCode).HasMaxLength(64);
        row.Property(r => r.Name).HasMaxLength(200);
        row.Property(r => r.RegionCode).HasMaxLength(20);
        row.Property(r => r.Size).HasMaxLength(20);
        row.Property(r => r.Reason).HasMaxLength(500);
        row.Property(r => r.FactsJson).HasMaxLength(1000);
        row.Property(r => r.AccountHolder).HasMaxLength(200);
        row.Property(r => r.Bank).HasMaxLength(100);
        row.Property(r => r.BankCode).HasMaxLength(Domain.Values.BankCode.Length);
        row.Property(r => r.AccountCipher).HasMaxLength(Protection.SealedText.CipherLength);
        row.Property(r => r.AccountMasked).HasMaxLength(40);
        row.Property(r => r.PhoneCipher).HasMaxLength(Protection.SealedText.CipherLength);
        row.Property(r => r.PhoneMasked).HasMaxLength(40);
        row.HasIndex(r => new { r.RunId, r.Outcome, r.Number });
    }
}
