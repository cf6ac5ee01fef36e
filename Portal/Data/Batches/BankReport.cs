using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Data.Batches;

/// <summary>What became of one line of a bank report.</summary>
public enum ReportOutcome
{
    /// <summary>已采用: it moved the line.</summary>
    Applied,

    /// <summary>重复: known already, or overtaken.</summary>
    Repeated,

    /// <summary>有出入: it contradicts what is known and moved nothing.</summary>
    Disputed,

    /// <summary>不是本系统的: no line of the place is called so.</summary>
    Foreign,
}

/// <summary>A file in which the bank reports on payments (银行回执), as it was uploaded.</summary>
public sealed class BankReport : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal, to tell that the same file came twice.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The place of whoever uploaded it; bounds whose lines it may move.</summary>
    public required string RegionCode { get; init; }

    public Guid UploadedById { get; init; }

    public required string UploadedByName { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Null while it is being read, and for good when that was broken off: the same file once more goes on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public int Applied { get; set; }

    public int Repeated { get; set; }

    public int Disputed { get; set; }

    public int Foreign { get; set; }

    /// <summary>What is to be known of how the file was read: hidden rows, totals left out; null where nothing is.</summary>
    public string? Remark { get; init; }

    /// <summary>What was found out about lines that are not ours.</summary>
    public string? Finding { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What the bank said of one line, and what became of it. Written once; triggers refuse change and deletion.</summary>
public sealed class BankReportLine
{
    public const string Table = "BankReportLines";

    public long Id { get; init; }

    public Guid AnswerId { get; init; }

    /// <summary>As the bank wrote it, cut to what a column holds.</summary>
    public required string EndToEndId { get; init; }

    public BankVerdict Verdict { get; init; }

    /// <summary>Null where the bank named none.</summary>
    public Money? Amount { get; init; }

    public string? Reason { get; init; }

    public string? Reference { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>Null for a line that is not ours.</summary>
    public Guid? LineId { get; init; }

    public ReportOutcome Outcome { get; init; }

    public Contradiction? Dispute { get; init; }
}

internal sealed class BankReportConfiguration : IEntityTypeConfiguration<BankReport>, IEntityTypeConfiguration<BankReportLine>
{
    public void Configure(EntityTypeBuilder<BankReport> answer)
    {
        answer.ToTable("BankReports");
        answer.Property(a => a.FileName).HasMaxLength(200);
        answer.Property(a => a.Sha256).HasMaxLength(64);
        answer.Property(a => a.RegionCode).HasMaxLength(6);
        answer.Property(a => a.UploadedByName).HasMaxLength(100);
        answer.Property(a => a.Remark).HasMaxLength(200);
        answer.Property(a => a.Finding).HasMaxLength(BatchLine.ReasonAtMost);
        answer.HasIndex(a => a.Sha256);
    }

    public void Configure(EntityTypeBuilder<BankReportLine> line)
    {
        line.ToTable(BankReportLine.Table, table => table.HasTrigger("BankReportLines_AppendOnly"));
        line.Property(l => l.EndToEndId).HasMaxLength(BatchNumber.IdAtMost);
        line.Property(l => l.Reason).HasMaxLength(BatchLine.ReasonAtMost);
        line.Property(l => l.Reference).HasMaxLength(64);
        line.HasOne<BankReport>().WithMany().HasForeignKey(l => l.AnswerId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<BatchLine>().WithMany().HasForeignKey(l => l.LineId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.AnswerId, l.Outcome, l.Id });
    }
}
