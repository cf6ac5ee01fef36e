using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Data.Screening;

/// <summary>One roster on its way from upload to payment (免申即享).</summary>
public sealed class ScreeningRun : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal, to tell that the same file came twice.</summary>
    public required string Sha256 { get; init; }

    public long Size { get; init; }

    /// <summary>The place of the operator; bounds who may see the run.</summary>
    public required string RegionCode { get; init; }

    public DateOnly AsOf { get; init; }

    public RunState State { get; set; }

    public Guid UploadedById { get; init; }

    public required string UploadedByName { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>How many rows are stored, from the first on without a gap: where a run that was broken off goes on.</summary>
    public int RowsRead { get; set; }

    /// <summary>How many of its firms are stored, in the order of their codes; they follow when every row is.</summary>
    public int FirmsStored { get; set; }

    /// <summary>When reading began, or was last taken up again; with <see cref="RowsAtStart"/> it tells the rows a second.</summary>
    public DateTimeOffset? ReadingSince { get; set; }

    public int RowsAtStart { get; set; }

    public long BytesAtStart { get; set; }

    /// <summary>The run whose left-out firms this one takes up after their objections were upheld; null for a roster.</summary>
    public Guid? SupplementOf { get; init; }

    /// <summary>How much of the file has been read, in bytes: the honest measure of progress.</summary>
    public long BytesRead { get; set; }

    public int AutomaticCount { get; set; }

    public int EligibleCount { get; set; }

    public int IneligibleCount { get; set; }

    public int IncompleteCount { get; set; }

    public int RejectedCount { get; set; }

    public Money AutomaticAmount { get; set; }

    public Money EligibleAmount { get; set; }

    /// <summary>Who put the list before another person; null until somebody does, and again when it was sent back.</summary>
    public Guid? ProposedById { get; set; }

    public string? ProposedByName { get; set; }

    public DateTimeOffset? ProposedAt { get; set; }

    /// <summary>公示编号, see <see cref="NumberSeries.Notices"/>; given with the publication.</summary>
    public string? NoticeNo { get; set; }

    /// <summary>Who publishes: the authority of the run's place, as it was called then.</summary>
    public string? Publisher { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public DateOnly? PublishedUntil { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Up to which row the list is released, while it is being released: where a release that was broken off goes on.</summary>
    public int ReleasedThrough { get; set; }

    /// <summary>How many firms an earlier release already covers; they are not paid again.</summary>
    public int AlreadyGrantedCount { get; set; }

    /// <summary>Why the file could not be read or the list not be released, and what to do, in Chinese.</summary>
    public string? Failure { get; set; }

    public List<ScreeningRow> Rows { get; } = [];

    public List<RunEvent> Events { get; } = [];

    public Guid Version { get; set; }
}

internal sealed class ScreeningRunConfiguration : IEntityTypeConfiguration<ScreeningRun>
{
    public void Configure(EntityTypeBuilder<ScreeningRun> run)
    {
        run.Property(r => r.FileName).HasMaxLength(200);
        run.Property(r => r.Sha256).HasMaxLength(64);
        run.Property(r => r.RegionCode).HasMaxLength(6);
        run.Property(r => r.UploadedByName).HasMaxLength(100);
        run.Property(r => r.Failure).HasMaxLength(500);
        run.Property(r => r.ProposedByName).HasMaxLength(100);
        run.Property(r => r.NoticeNo).HasMaxLength(NumberSeries.Longest);
        run.Property(r => r.Publisher).HasMaxLength(100);
        run.HasIndex(r => r.Sha256);
        run.HasIndex(r => r.NoticeNo).IsUnique();
    }
}
