using System.Net;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Components;

public sealed class PublicPagesTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Theory]
    [InlineData("/")]
    [InlineData("/check")]
    [InlineData("/policies")]
    [InlineData("/policies/hiring-grant")]
    [InlineData("/policies/clause-10")]
    [InlineData("/calculators")]
    [InlineData("/calculators/hiring-grant")]
    public async Task A_second_visit_is_served_from_what_was_kept(string address)
    {
        var client = _portal.CreateClient();

        Assert.False(await IsKeptAsync(client, address));
        Assert.True(await IsKeptAsync(client, address));
    }

    [Fact]
    public async Task Each_choice_of_who_and_where_is_kept_apart_and_nothing_else_is()
    {
        var client = _portal.CreateClient();
        await client.GetAsync("/policies?who=graduate");

        Assert.False(await IsKeptAsync(client, "/policies?who=employer"));
        Assert.False(await IsKeptAsync(client, "/policies?who=graduate&city=210200"));
        Assert.True(await IsKeptAsync(client, "/policies?who=graduate&made-up=1"));
    }

    [Fact]
    public async Task A_page_kept_ready_is_out_of_date_when_a_day_passes_a_value_changes_or_a_guide_does()
    {
        var client = _portal.CreateClient();
        await client.GetAsync("/policies");
        foreach (var change in (Func<Task>[])
        [
            () => _portal.Get<BusinessClock>().AdvanceAsync(1),
            () => { _portal.Get<RulebookSource>().Forget(); return Task.CompletedTask; },
            () => { _portal.Get<PublicPages>().Renew(); return Task.CompletedTask; },
        ])
        {
            Assert.True(await IsKeptAsync(client, "/policies"));
            await change();
            Assert.False(await IsKeptAsync(client, "/policies"));
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_their_own_page_and_leaves_it_to_nobody()
    {
        var staff = await new ScriptlessBrowser(_portal).SignedInAsync("admin");
        var stranger = _portal.CreateClient();

        for (var visit = 0; visit < 2; visit++)
        {
            using var response = await staff.GetAsync("/policies/hiring-grant");
            Assert.Null(response.Headers.Age);
            Assert.Contains("退出登录", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var page = await stranger.GetStringAsync("/policies/hiring-grant");
        Assert.DoesNotContain("退出登录", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/guides", page, StringComparison.Ordinal);
        Assert.Contains("退出登录", await staff.GetStringAsync("/policies/hiring-grant"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_is_not_kept()
    {
        var client = _portal.CreateClient();
        for (var visit = 0; visit < 2; visit++)
        {
            using var response = await client.GetAsync("/policies/free-money");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Null(response.Headers.Age);
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Strangers_get_public_pages_in_an_encoding_they_asked_for_kept_or_not(string accepted, string? encoding)
    {
        foreach (var other in (string[])["br", "gzip", "identity"]) await EncodingAsync(_portal.CreateClient(), "/policies", other);

        Assert.Equal(encoding, await EncodingAsync(_portal.CreateClient(), "/policies", accepted));
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/lookup")]
    public async Task A_page_with_a_token_is_never_compressed(string address) =>
        Assert.Null(await EncodingAsync(_portal.CreateClient(), address, "br"));

    [Theory]
    [InlineData("/policies")]
    [InlineData("/check/hiring-grant")]
    public async Task Nor_is_any_page_of_somebody_signed_in(string address) =>
        Assert.Null(await EncodingAsync(await new ScriptlessBrowser(_portal).SignedInAsync("graduate"), address, "br"));

    [Fact]
    public async Task A_strangers_interactive_page_is_compressed_for_its_state_is_encrypted_anew_each_time() =>
        Assert.Equal("br", await EncodingAsync(_portal.CreateClient(), "/check/hiring-grant", "br"));

    public void Dispose() => _portal.Dispose();

    private static async Task<bool> IsKeptAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.Age is not null;
    }

    private static async Task<string?> EncodingAsync(HttpClient client, string address, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(accepted);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Content.Headers.ContentEncoding.SingleOrDefault();
    }
}
