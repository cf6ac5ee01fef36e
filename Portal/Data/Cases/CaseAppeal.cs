using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Cases;

/// <summary>An applicant's appeal against a refusal (申诉): one a case, and never changed.</summary>
public sealed class CaseAppeal
{
    public const int ReasonsAtMost = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid FiledById { get; init; }

    public DateTimeOffset FiledAt { get; init; }

    /// <summary>The refusal it is against.</summary>
    public DateOnly RefusedOn { get; init; }

    public Guid? FirstProposedById { get; init; }

    public Guid? FirstDecidedById { get; init; }

    public required string Reasons { get; init; }
}

internal sealed class CaseAppealConfiguration : IEntityTypeConfiguration<CaseAppeal>
{
    public void Configure(EntityTypeBuilder<CaseAppeal> appeal)
    {
        appeal.ToTable("CaseAppeals");
        appeal.Property(a => a.Reasons).HasMaxLength(CaseAppeal.ReasonsAtMost);
        appeal.HasOne<Case>().WithOne(c => c.Appeal).HasForeignKey<CaseAppeal>(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
