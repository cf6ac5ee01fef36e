using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Portal.E2E.Support;

/// <summary>Asks axe-core about a page as it stands.</summary>
/// <remarks>
/// The package's own call opens another page for each question, to put frames together, and hands over what passed as well:
/// 3 to 8 seconds where the rules themselves take a quarter of one. The portal has no frames, and only faults are asked for.
/// </remarks>
internal static class Axe
{
    private const string Violations = """
        async () => (await axe.run({ resultTypes: ['violations'] })).violations
            .map(found => `${location.href} ${found.id}: ${found.help} ${found.nodes[0].html}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <returns>The rules that are broken, each with the page's address and the first element that breaks it.</returns>
    public static async Task<string[]> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe !== 'undefined'")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Violations);
    }
}
