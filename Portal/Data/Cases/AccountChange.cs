using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Protection;

namespace Portal.Data.Cases;

public enum AccountChangeState
{
    /// <summary>Waits for a second person; nothing is paid meanwhile.</summary>
    Open,
    Confirmed,
    Refused,
    TakenBack,

    /// <summary>The case was closed before anybody confirmed.</summary>
    Lapsed,
}

/// <summary>That a case's money should go to another account (更换收款账户); it takes effect when a second person confirms it.</summary>
public sealed class AccountChange : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid AskedById { get; init; }

    public required string AskedByName { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The account it is to replace, masked; null where none was given yet.</summary>
    public string? OldMasked { get; init; }

    public required string Holder { get; init; }

    public required string Bank { get; init; }

    /// <summary>联行号 of a corporate account, 12 digits; null where it was not given.</summary>
    public string? BankCode { get; init; }

    public required SealedText Account { get; init; }

    public AccountChangeState State { get; set; }

    public Guid? ClosedById { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Guid Version { get; set; }

    /// <summary>Old and new account as the history shows them.</summary>
    public string InWords => $"原账户 {OldMasked ?? "（未填写）"}，新账户 {Bank} {Account.Masked}{(BankCode is null ? "" : $"，联行号 {BankCode}")}";
}

internal sealed class AccountChangeConfiguration : IEntityTypeConfiguration<AccountChange>
{
    public void Configure(EntityTypeBuilder<AccountChange> change)
    {
        change.ToTable("AccountChanges");
        change.Property(c => c.AskedByName).HasMaxLength(100);
        change.Property(c => c.OldMasked).HasMaxLength(40);
        change.Property(c => c.Holder).HasMaxLength(200);
        change.Property(c => c.Bank).HasMaxLength(100);
        change.Property(c => c.BankCode).HasMaxLength(Domain.Values.BankCode.Length);
        change.OwnsOne(c => c.Account, account => account.IsSealed());
        change.Navigation(c => c.Account).IsRequired();
        change.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => c.CaseId).IsUnique().HasFilter($"[{nameof(AccountChange.State)}] = '{nameof(AccountChangeState.Open)}'");
    }
}
