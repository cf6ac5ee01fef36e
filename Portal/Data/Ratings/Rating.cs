using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Cases;

namespace Portal.Data.Ratings;

/// <summary>好差评: what the applicant thought of how a case was handled; one a case, given once.</summary>
public sealed class Rating : IVersioned
{
    /// <summary>The highest score that obliges staff to call back: 不满意.</summary>
    public const int BadAtMost = 2;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Case Case { get; init; } = null!;

    public Guid UserId { get; init; }

    /// <summary>1 (非常不满意) to 5 (非常满意).</summary>
    public int Score { get; init; }

    public string? Comment { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What staff found and did about a bad one.</summary>
    public string? Answer { get; set; }

    public string? AnsweredByName { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid Version { get; set; }

    public bool IsBad => Score <= BadAtMost;
}

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.Property(r => r.Comment).HasMaxLength(500);
        rating.Property(r => r.Answer).HasMaxLength(1000);
        rating.Property(r => r.AnsweredByName).HasMaxLength(60);
        rating.HasOne(r => r.Case).WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        rating.HasIndex(r => r.CaseId).IsUnique();
    }
}
