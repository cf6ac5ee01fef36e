using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Features.Platform.Demo;

namespace Portal.Tests.Support;

/// <summary>A browser without scripts: keeps its cookies, follows no redirect, sends a page's own token with its form.</summary>
public sealed partial class FormClient(PortalFactory portal)
{
    private readonly HttpClient _http = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public async Task<FormClient> SignedInAsync(string account, string password = DemoAccounts.Password)
    {
        var response = await PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields) => SendAsync(path, path, form, fields);

    /// <summary>Posts to an address that is no page, with the token of one.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string path, string? form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _http.GetStringAsync(page)).Groups[1].Value;
        var content = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        if (form is not null) content = content.Append(KeyValuePair.Create("_handler", form));
        return await _http.PostAsync(path, new FormUrlEncodedContent(content));
    }

    public Task<HttpResponseMessage> PostWithoutTokenAsync(string path) => _http.PostAsync(path, new FormUrlEncodedContent([]));

    /// <summary>Where a response leads; within the portal without its host.</summary>
    public static string? TargetOf(HttpResponseMessage response) =>
        response.Headers.Location?.ToString() is not { } target ? null
        : target.StartsWith("http://localhost/", StringComparison.Ordinal) ? target["http://localhost".Length..] : target;

    /// <summary>The errors beside the fields of a page.</summary>
    public static async Task<string[]> ErrorsAsync(HttpResponseMessage response) =>
        [.. Error().Matches(await response.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"error\"[^>]*>([^<]*)<")]
    private static partial Regex Error();
}
