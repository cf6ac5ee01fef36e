using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Screening;

/// <summary>What some hundred rows in a row are searched by, packed in one record: a search reads these and not the rows.</summary>
/// <remarks>Written with its rows. Packed and read by <c>RowSearchIndex</c>.</remarks>
public sealed class RowBlock
{
    public Guid RunId { get; init; }

    /// <summary>The number of its first row; the others follow without a gap.</summary>
    public int First { get; init; }

    public required byte[] Lines { get; init; }
}

internal sealed class RowBlockConfiguration : IEntityTypeConfiguration<RowBlock>
{
    public void Configure(EntityTypeBuilder<RowBlock> block)
    {
        block.ToTable("ScreeningBlocks");
        block.HasKey(b => new { b.RunId, b.First });
        block.HasOne<ScreeningRun>().WithMany().HasForeignKey(b => b.RunId);
    }
}
