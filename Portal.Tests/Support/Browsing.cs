using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Features.Platform.Demo;

namespace Portal.Tests.Support;

/// <summary>Visits pages as a browser without scripts does: cookies kept, forms sent with what stands in them.</summary>
public sealed class Browsing(HttpClient client)
{
    public static async Task<Browsing> AsAsync(PortalFactory portal, string account)
    {
        var visitor = new Browsing(portal.CreateClient());
        await visitor.GetAsync("/login");
        await visitor.SubmitAsync("login", new() { ["Form.Account"] = account, ["Form.Password"] = DemoAccounts.Password });
        return visitor;
    }

    public static Browsing Anonymous(PortalFactory portal) =>
        new(portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpResponseMessage Response { get; private set; } = new();

    public string Text => Page.Body!.TextContent;

    /// <summary>What a summary list says under a label.</summary>
    public string Element(string label) =>
        Page.QuerySelectorAll(".summary dt").Single(term => term.TextContent == label).NextElementSibling!.TextContent;

    public Task GetAsync(string address) => ShowAsync(client.GetAsync(new Uri(address, UriKind.Relative)));

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
        return ShowAsync(client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields)));
    }

    private async Task ShowAsync(Task<HttpResponseMessage> visit)
    {
        Response = await visit;
        Page = new HtmlParser().ParseDocument(await Response.Content.ReadAsStringAsync());
    }
}
