using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>Counts the screens a visitor leaves by pressing something: pages, and the steps of a form, each time one is shown.</summary>
public sealed class ScreenCount
{
    private readonly List<string> _seen = [];

    public ScreenCount(IPage page) => page.FrameNavigated += (_, frame) =>
    {
        // A jump within a page, and an address the browser begins with, show nothing new.
        var shown = frame.Url.Split('#')[0];
        if (frame.ParentFrame is null && shown != "about:blank" && (_seen.Count == 0 || _seen[^1] != shown)) _seen.Add(shown);
    };

    /// <summary>Those before the one that is shown now.</summary>
    public int BeforeThis => _seen.Count - 1;
}
