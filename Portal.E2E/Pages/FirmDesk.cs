using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>Where a firm's people are looked after.</summary>
public sealed class FirmDesk(Visitor member)
{
    public async Task OpenAsync(string firm)
    {
        await member.GoAsync("/firms");
        await member.FollowAsync(firm);
        await member.SeesHeadingAsync(firm);
    }

    /// <returns>The code, shown once.</returns>
    public async Task<string> InviteAsync()
    {
        await member.PressAsync("生成邀请码");
        return await member.Main.GetByText(new System.Text.RegularExpressions.Regex("^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$")).InnerTextAsync();
    }

    public async Task JoinAsync(string code)
    {
        await member.FillAsync("邀请码", code);
        await member.PressAsync("加入");
    }

    /// <summary>The line of one of the people.</summary>
    public ILocator Person(string name) => member.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    public async Task RemoveAsync(string name)
    {
        await Person(name).GetByText("移出企业").ClickAsync();
        await Assertions.Expect(Person(name).GetByText($"{name}不能再替这家企业办事")).ToBeVisibleAsync();
        await Person(name).GetByRole(AriaRole.Button, new() { Name = "确认移出" }).ClickAsync();
        await member.SeesAsync("已经改好");
    }
}
