using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>A published list (公示) as everybody sees it.</summary>
public sealed class PublicationList(Visitor anyone)
{
    /// <summary>From the list of lists; there is only one.</summary>
    public async Task OpenAsync()
    {
        await anyone.GoAsync("/publications");
        await anyone.FollowAsync("稳岗返还（免申即享）");
        await anyone.SeesHeadingAsync("公示名单");
    }

    public async Task FindAsync(string creditCode)
    {
        await anyone.FillAsync("找一户企业", creditCode);
        await anyone.PressAsync("查找");
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
    }

    public ILocator Rows => anyone.Main.Locator("tbody tr");

    public async Task ObjectAsync(string name, string mobile, string reason)
    {
        await anyone.FillAsync("您的姓名或单位", name);
        await anyone.FillAsync("手机号", mobile);
        await anyone.FillAsync("理由", reason);
        await anyone.Main.GetByLabel("证明材料").SetInputFilesAsync(Visitor.Paper("停产照片.pdf"));
        await anyone.PressAsync("提交异议");
    }
}
