using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Platform.Display;

public sealed class DisplayTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly HttpClient _client = portal.CreateClient();

    [Fact]
    public async Task The_large_version_is_remembered_and_comes_back_to_the_page()
    {
        var page = await _client.GetAsync("/display/set?large=1&back=/policies");

        Assert.Equal("/policies", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("theme/large.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("theme/large.", await _client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_version_leaves_no_cookie_behind()
    {
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.GetAsync("/display/set?large=1");

        var answer = await client.GetAsync("/display/set?large=0");

        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scheme=dark", "media=\"screen\"")]
    [InlineData("scheme=auto", "media=\"screen and (prefers-color-scheme: dark)\"")]
    public async Task Dark_is_for_screens_and_paper_stays_white(string query, string media)
    {
        await _client.GetAsync($"/display/set?{query}");

        Assert.Contains(media, await _client.GetStringAsync("/policies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Light_loads_no_dark_sheet()
    {
        await _client.GetAsync("/display/set?scheme=light");

        Assert.DoesNotContain("theme/dark.", await _client.GetStringAsync("/policies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_comes_back_to_where_it_was_pressed_and_from_elsewhere_to_the_first_page()
    {
        Assert.Equal("/policies?who=graduate", await CameBackAsync("http://localhost/policies?who=graduate"));
        Assert.Equal("/", await CameBackAsync("http://evil.example/policies"));

        async Task<string> CameBackAsync(string referer)
        {
            using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, "/display/set?large=1");
            request.Headers.Referrer = new Uri(referer);
            return (await client.SendAsync(request)).Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task A_page_kept_ready_for_others_is_not_shown_in_ones_own_look()
    {
        using var plain = portal.CreateClient();
        await _client.GetAsync("/display/set?large=1");
        await _client.GetStringAsync("/policies");

        Assert.DoesNotContain("theme/large.", await plain.GetStringAsync("/policies"), StringComparison.Ordinal);
        Assert.Contains("theme/large.", await _client.GetStringAsync("/policies"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    public async Task It_leads_nowhere_but_into_the_portal(string back)
    {
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var answer = await client.GetAsync($"/display/set?large=1&back={Uri.EscapeDataString(back)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("dark.large", ColourScheme.Dark, true)]
    [InlineData("light", ColourScheme.Light, false)]
    [InlineData("nonsense.7", ColourScheme.Auto, false)]
    public void The_cookie_is_read_as_far_as_it_is_understood(string text, ColourScheme scheme, bool isLarge)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Headers.Cookie = $"{Appearance.Cookie}={text}";

        Assert.Equal(new Appearance(scheme, isLarge), Appearance.From(context));
    }
}
