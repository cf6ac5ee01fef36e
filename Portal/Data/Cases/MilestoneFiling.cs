using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Cases;

public enum MilestoneFilingState
{
    /// <summary>Waits for staff; nothing is due meanwhile.</summary>
    Open,
    Accepted,
    Refused,
    TakenBack,

    /// <summary>What waited for it was dropped, or the case closed, before staff looked.</summary>
    Lapsed,
}

/// <summary>That something came to pass which an instalment waits for, told by the applicant with a paper; staff accept it or not (R20).</summary>
/// <remarks>Its papers stand with the case, under <see cref="Material"/>.</remarks>
public sealed class MilestoneFiling : IVersioned
{
    public const int ReasonAtMost = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    /// <summary>What the instalment waits for, see <see cref="Domain.Rules.Trigger"/>.</summary>
    public required string Trigger { get; init; }

    public DateOnly HappenedOn { get; init; }

    /// <summary>Of an acceptance the day before its publication; null for everything else.</summary>
    public DateOnly? AcceptedOn { get; init; }

    public Guid FiledById { get; init; }

    public required string FiledByName { get; init; }

    public DateTimeOffset FiledAt { get; init; }

    public MilestoneFilingState State { get; set; }

    public Guid? ClosedById { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why staff did not accept it.</summary>
    public string? Reason { get; set; }

    public Guid Version { get; set; }

    /// <summary>What its papers are called.</summary>
    public string Material => MaterialOf(Trigger);

    public static string MaterialOf(string trigger) => $"{Domain.Rules.Trigger.EventOf(trigger)}的证明";
}

internal sealed class MilestoneFilingConfiguration : IEntityTypeConfiguration<MilestoneFiling>
{
    public void Configure(EntityTypeBuilder<MilestoneFiling> filing)
    {
        filing.ToTable("MilestoneFilings");
        filing.Property(f => f.Trigger).HasMaxLength(40);
        filing.Property(f => f.FiledByName).HasMaxLength(100);
        filing.Property(f => f.Reason).HasMaxLength(MilestoneFiling.ReasonAtMost);
        filing.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
        filing.HasIndex(f => f.CaseId).IsUnique().HasFilter($"[{nameof(MilestoneFiling.State)}] = '{nameof(MilestoneFilingState.Open)}'");
    }
}
