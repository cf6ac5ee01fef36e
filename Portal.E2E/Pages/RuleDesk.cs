using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The parameter book as its two keepers use it.</summary>
public sealed class RuleDesk(Visitor staff)
{
    /// <summary>Finds a value by its name and fills in a change of it, up to what it would do.</summary>
    public async Task CheckValueAsync(string name, string place, string value, string from, string source)
    {
        await staff.GoAsync("/admin/parameters");
        await staff.FillAsync("查找", name);
        await staff.PressAsync("查找");
        await IsSoundAsync();
        await staff.FollowAsync(name);
        await IsSoundAsync();
        await staff.FollowAsync("提出修改");
        await staff.Main.GetByLabel("执行地区").SelectOptionAsync(new SelectOptionValue { Label = place });
        await staff.FillAsync("新标准", value);
        await staff.FillAsync("从哪天开始", from);
        await staff.FillAsync("来源文件", source);
        await staff.Main.GetByLabel("来源有多可靠").SelectOptionAsync(new SelectOptionValue { Label = "官方公开信息" });
        await IsSoundAsync();
        await staff.PressAsync("下一步：看看影响哪些办件");
        await staff.SeesHeadingAsync("改了会怎样");
        await IsSoundAsync();
    }

    /// <returns>The address of the change.</returns>
    public async Task<string> ProposeAsync()
    {
        await staff.PressAsync("提出修改，请同事复核");
        await staff.SeesAsync("修改已提出");
        return new Uri(staff.Page.Url).AbsolutePath;
    }

    public async Task OpenFromQueueAsync(string change)
    {
        await staff.GoAsync("/desk");
        await staff.Main.Locator($"a[href='{change}']").First.ClickAsync();
        await IsSoundAsync();
    }

    /// <summary>Readable by everybody, on every screen.</summary>
    public async Task IsSoundAsync()
    {
        Assert.Empty(await staff.AxeFaultsAsync());
        await staff.DoesNotScrollSidewaysAsync();
    }
}
