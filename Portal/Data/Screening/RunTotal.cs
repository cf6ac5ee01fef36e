using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Data.Screening;

/// <summary>How many rows of a run ended so, of one size in one city, and what they come to; kept when the run is screened.</summary>
public sealed class RunTotal
{
    public Guid RunId { get; init; }

    public RowOutcome Outcome { get; init; }

    /// <summary>大型, 中型, 小型 or 微型; empty where the row said something else.</summary>
    public required string Size { get; init; }

    /// <summary>The city's code, the province's for rows insured there; empty where the row named no place of the province.</summary>
    public required string City { get; init; }

    public int Count { get; init; }

    public Money Amount { get; init; }
}

internal sealed class RunTotalConfiguration : IEntityTypeConfiguration<RunTotal>
{
    public void Configure(EntityTypeBuilder<RunTotal> total)
    {
        total.ToTable("ScreeningTotals");
        total.HasKey(t => new { t.RunId, t.Outcome, t.Size, t.City });
        total.Property(t => t.Size).HasMaxLength(20);
        total.Property(t => t.City).HasMaxLength(6);
        total.HasOne<ScreeningRun>().WithMany().HasForeignKey(t => t.RunId);
    }
}
