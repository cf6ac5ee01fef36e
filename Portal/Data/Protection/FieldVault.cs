using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Protection;

/// <summary>What a value is, so that the same digits as a phone and as an account do not share an index.</summary>
public enum SealPurpose
{
    ResidentId,
    Mobile,
    BankAccount,

    /// <summary>A person's name, where it is hidden.</summary>
    Name,

    /// <summary>A whole draft: it holds whatever somebody has typed so far.</summary>
    Draft,

    /// <summary>The keys of sessions and forms, in their files.</summary>
    SessionKey,

    /// <summary>A word by which the database knows its key; never a value of a person.</summary>
    KeyCheck,
}

/// <summary>Encrypts personal values (AES-256-GCM) and computes their blind index (HMAC-SHA-256).</summary>
/// <remarks>
/// Two keys are derived from one master key, so that whoever can look up cannot decrypt. Losing the master key
/// loses the values: it belongs in the backup, apart from the database.
/// </remarks>
public sealed class FieldVault
{
    private const byte FormatVersion = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly ThreadLocal<AesGcm> _cipher;
    private readonly ThreadLocal<Nonces> _nonces = new(() => new Nonces());
    private readonly byte[] _indexKey;

    /// <param name="masterKey">32 bytes.</param>
    public FieldVault(byte[] masterKey)
    {
        if (masterKey.Length != 32) throw new ArgumentException("The field key has 32 bytes.", nameof(masterKey));
        var encryptionKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "portal field encryption"u8.ToArray());
        // One a thread, and kept: preparing a key takes longer than sealing an account with it.
        _cipher = new ThreadLocal<AesGcm>(() => new AesGcm(encryptionKey, TagSize));
        _indexKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "portal blind index"u8.ToArray());
    }

    public SealedText Seal(SealPurpose purpose, string value, string masked) =>
        new() { Cipher = Encrypt(purpose, value), Index = Index(purpose, value), Masked = masked };

    public string Open(SealPurpose purpose, SealedText text) => Decrypt(purpose, text.Cipher);

    public string Index(SealPurpose purpose, string value) =>
        Convert.ToHexString(HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes($"{purpose}:{value}")));

    public string Encrypt(SealPurpose purpose, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var packed = new byte[1 + NonceSize + TagSize + plain.Length];
        packed[0] = FormatVersion;
        var nonce = packed.AsSpan(1, NonceSize);
        _nonces.Value!.Next(nonce);
        _cipher.Value!.Encrypt(nonce, plain, packed.AsSpan(1 + NonceSize + TagSize), packed.AsSpan(1 + NonceSize, TagSize), Purpose(purpose));
        return Convert.ToBase64String(packed);
    }

    /// <exception cref="CryptographicException">The text was changed, or sealed with another key or for another purpose.</exception>
    public string Decrypt(SealPurpose purpose, string cipher)
    {
        var packed = Convert.FromBase64String(cipher);
        if (packed.Length < 1 + NonceSize + TagSize || packed[0] != FormatVersion) throw new CryptographicException("Unknown seal.");
        var plain = new byte[packed.Length - 1 - NonceSize - TagSize];
        _cipher.Value!.Decrypt(packed.AsSpan(1, NonceSize), packed.AsSpan(1 + NonceSize + TagSize), packed.AsSpan(1 + NonceSize, TagSize), plain, Purpose(purpose));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Purpose(SealPurpose purpose) => Encoding.UTF8.GetBytes(purpose.ToString());

    /// <summary>Random numbers, each used once, drawn many at a time: a roster seals a million values, and each draw is a call into the system's library.</summary>
    private sealed class Nonces
    {
        private readonly byte[] _drawn = new byte[NonceSize * 256];
        private int _used = NonceSize * 256;

        public void Next(Span<byte> nonce)
        {
            if (_used == _drawn.Length)
            {
                RandomNumberGenerator.Fill(_drawn);
                _used = 0;
            }

            _drawn.AsSpan(_used, NonceSize).CopyTo(nonce);
            _used += NonceSize;
        }
    }
}
