using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Cases;

public enum NoticeKind
{
    /// <summary>The firm was reminded to confirm its account; numbered by the day of waiting it was due on.</summary>
    AccountReminder,

    /// <summary>The promised date was missed; numbered by that day, because an appeal sets a new one.</summary>
    LateCase,

    /// <summary>An instalment was not paid in time; numbered as the instalment.</summary>
    LatePayment,

    /// <summary>No correction came in time; numbered by the day it was due, because staff may put it off.</summary>
    NoCorrection,
}

/// <summary>A notice about a case that is given once: its key keeps a second round from giving it again.</summary>
public sealed class CaseNotice
{
    public Guid CaseId { get; init; }

    public NoticeKind Kind { get; init; }

    public int Number { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class CaseNoticeConfiguration : IEntityTypeConfiguration<CaseNotice>
{
    public void Configure(EntityTypeBuilder<CaseNotice> notice)
    {
        notice.ToTable("CaseNotices");
        notice.HasKey(n => new { n.CaseId, n.Kind, n.Number });
        notice.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
