using System.Security.Cryptography;
using Portal.Data.Protection;

namespace Portal.Tests.Data;

public sealed class FieldVaultTests
{
    private const string Account = "6222020000000000000";
    private readonly FieldVault _vault = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void What_is_sealed_opens_again_for_its_purpose_alone()
    {
        var cipher = _vault.Encrypt(SealPurpose.BankAccount, Account);

        Assert.Equal(Account, _vault.Decrypt(SealPurpose.BankAccount, cipher));
        Assert.Throws<AuthenticationTagMismatchException>(() => _vault.Decrypt(SealPurpose.Mobile, cipher));
    }

    // A nonce that came twice would give away both values, and with them the key that vouches for the rest.
    [Fact]
    public void No_nonce_comes_twice_on_any_thread()
    {
        var seals = new string[8][];
        Parallel.For(0, seals.Length, thread => seals[thread] = [.. Enumerable.Range(0, 1_000).Select(_ => _vault.Encrypt(SealPurpose.BankAccount, Account))]);

        var nonces = seals.SelectMany(seal => seal).Select(seal => Convert.ToHexString(Convert.FromBase64String(seal).AsSpan(1, 12))).ToArray();
        Assert.Equal(nonces.Length, nonces.Distinct().Count());
    }
}
