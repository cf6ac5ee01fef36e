using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;
using Portal.Domain.Values;

namespace Portal.Data.Recoveries;

/// <summary>Why a granted case comes out otherwise.</summary>
public enum ChangeCause
{
    /// <summary>未通过验收: nothing is owed for the training, what was advanced comes back.</summary>
    TrainingFailed,

    /// <summary>验收合格: the final amount, higher or lower than the estimate.</summary>
    TrainingPassed,

    /// <summary>据实核定: fewer people or months than were planned.</summary>
    FinalAmount,

    /// <summary>事后查明不符合条件.</summary>
    FoundIneligible,

    /// <summary>重复领取: the same was paid on another case.</summary>
    PaidTwice,

    /// <summary>标准提高: a value was raised for days that are past.</summary>
    ValueRaised,
}

public enum RedeterminationState
{
    Proposed,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>An entitlement determined again after it was granted (重新核定): proposed by one, decided by another. What it says is never edited.</summary>
public sealed class Redetermination : IVersioned
{
    public const int ReasonAtMost = 500;

    /// <summary>Given by the page that proposes, so that a second press finds the first one's.</summary>
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Case Case { get; init; } = null!;

    public ChangeCause Cause { get; init; }

    /// <summary>The facts it was assessed again by; null where staff found it and no rule did.</summary>
    public string? FactsJson { get; init; }

    public string? AssessmentJson { get; init; }

    /// <summary>The people it was found for, by their places in the list with commas between; null where it is about the whole.</summary>
    public string? People { get; init; }

    /// <summary>The places in <see cref="People"/>.</summary>
    public IReadOnlyList<int> Places => People is null ? [] : [.. People.Split(' ').Select(place => int.Parse(place, CultureInfo.InvariantCulture))];

    public static string Write(IEnumerable<int> places) => string.Join(' ', places.Distinct().Order());

    /// <summary>The entitlement as it was when this was proposed.</summary>
    public Money OldTotal { get; init; }

    public Money NewTotal { get; init; }

    /// <summary>For the payee to read.</summary>
    public required string Reason { get; init; }

    /// <summary>Over how many months a claim is paid back.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Whether a claim may be set off against the payee's next payments.</summary>
    public bool AllowsSetOff { get; init; }

    /// <summary>The change of a value that raised it; null for every other cause.</summary>
    public Guid? RuleChangeId { get; init; }

    public RedeterminationState State { get; set; }

    public Guid ProposedById { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecisionNote { get; set; }

    public Guid Version { get; set; }

    public static string ToChinese(ChangeCause cause) => cause switch
    {
        ChangeCause.TrainingFailed => "培训未通过验收",
        ChangeCause.TrainingPassed => "培训验收合格",
        ChangeCause.FinalAmount => "实际人数或月数与申请不同",
        ChangeCause.FoundIneligible => "事后查明不符合条件",
        ChangeCause.PaidTwice => "重复领取",
        ChangeCause.ValueRaised => "标准提高，补差",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}

internal sealed class RedeterminationConfiguration : IEntityTypeConfiguration<Redetermination>
{
    public void Configure(EntityTypeBuilder<Redetermination> change)
    {
        change.Property(c => c.Reason).HasMaxLength(Redetermination.ReasonAtMost);
        change.Property(c => c.DecisionNote).HasMaxLength(Redetermination.ReasonAtMost);
        change.Property(c => c.People).HasMaxLength(2000);
        change.Ignore(c => c.Places);
        change.HasOne(c => c.Case).WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        // Two proposals for one case would each be right about a plan that the other changes.
        change.HasIndex(c => c.CaseId).IsUnique().HasFilter($"[{nameof(Redetermination.State)}] = '{nameof(RedeterminationState.Proposed)}'");
        change.HasIndex(c => new { c.RuleChangeId, c.State });
    }
}
