using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Data.Screening;

/// <summary>Where in a run a firm stands, by its code in the one form that every writing of it comes to.</summary>
/// <remarks>
/// Filled in the order of the codes once every row is stored: an index on the rows themselves would be filled in random
/// order, and over all runs. Two runs are compared by reading both in this order side by side.
/// </remarks>
public sealed class ScreenedFirm
{
    public Guid RunId { get; init; }

    public required string CreditCode { get; init; }

    /// <summary>The row; a firm listed twice has two, the later ones rejected.</summary>
    public int Number { get; init; }

    public RowOutcome Outcome { get; init; }

    public Money? Amount { get; init; }
}

internal sealed class ScreenedFirmConfiguration : IEntityTypeConfiguration<ScreenedFirm>
{
    public void Configure(EntityTypeBuilder<ScreenedFirm> firm)
    {
        firm.ToTable("ScreenedFirms");
        firm.HasKey(f => new { f.RunId, f.CreditCode, f.Number });
        firm.Property(f => f.CreditCode).HasMaxLength(18);
        firm.HasOne<ScreeningRun>().WithMany().HasForeignKey(f => f.RunId);
    }
}
