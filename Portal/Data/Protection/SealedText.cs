namespace Portal.Data.Protection;

/// <summary>A personal value at rest: encrypted, findable by a keyed index, and shown masked.</summary>
/// <remarks>The mask is stored so that a list of cases decrypts nothing.</remarks>
public sealed class SealedText
{
    public const int CipherLength = 512;
    public const int IndexLength = 64;

    public required string Cipher { get; init; }

    public required string Index { get; init; }

    public required string Masked { get; init; }

    /// <summary>The same value for another row: a sealed text belongs to one.</summary>
    public SealedText Copy() => new() { Cipher = Cipher, Index = Index, Masked = Masked };
}
