using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The page that asks for consent before the first application.</summary>
public sealed class ConsentSheet(Visitor visitor)
{
    private ILocator Agree => visitor.Main.GetByRole(AriaRole.Button, new() { Name = "同意并继续" });

    /// <summary>Waits until either the sheet or the other thing is there.</summary>
    public async Task<bool> IsAskedAsync(ILocator orElse)
    {
        await Assertions.Expect(Agree.Or(orElse)).ToBeVisibleAsync();
        return await Agree.IsVisibleAsync();
    }

    public async Task AgreeAsync()
    {
        await TickAsync();
        await Agree.ClickAsync();
    }

    /// <summary>Ticks both boxes, here or on the page that registers.</summary>
    public async Task TickAsync()
    {
        await visitor.Main.GetByLabel("同意按上面的说明处理我的个人信息").CheckAsync();
        await visitor.Main.GetByLabel("我单独同意处理").CheckAsync();
    }
}
