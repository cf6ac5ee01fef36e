using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Access;
using Portal.Data.Protection;

namespace Portal.Data.Accounts;

/// <summary>A person who signs in: an applicant, a firm's clerk, or staff.</summary>
/// <remarks>
/// The mobile number is the name people sign in by, but it is personal data: Identity's own user name holds an
/// opaque text (the account name for staff), its phone column stays empty, and sign-in goes by the blind index.
/// </remarks>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The end of a lock that only an administrator lifts.</summary>
    public static readonly DateTimeOffset Suspended = DateTimeOffset.MaxValue;

    public PortalUser() => Id = Guid.CreateVersion7();

    public required string FullName { get; set; }

    public SealedText? ResidentId { get; set; }

    public SealedText? Mobile { get; set; }

    /// <summary>The place that bounds the records a member of staff may touch; null for applicants.</summary>
    public string? StaffRegion { get; set; }

    /// <summary>Whether an administrator has shut the account out (停用); a lock after wrong passwords ends by itself.</summary>
    public bool IsSuspended => LockoutEnd == Suspended;

    /// <summary>When the person closed the account (注销). What is left then is an empty shell that records of the time point to.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> user)
    {
        user.Property(u => u.FullName).HasMaxLength(60);
        user.Property(u => u.StaffRegion).HasMaxLength(6);
        user.OwnsOne(u => u.ResidentId, id => id.IsSealed(unique: true));
        user.OwnsOne(u => u.Mobile, mobile => mobile.IsSealed(unique: true));
    }
}
