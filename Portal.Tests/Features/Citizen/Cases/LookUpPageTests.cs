using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases;

/// <summary>Looking up a case without signing in: guessing is stopped at the number, not at everybody who shares an address.</summary>
public sealed class LookUpPageTests : IDisposable
{
    private const string Right = "0002";
    private readonly GivenTime _time = new();
    private readonly PortalFactory _portal;
    private readonly ScriptlessBrowser _anybody;

    public LookUpPageTests()
    {
        _portal = PortalFactory.With(services => services.AddSingleton<TimeProvider>(_time).LimitLookUps(perAddress: 8, _time));
        _anybody = new ScriptlessBrowser(_portal);
    }

    [Fact]
    public async Task After_five_wrong_tries_a_number_rests_and_the_page_says_until_when()
    {
        var record = await _portal.FlexibleAsync();
        for (var i = 0; i < 5; i++) Assert.Contains("编号或后4位不对", await AskAsync(record, "9999"), StringComparison.Ordinal);

        var page = await AskAsync(record, Right);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)), (_anybody.Response.StatusCode, _anybody.Response.Headers.RetryAfter!.Delta));
        Assert.Contains("请在1分钟后（9:01）再试", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{record.No}\"", page, StringComparison.Ordinal);
        Assert.Contains("已提交", await AskAsync(await _portal.FlexibleAsync(), Right), StringComparison.Ordinal);

        _time.Now += TimeSpan.FromMinutes(1);
        Assert.Contains("已提交", await AskAsync(record, Right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_rests_alike()
    {
        var none = CaseNumber.Compose(new DateOnly(2020, 11, 16), 999_999);
        for (var i = 0; i < 5; i++) await AskAsync(none, Right);

        Assert.Contains("请在1分钟后", await AskAsync(none, Right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_knows_the_code_is_answered_however_many_fail_behind_the_same_address_up_to_its_bound()
    {
        var (mine, others) = (await _portal.FlexibleAsync(), new List<Case>());
        for (var i = 0; i < 8; i++) others.Add(await _portal.FlexibleAsync());
        foreach (var other in others.Take(7)) await AskAsync(other, "9999");
        for (var i = 0; i < 10; i++) Assert.Contains("已提交", await AskAsync(mine, Right), StringComparison.Ordinal);

        await AskAsync(others[7], "9999");

        Assert.Contains("您这个网络", await AskAsync(mine, Right), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, _anybody.Response.StatusCode);
        _time.Now += TimeSpan.FromMinutes(1);
        Assert.Contains("已提交", await AskAsync(mine, Right), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _anybody.Dispose();
        _portal.Dispose();
    }

    private Task<string> AskAsync(Case record, string secret) => AskAsync(record.No, secret);

    private async Task<string> AskAsync(string no, string secret) =>
        await (await _anybody.PostFormAsync("/lookup", "lookup", new() { ["Form.No"] = no, ["Form.Secret"] = secret })).Content.ReadAsStringAsync();
}
