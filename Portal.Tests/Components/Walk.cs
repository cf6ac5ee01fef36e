using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Portal.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>Follows every link of a role, and sends every form that the pages bear, without a browser.</summary>
internal sealed partial class Walk(ScriptlessBrowser browser, bool isStranger = false)
{
    /// <summary>Pages of one kind differ by their record; a few show what differs by its state.</summary>
    private const int OfAKind = 2;

    /// <summary>Every address of a page, as it is written at the page.</summary>
    public static readonly string[] Templates = [.. typeof(PortalFolder).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(StringComparer.Ordinal)];

    private static readonly (string Template, Regex Matches)[] Kinds = [.. Templates.OrderBy(template => template.Count(letter => letter == '{'))
        .Select(template => (template, new Regex("^" + Parameter().Replace(template, "[^/]+") + "$", RegexOptions.CultureInvariant)))];

    /// <summary>What the parts of pages read from an address, and may be on any page.</summary>
    private static readonly string[] AskedByParts = [.. typeof(App).Assembly.GetTypes().Where(type => !type.GetCustomAttributes<RouteAttribute>().Any())
        .SelectMany(QueryGuard.Read).Select(one => one.Name)];

    private static readonly ILookup<string, string> Asked = typeof(App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(), (type, route) => (route.Template, Names: QueryGuard.Read(type).Select(one => one.Name).Concat(AskedByParts).Distinct()))
        .SelectMany(page => page.Names, (page, name) => (page.Template, name)).ToLookup(one => one.Template, one => one.name);

    private readonly Dictionary<string, string> _addresses = [];
    private readonly Dictionary<string, int> _seen = [];
    private readonly Dictionary<string, (string Address, string Form)> _forms = [];

    /// <summary>The pages that were shown, by their templates.</summary>
    public HashSet<string> Shown { get; } = [];

    public async Task LookAsync(params string[] from)
    {
        var known = new HashSet<string>(from);
        var ahead = new Queue<string>(known);
        while (ahead.TryDequeue(out var address))
        {
            var kind = KindOf(address);
            if (_seen.GetValueOrDefault(kind) >= (kind.Contains('{', StringComparison.Ordinal) ? OfAKind : 1) || (!isStranger && Public().IsMatch(kind))) continue;
            _seen[kind] = _seen.GetValueOrDefault(kind) + 1;
            using var response = await browser.GetAsync(address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            if (response.IsSuccessStatusCode)
            {
                var shown = browser.Response.RequestMessage!.RequestUri!.AbsolutePath;
                Shown.Add(KindOf(shown));
                _addresses.TryAdd(KindOf(shown), shown);
            }

            foreach (var form in browser.Page.QuerySelectorAll("form[method=post] input[name=_handler]").OfType<IHtmlInputElement>())
                _forms.TryAdd($"{kind} {form.Value}", (address, form.Value));
            foreach (var link in browser.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
                if (known.Add(link))
                    ahead.Enqueue(link);
        }
    }

    /// <summary>As they stand: most are refused, some take a step, and none may break the page.</summary>
    /// <param name="known">Forms that another role has sent already.</param>
    public async Task SendFormsAsync(HashSet<string> known)
    {
        foreach (var (kind, (address, form)) in _forms)
        {
            if (!known.Add(kind)) continue;
            using var page = await browser.GetAsync(address);
            // A form before it may have taken the step that this one was for.
            if (page.IsSuccessStatusCode && browser.Page.QuerySelectorAll($"form input[name=_handler][value='{form}']").Length == 1) await browser.SubmitAsync(form, []);
        }
    }

    /// <summary>Asks for the pages that this role was shown about a record once more, for a record that nobody has.</summary>
    /// <param name="known">Pages that another role has asked for already.</param>
    public async Task AskForWhatIsNotThereAsync(HashSet<string> known)
    {
        foreach (var template in Shown.Where(template => template.Contains('{', StringComparison.Ordinal) && known.Add(template)))
            using (await browser.GetAsync(Parameter().Replace(template, kind => kind.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "999")))
            {
            }
    }

    /// <summary>Asks for the pages that this role was shown once more, with what nobody means in each parameter their page or a part of it reads.</summary>
    /// <param name="known">Pages that another role has asked for already.</param>
    /// <returns>What was no plain page.</returns>
    public async Task<List<string>> AskNonsenseAsync(HashSet<string> known)
    {
        var broken = new List<string>();
        foreach (var (template, address) in _addresses.Where(one => known.Add("nonsense " + one.Key)).ToArray())
            foreach (var name in Asked[template])
                foreach (var nonsense in (string[])["abc", "-1", "99999999999999999999", "", "%00%F0%9F%98%80'\"<>", "1&" + name + "=2"])
                {
                    using var response = await browser.GetAsync($"{address}?{name}={nonsense}");
                    if ((int)response.StatusCode >= 500) broken.Add($"{address}?{name}={nonsense}: {response.StatusCode}");
                }
        return broken;
    }

    private static string KindOf(string address)
    {
        var (path, query) = address.Split('?') is [var before, var after] ? (before, "?" + Regex.Replace(after, "=[^&]*", "")) : (address, "");
        var template = Kinds.FirstOrDefault(kind => kind.Matches.IsMatch(path)).Template ?? Record().Replace(path, "{}");
        return template + query;
    }

    [GeneratedRegex("^/(policies|check|calculators|publications|lookup|display)")]
    private static partial Regex Public();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<=/)(LN\d+|[0-9a-f]{8}-[0-9a-f-]{27}|\d+)(?=/|$|\.)")]
    private static partial Regex Record();
}
