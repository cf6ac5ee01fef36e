using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.RuleChanges;

/// <summary>Who may open the pages of the parameter book and the calendar, and what they make of odd addresses.</summary>
public sealed class RuleChangeAddressesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("reviewer", "/admin/parameters", "/denied")]
    [InlineData("reviewer", "/admin/changes", "/denied")]
    [InlineData("reviewer", "/admin/calendar", "/denied")]
    [InlineData("hr", $"/admin/parameters/{RuleScene.AmountKey}", "/denied")]
    [InlineData("supervisor", $"/admin/parameters/{RuleScene.AmountKey}/new", "/denied")]
    [InlineData("auditor", "/admin/calendar/new", "/denied")]
    public async Task The_pages_refuse_others_kindly(string account, string address, string target)
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync(account);
        var response = await client.GetAsync(address);
        Assert.Contains(target, ScriptlessBrowser.TargetOf(response));
    }

    [Theory]
    [InlineData("/admin/parameters?q=%E6%9C%80%E4%BD%8E%E5%B7%A5%E8%B5%84", HttpStatusCode.OK)]
    [InlineData("/admin/parameters?q=nothing-like-it", HttpStatusCode.OK)]
    [InlineData("/admin/parameters/minimum-wage.monthly?place=210202", HttpStatusCode.OK)]
    [InlineData("/admin/parameters/no.such.key", HttpStatusCode.NotFound)]
    [InlineData("/admin/parameters/no.such.key/new", HttpStatusCode.NotFound)]
    [InlineData("/admin/changes?page=-3", HttpStatusCode.OK)]
    [InlineData("/admin/changes/5f0c3c26-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("/admin/changes/5f0c3c26-0000-0000-0000-000000000000/effects.csv", HttpStatusCode.NotFound)]
    [InlineData("/admin/calendar/new?year=99999", HttpStatusCode.OK)]
    public async Task Addresses_typed_by_hand_do_no_harm(string address, HttpStatusCode expected)
    {
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync(address);
        Assert.Equal(expected, admin.Response.StatusCode);
    }
}
