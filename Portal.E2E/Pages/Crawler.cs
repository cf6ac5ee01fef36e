using System.Text.RegularExpressions;

namespace Portal.E2E.Pages;

/// <summary>Follows every link a visitor can see and looks at what is there.</summary>
/// <param name="isStranger">False leaves out what strangers see alike, for they have been there already.</param>
public sealed partial class Crawler(Visitor visitor, bool isStranger)
{
    /// <summary>Pages of one kind differ by their record only; one stands for all.</summary>
    private const int OfAKindAtMost = 1;

    /// <returns>What is wrong, each with its address; and how many pages were seen.</returns>
    public async Task<(IReadOnlyList<string> Faults, int Pages)> WalkAsync()
    {
        var faults = new List<string>();
        var kinds = new Dictionary<string, int>();
        var known = new HashSet<string> { "/" };
        var ahead = new Queue<string>(known);
        var pages = 0;
        while (ahead.TryDequeue(out var address))
        {
            var kind = KindOf(address);
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] > OfAKindAtMost) continue;
            pages++;
            faults.AddRange(await LookAsync(address));
            foreach (var link in await LinksAsync())
                if (known.Add(link))
                    ahead.Enqueue(link);
        }

        return (faults, pages);
    }

    private async Task<IReadOnlyList<string>> LookAsync(string address)
    {
        var response = await visitor.Page.GotoAsync(address);
        if (response is null || response.Status >= 400) return [$"{address}: {response?.Status}"];
        var faults = (await visitor.AxeFaultsAsync()).ToList();
        if (await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) faults.Add($"{address}: scrolls sideways");
        if (await visitor.Page.Locator("h1").CountAsync() != 1) faults.Add($"{address}: not one first heading");
        return faults;
    }

    private async Task<IEnumerable<string>> LinksAsync() =>
        (await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download).map(a => a.pathname + a.search)"))
            .Where(link => !Aside().IsMatch(link) && (isStranger || !Public().IsMatch(link)));

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
