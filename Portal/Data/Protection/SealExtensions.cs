using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Values;

namespace Portal.Data.Protection;

public static class SealExtensions
{
    public static SealedText Seal(this FieldVault vault, ResidentId id) => vault.Seal(SealPurpose.ResidentId, id.Value, id.ToString());

    public static SealedText Seal(this FieldVault vault, MobileNumber number) => vault.Seal(SealPurpose.Mobile, number.Value, number.ToString());

    public static SealedText Seal(this FieldVault vault, BankAccount account) => vault.Seal(SealPurpose.BankAccount, account.Value, account.ToString());

    /// <summary>Configures the columns of a sealed value; a unique one may stand in a single row only.</summary>
    public static void IsSealed<TOwner>(this OwnedNavigationBuilder<TOwner, SealedText> text, bool unique = false)
        where TOwner : class
    {
        text.Property(value => value.Cipher).HasMaxLength(SealedText.CipherLength);
        text.Property(value => value.Index).HasMaxLength(SealedText.IndexLength);
        text.Property(value => value.Masked).HasMaxLength(40);
        text.HasIndex(value => value.Index).IsUnique(unique);
    }
}
