using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Features.Platform.Demo;

namespace Portal.Tests.Support;

/// <summary>A browser without scripts: signs in by the form and posts forms with their token.</summary>
internal static partial class SignedIn
{
    public static async Task<HttpClient> ClientAsync(PortalFactory portal, string account)
    {
        var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var response = await client.PostFormAsync("/login", "login", new() { ["Form.Account"] = account, ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
        return client;
    }

    /// <summary>Gets the page for its token and posts the named form on it.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, string form, Dictionary<string, string> values)
    {
        var page = await client.GetStringAsync(address);
        values["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value;
        values["_handler"] = form;
        using var content = new FormUrlEncodedContent(values);
        return await client.PostAsync(address, content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
