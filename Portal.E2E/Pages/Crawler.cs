using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>Follows every link a visitor can see and looks at what is there, in every look.</summary>
/// <param name="account">Null for a stranger; others leave out what strangers see alike.</param>
/// <param name="seen">Kinds of pages that were looked at in all looks already; light is looked at for every role.</param>
public sealed partial class Crawler(Visitor visitor, string? account, ConcurrentDictionary<string, string> seen)
{
    /// <summary>Where no link leads. A stranger gets there when something goes wrong.</summary>
    private static readonly string[] Unlinked = ["/not-there", "/error", "/denied", Offline];
    private const string Offline = "/offline";

    private readonly Inspection _inspection = new(visitor);
    private readonly Album _album = new(visitor, account ?? "stranger");

    /// <returns>What is wrong, each with its address; and how many kinds of pages were seen, for pages of one kind differ by their record only.</returns>
    public async Task<(IReadOnlyList<string> Faults, int Pages)> WalkAsync()
    {
        var faults = new List<string>();
        // What the page's own rules kept from running or being shown.
        visitor.Page.Console += (_, said) =>
        {
            if (said.Text.Contains("Content Security Policy", StringComparison.Ordinal)) faults.Add($"{visitor.Page.Url}: {said.Text}");
        };
        var kinds = new HashSet<string>();
        var known = new HashSet<string>(account is null ? ["/", .. Unlinked] : ["/"]);
        var ahead = new Queue<string>(known);
        while (ahead.TryDequeue(out var address))
        {
            var kind = KindOf(address);
            if (!kinds.Add(kind)) continue;
            foreach (var look in seen.TryAdd(kind, address) ? Look.All : [Look.Light]) faults.AddRange(await LookAsync(address, look));
            foreach (var link in await LinksAsync())
                if (known.Add(link))
                    ahead.Enqueue(link);
            await _album.KeepAsync(address, kind);
        }

        return (faults, kinds.Count);
    }

    private async Task<IReadOnlyList<string>> LookAsync(string address, Look look)
    {
        await look.WearAsync(visitor.Page);
        var status = await visitor.ArriveAsync(address);
        if (status >= 400 && address != Unlinked[0]) return [$"{address}: {status}"];
        // With a good status, and clean in every look: it would pass for any page that failed.
        if (address != Offline && await visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "现在没有网络" }).IsVisibleAsync()) return [$"{address}: could not be fetched"];
        return [.. (await _inspection.FaultsAsync()).Select(fault => $"{look.Name} {fault}")];
    }

    private async Task<IEnumerable<string>> LinksAsync() =>
        (await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download).map(a => a.pathname + a.search)"))
            .Where(link => !Aside().IsMatch(link) && (account is null || !Public().IsMatch(link)));

    private static string KindOf(string address) => Record().Replace(Query().Replace(address, "?"), "{}");

    /// <summary>Downloads, and links that do something.</summary>
    [GeneratedRegex(@"\.(csv|xlsx|pdf|json)$|^/attachments/|^/display/set|/letter$")]
    private static partial Regex Aside();

    [GeneratedRegex("^/(policies|check|calculators|publications|lookup|display)")]
    private static partial Regex Public();

    [GeneratedRegex(@"(?<=/)(LN\d+|[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[a-z]+(-[a-z0-9]+)+(\.[\w.]+)?|[a-z-]+\.[\w.]+)(?=/|$|\?)")]
    private static partial Regex Record();

    [GeneratedRegex(@"\?.*$")]
    private static partial Regex Query();
}
