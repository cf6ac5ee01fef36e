namespace Portal.E2E.Pages;

/// <summary>A picture of every page in every look at both widths, for people to look at; only when PORTAL_SHOTS names a folder.</summary>
public sealed class Album(Visitor visitor, string role)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PORTAL_SHOTS") is { Length: > 0 } folder ? folder : null;

    public async Task KeepAsync(string address, string kind)
    {
        if (Folder is null) return;
        var usual = visitor.Page.ViewportSize!;
        foreach (var look in Look.All)
        {
            await look.WearAsync(visitor.Page);
            foreach (var width in (int[])[390, 1440])
            {
                await visitor.Page.SetViewportSizeAsync(width, 900);
                await visitor.ArriveAsync(address);
                await visitor.Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Folder, $"{NameOf(kind)}-{role}-{look.Name}-{width}.png") });
            }
        }
        await visitor.Page.SetViewportSizeAsync(usual.Width, usual.Height);
    }

    /// <summary>The page as it stands, under the name.</summary>
    public static async Task KeepAsync(Visitor visitor, string name)
    {
        if (Folder is not null) await visitor.Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Folder, $"{name}.png") });
    }

    private static string NameOf(string kind) => kind == "/" ? "landing" : string.Concat(kind.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
}
