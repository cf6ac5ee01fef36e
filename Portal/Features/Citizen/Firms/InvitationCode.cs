using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Firms;

/// <summary>The code by which a colleague joins: 12 characters without the ones that look alike, 60 bits.</summary>
internal static class InvitationCode
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 12;

    public static string Make() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(part => new string(part)));

    /// <summary>Of the code as typed: blanks, hyphens and case make no difference.</summary>
    public static string Hash(string? typed)
    {
        var code = PlainText.Compact(typed).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
    }
}
