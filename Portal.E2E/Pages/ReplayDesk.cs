using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The page that sets a decision beside now.</summary>
public sealed class ReplayDesk(Visitor staff)
{
    public async Task OpenFromCaseAsync(string caseNo)
    {
        await staff.GoAsync($"/desk/cases/{caseNo}");
        await staff.FollowAsync("当时与现在");
        await staff.SeesHeadingAsync("当时与现在");
    }

    public Task ComesOutAgainAsync() => staff.SeesAsync("用当时的规则重算：一致");

    /// <summary>A difference is named in the list of what differs.</summary>
    public Task TellsAsync(string difference) =>
        Assertions.Expect(staff.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = difference }).First).ToBeVisibleAsync();

    /// <summary>Opens a table that is folded because nothing in it changed.</summary>
    public Task UnfoldAsync(string table) => staff.Main.Locator("summary").Filter(new() { HasText = table }).ClickAsync();

    /// <summary>A line of a table has one text for then and one for now.</summary>
    public async Task ShowsAsync(string table, string label, string then, string now)
    {
        var line = staff.Main.GetByRole(AriaRole.Table, new() { Name = table }).GetByRole(AriaRole.Row).Filter(new() { HasText = label }).First;
        await Assertions.Expect(line.GetByRole(AriaRole.Cell).Nth(1)).ToContainTextAsync(then);
        await Assertions.Expect(line.GetByRole(AriaRole.Cell).Nth(2)).ToContainTextAsync(now);
    }
}
