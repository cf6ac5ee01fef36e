using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>What every answer tells the browser, whichever part of the portal gave it.</summary>
public sealed class SecurityHeadersTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/check/person")]
    [InlineData("/check/hiring-grant")]
    [InlineData("/login")]
    [InlineData("/not-there")]
    [InlineData("/error")]
    [InlineData("/api/v1/measures")]
    [InlineData("/theme/logo.svg")]
    [InlineData("/health")]
    public async Task Every_answer_says_what_a_browser_may_do(string address)
    {
        using var response = await portal.CreateClient().GetAsync(address);

        var rules = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self'", rules, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", rules, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", rules, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", rules.Replace("style-src 'self' 'unsafe-inline'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", rules, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Only_pages_of_the_component_library_may_style_in_place()
    {
        var client = portal.CreateClient();

        Assert.DoesNotContain("unsafe", (await client.GetAsync("/policies")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("style-src 'self' 'unsafe-inline'", (await client.GetAsync("/check/hiring-grant")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_for_a_person_is_kept_nowhere_and_what_is_the_same_for_all_may_be()
    {
        var record = await portal.FlexibleAsync();
        var graduate = await ScriptlessBrowser.AsAsync(portal, "graduate");
        foreach (var address in (string[])["/home", "/policies", $"/cases/{record.No}", "/messages", "/not-there"])
        {
            await graduate.GetAsync(address);
            Assert.True(graduate.Response.Headers.CacheControl?.NoStore, address);
        }

        await graduate.GetAsync("/theme/logo.svg");
        Assert.NotEqual(HttpStatusCode.NotFound, graduate.Response.StatusCode);
        Assert.False(graduate.Response.Headers.CacheControl?.NoStore);
    }
}
