using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Values;

namespace Portal.Data.Screening;

public enum RunState
{
    /// <summary>已上传: the file is stored, nothing is read yet.</summary>
    Uploaded,

    /// <summary>筛查中.</summary>
    Reading,

    /// <summary>已筛查: every row has its outcome.</summary>
    Screened,

    /// <summary>公示中.</summary>
    Published,

    /// <summary>已放行: the firms are asked to confirm their accounts.</summary>
    Released,

    /// <summary>拨付中: the first money has gone to the bank.</summary>
    Paying,

    /// <summary>已办结: everything is paid, and nothing is held back.</summary>
    Closed,

    /// <summary>无法读取: the file is no roster.</summary>
    Failed,
}

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

    public int RowsRead { get; set; }

    /// <summary>How much of the file has been read, in bytes: the honest measure of progress.</summary>
    public long BytesRead { get; set; }

    public int AutomaticCount { get; set; }

    public int EligibleCount { get; set; }

    public int IneligibleCount { get; set; }

    public int IncompleteCount { get; set; }

    public int RejectedCount { get; set; }

    public Money AutomaticAmount { get; set; }

    public Money EligibleAmount { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public DateOnly? PublishedUntil { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    /// <summary>How many firms an earlier release already covers; they are not paid again.</summary>
    public int AlreadyGrantedCount { get; set; }

    /// <summary>Why the file could not be read, in Chinese.</summary>
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
        run.HasIndex(r => r.Sha256);
    }
}
