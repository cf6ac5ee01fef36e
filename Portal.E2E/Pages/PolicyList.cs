using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The policy list, the guides it leads to, and the calculators they lead to.</summary>
public sealed class PolicyList(Visitor visitor)
{
    public Task OpenAsync() => visitor.GoAsync("/policies");

    public async Task FilterAsync(string who, string city)
    {
        await visitor.Main.GetByLabel("我是").SelectOptionAsync(who);
        await visitor.Main.GetByLabel("所在城市").SelectOptionAsync(city);
        await visitor.PressAsync("筛选");
    }

    public Task OpenGuideAsync(string measure) => visitor.Main.GetByRole(AriaRole.Link, new() { Name = measure, Exact = true }).ClickAsync();

    public async Task ChooseCityAsync(string city)
    {
        await visitor.Main.GetByLabel("看哪里的受理机构和标准").SelectOptionAsync(city);
        await visitor.PressAsync("查看");
    }

    /// <summary>What the guide says under a label.</summary>
    public ILocator Element(string label) =>
        visitor.Main.Locator("dl > div").Filter(new() { Has = visitor.Page.GetByText(label, new() { Exact = true }) }).GetByRole(AriaRole.Definition);

    /// <summary>The row of the table of values that bears a name.</summary>
    public ILocator Standard(string name) => visitor.Main.GetByRole(AriaRole.Table).Locator("tr").Filter(new() { HasText = name });

    public Task CalculateAsync() => visitor.PressAsync("算一算");

    public ILocator Picture(string title) => visitor.Main.GetByRole(AriaRole.Img, new() { Name = title });
}
