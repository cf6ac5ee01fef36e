using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Access;

namespace Portal.Data.Accounts;

public enum FirmClaimState
{
    Pending,
    Approved,
    Refused,
}

/// <summary>A person's request to act for a firm, with an authorisation letter that staff check.</summary>
public sealed class FirmClaim : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    public PortalUser User { get; init; } = null!;

    public required string CreditCode { get; init; }

    public required string FirmName { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>The letter, an attachment.</summary>
    public Guid LetterId { get; init; }

    public FirmClaimState State { get; set; }

    public DateTimeOffset ClaimedAt { get; init; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? Reason { get; set; }

    public Guid Version { get; set; }
}

/// <summary>An invitation to act for a firm, handed over as a code and used once.</summary>
public sealed class FirmInvitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid FirmId { get; init; }

    public Firm Firm { get; init; } = null!;

    /// <summary>SHA-256 of the code in hexadecimal: the code itself is shown once and kept nowhere.</summary>
    public required string CodeHash { get; init; }

    public Guid InvitedById { get; init; }

    public DateOnly ValidUntil { get; init; }

    public Guid? UsedById { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class FirmClaimConfiguration : IEntityTypeConfiguration<FirmClaim>, IEntityTypeConfiguration<FirmInvitation>
{
    public void Configure(EntityTypeBuilder<FirmClaim> claim)
    {
        claim.Property(c => c.CreditCode).HasMaxLength(18);
        claim.Property(c => c.FirmName).HasMaxLength(200);
        claim.Property(c => c.RegionCode).HasMaxLength(6);
        claim.Property(c => c.Reason).HasMaxLength(500);
        claim.HasOne(c => c.User).WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
        claim.HasIndex(c => new { c.CreditCode, c.State });
        // Pressed twice at once, the second press fails here and finds the first.
        claim.HasIndex(c => new { c.UserId, c.CreditCode }).IsUnique().HasFilter($"[State] = '{nameof(FirmClaimState.Pending)}'");
    }

    public void Configure(EntityTypeBuilder<FirmInvitation> invitation)
    {
        invitation.Property(i => i.CodeHash).HasMaxLength(64);
        invitation.HasIndex(i => i.CodeHash).IsUnique();
        invitation.HasOne(i => i.Firm).WithMany().HasForeignKey(i => i.FirmId);
    }
}
