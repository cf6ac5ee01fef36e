using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Portal.Features.Platform.Demo;

namespace Portal.Tests.Support;

/// <summary>A browser without scripts: keeps its cookies, and sends a page's own token with its form.</summary>
public sealed partial class ScriptlessBrowser : HttpClient
{
    private readonly Recorder _recorder;
    private (HttpResponseMessage Of, IHtmlDocument Page)? _read;

    public ScriptlessBrowser(WebApplicationFactory<Program> portal, bool followsRedirects = false)
        : this(new Recorder(HandlerOf(portal, followsRedirects))) => BaseAddress = portal.Server.BaseAddress;

    private ScriptlessBrowser(Recorder recorder)
        : base(recorder) => _recorder = recorder;

    /// <summary>One that follows redirects, signed in by the form.</summary>
    public static async Task<ScriptlessBrowser> AsAsync(WebApplicationFactory<Program> portal, string account)
    {
        var browser = new ScriptlessBrowser(portal, followsRedirects: true);
        await browser.GetAsync("/login");
        await browser.SubmitAsync("login", new() { ["Form.Account"] = account, ["Form.Password"] = DemoAccounts.Password });
        return browser;
    }

    public async Task<ScriptlessBrowser> SignedInAsync(string account, string password = DemoAccounts.Password)
    {
        var response = await PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return this;
    }

    /// <summary>What came last.</summary>
    public HttpResponseMessage Response => _recorder.Last;

    public IHtmlDocument Page
    {
        get
        {
            if (_read?.Of != Response) _read = (Response, new HtmlParser().ParseDocument(new StreamReader(Response.Content.ReadAsStream()).ReadToEnd()));
            return _read!.Value.Page;
        }
    }

    public string Text => Page.Body!.TextContent;

    /// <summary>What a summary list says under a label.</summary>
    public string Element(string label) =>
        Page.QuerySelectorAll(".summary dt").Single(term => term.TextContent == label).NextElementSibling!.TextContent;

    /// <summary>Sends the form of a name as it stands in the page, with some fields filled in.</summary>
    public Task SubmitAsync(string form, Dictionary<string, string> typed)
    {
        var element = Page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Single(candidate => candidate.QuerySelector($"input[name=_handler][value={form}]") is not null);
        var standing = element.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked).Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(element.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>().Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")));
        var fields = standing.Where(field => !typed.ContainsKey(field.Key)).Concat(typed);
        var address = element.GetAttribute("action") is { Length: > 0 } action && action[0] != '#' ? action : Response.RequestMessage!.RequestUri!.PathAndQuery;
        return PostAsync(address, new FormUrlEncodedContent(fields));
    }

    /// <summary>Posts a page's form whatever stands in it.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields) => SendAsync(path, path, form, fields);

    /// <param name="fields">Holds the token afterwards, so that the same can be sent again.</param>
    public async Task<HttpResponseMessage> PostFormAsync(string path, string form, Dictionary<string, string> fields)
    {
        (fields["__RequestVerificationToken"], fields["_handler"]) = (await TokenAsync(path), form);
        return await PostAsync(path, new FormUrlEncodedContent(fields));
    }

    /// <summary>Posts to an address that is no page, with the token of one.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string path, string? form, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(page);
        var content = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        if (form is not null) content = content.Append(KeyValuePair.Create("_handler", form));
        return await PostAsync(path, new FormUrlEncodedContent(content));
    }

    public Task<HttpResponseMessage> PostWithoutTokenAsync(string path) => PostAsync(path, new FormUrlEncodedContent([]));

    /// <summary>Where a response leads; within the portal without its host.</summary>
    public static string? TargetOf(HttpResponseMessage response) =>
        response.Headers.Location?.ToString() is not { } target ? null
        : target.StartsWith("http://localhost/", StringComparison.Ordinal) ? target["http://localhost".Length..] : target;

    /// <summary>The errors beside the fields of a page.</summary>
    public static async Task<string[]> ErrorsAsync(HttpResponseMessage response) =>
        [.. Error().Matches(await response.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    private async Task<string> TokenAsync(string page) => Token().Match(await GetStringAsync(page)).Groups[1].Value;

    private static HttpMessageHandler HandlerOf(WebApplicationFactory<Program> portal, bool followsRedirects)
    {
        var cookies = new CookieContainerHandler { InnerHandler = portal.Server.CreateHandler() };
        return followsRedirects ? new RedirectHandler { InnerHandler = cookies } : cookies;
    }

    private sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public HttpResponseMessage Last { get; private set; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Last = await base.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"error\"[^>]*>([^<]*)<")]
    private static partial Regex Error();
}
