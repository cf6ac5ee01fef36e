using System.Globalization;

namespace Portal.Tests.Support;

/// <summary>Where a test that chooses at random begins: anywhere, or with <c>PORTAL_SEED</c> where a failed run has begun.</summary>
internal static class TestSeed
{
    public static int Choose() =>
        Environment.GetEnvironmentVariable("PORTAL_SEED") is { Length: > 0 } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next();
}
