using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>A visitor without a mouse. Wherever the keyboard stands it must be seen to stand.</summary>
public sealed class Keyboard(Visitor visitor)
{
    private const int Patience = 120;

    private const string WhereItStands = """
        () => {
            const e = document.activeElement;
            const label = e.closest('label') ?? e.labels?.[0];
            const name = e.getAttribute('aria-label') ?? (label ?? e).innerText ?? '';
            const style = getComputedStyle(e.closest('.mud-input') ?? e);
            const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || label && e.matches('[type=radio], [type=checkbox]');
            return [name.trim().split('\n')[0], e === document.body || seen ? '' : e.outerHTML.slice(0, 160)];
        }
        """;

    private IKeyboard Keys => visitor.Page.Keyboard;

    public Task PressAsync(string key) => Keys.PressAsync(key);

    public Task TypeAsync(string text) => Keys.InsertTextAsync(text);

    /// <summary>Goes on with Tab until it stands on what bears the name.</summary>
    public async Task ReachAsync(string name)
    {
        for (var presses = 0; presses < Patience; presses++)
        {
            await Keys.PressAsync("Tab");
            var stand = await visitor.Page.EvaluateAsync<string[]>(WhereItStands);
            Assert.True(stand[1].Length == 0, $"The keyboard stands here and nobody sees it: {stand[1]}");
            if (stand[0].StartsWith(name, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"{visitor.Page.Url}: the keyboard never reaches “{name}”.");
    }

    /// <summary>Reaches a link or a button and presses it.</summary>
    public async Task GoAsync(string name)
    {
        await ReachAsync(name);
        await Keys.PressAsync("Enter");
    }

    /// <summary>Skips the header; on interactive pages a script takes the focus along, a moment after the key.</summary>
    public async Task SkipAsync()
    {
        await GoAsync("跳到正文");
        await Assertions.Expect(visitor.Main).ToBeFocusedAsync();
    }

    public async Task FillAsync(string label, string text)
    {
        await ReachAsync(label);
        await Keys.InsertTextAsync(text);
    }

    /// <summary>Types into the parts of a date, which stand in the order of the browser's own language; English here.</summary>
    public async Task FillDateAsync(string label, DateOnly date)
    {
        await ReachAsync(label);
        await Keys.TypeAsync(date.ToString("MMddyyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Walks down a list until it shows the choice.</summary>
    public async Task SelectAsync(string label, string choice)
    {
        await ReachAsync(label);
        for (var presses = 0; presses < Patience; presses++)
        {
            if (await visitor.Page.EvaluateAsync<string>("document.activeElement.selectedOptions[0].text") == choice) return;
            // Opened first: not every Chromium lets the arrows choose in a list that is closed.
            await Keys.PressAsync("Space");
            // Enter in a list that is closed sends the form.
            await Assertions.Expect(visitor.Page.Locator("select:open")).ToHaveCountAsync(1);
            await Keys.PressAsync("ArrowDown");
            await Keys.PressAsync("Enter");
            await Assertions.Expect(visitor.Page.Locator("select:open")).ToHaveCountAsync(0);
        }

        Assert.Fail($"“{label}” has no “{choice}”.");
    }
}
