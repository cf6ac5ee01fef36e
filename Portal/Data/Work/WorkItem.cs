using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Work;

public enum WorkKind
{
    ReviewCase,
    ApproveCase,
    PayInstalments,
    ApproveFirmClaim,
    Objection,
    Appeal,
    BadRating,
    Warning,
    ApproveRuleChange,
    AccountChange,

    /// <summary>A case is past its promised date.</summary>
    LateCase,

    /// <summary>An instalment is past its date.</summary>
    LatePayment,

    /// <summary>A publication is over, but its amounts are no longer those that were published.</summary>
    ReleaseStopped,

    /// <summary>Firms of a run have not confirmed their accounts, however often they were reminded.</summary>
    UnansweredRefunds,

    ApproveBatch,

    /// <summary>The bank did not pay, or got it back.</summary>
    BankRefusal,

    /// <summary>The bank's answer contradicts what is known.</summary>
    BankDispute,

    ApproveRedetermination,
    CollectRecovery,
    ApproveWaiver,

    /// <summary>No answer came in time to a request for correction: staff put it off or go on without it.</summary>
    NoCorrection,

    /// <summary>The applicant tells that came to pass what an instalment waits for.</summary>
    Milestone,

    /// <summary>A screened list waits for the second person before it is made public.</summary>
    ConfirmPublication,

    /// <summary>An approved batch waits for its file to be fetched for the bank.</summary>
    ExportBatch,
}

/// <summary>Something somebody must do by a day: reviews, objections, appeals, bad ratings, warnings, changes of rules.</summary>
public sealed class WorkItem : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public WorkKind Kind { get; init; }

    /// <summary>What it is about: a case number, a claim's, a run's or a change's id.</summary>
    public required string Record { get; init; }

    public required string Title { get; init; }

    /// <summary>The place of the record; staff of other places do not see it.</summary>
    public required string RegionCode { get; init; }

    /// <summary>The role that has to do it.</summary>
    public required string Role { get; init; }

    /// <summary>Who took it on; null while it lies in the pool.</summary>
    public Guid? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>When its owner was told that it falls due; told once.</summary>
    public DateOnly? RemindedOn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public Guid? DoneById { get; set; }

    public Guid Version { get; set; }
}

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.Property(i => i.Record).HasMaxLength(64);
        item.Property(i => i.Title).HasMaxLength(300);
        item.Property(i => i.RegionCode).HasMaxLength(6);
        item.Property(i => i.Role).HasMaxLength(30);
        item.HasIndex(i => new { i.Role, i.DoneAt, i.DueOn });
        item.HasIndex(i => new { i.Kind, i.Record });
    }
}
