using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Protection;

namespace Portal.Data.Accounts;

/// <summary>A firm known to the portal, by its credit code.</summary>
public sealed class Firm : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string CreditCode { get; init; }

    public required string Name { get; set; }

    public required string RegionCode { get; set; }

    public string? AccountHolder { get; set; }

    public string? Bank { get; set; }

    /// <summary>联行号 of a corporate account, 12 digits; null where it was not given.</summary>
    public string? BankCode { get; set; }

    public SealedText? Account { get; set; }

    public List<FirmMembership> Members { get; } = [];

    public Guid Version { get; set; }
}

/// <summary>That a person acts for a firm; a firm's administrator invites colleagues.</summary>
public sealed class FirmMembership
{
    public Guid FirmId { get; init; }

    public Guid UserId { get; init; }

    public bool IsAdministrator { get; set; }

    public DateTimeOffset Since { get; init; }

    public Firm Firm { get; init; } = null!;

    public PortalUser User { get; init; } = null!;
}

internal sealed class FirmConfiguration : IEntityTypeConfiguration<Firm>, IEntityTypeConfiguration<FirmMembership>
{
    public void Configure(EntityTypeBuilder<Firm> firm)
    {
        firm.Property(f => f.CreditCode).HasMaxLength(18);
        firm.HasIndex(f => f.CreditCode).IsUnique();
        firm.Property(f => f.Name).HasMaxLength(200);
        firm.Property(f => f.RegionCode).HasMaxLength(6);
        firm.Property(f => f.AccountHolder).HasMaxLength(200);
        firm.Property(f => f.Bank).HasMaxLength(100);
        firm.Property(f => f.BankCode).HasMaxLength(Domain.Values.BankCode.Length);
        firm.OwnsOne(f => f.Account, account => account.IsSealed());
    }

    public void Configure(EntityTypeBuilder<FirmMembership> membership)
    {
        membership.HasKey(m => new { m.FirmId, m.UserId });
        membership.HasOne(m => m.Firm).WithMany(f => f.Members).HasForeignKey(m => m.FirmId);
        membership.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
