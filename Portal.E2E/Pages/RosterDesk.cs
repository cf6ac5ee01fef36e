using System.Text;
using Microsoft.Playwright;
using Portal.E2E.Support;

namespace Portal.E2E.Pages;

/// <summary>Where staff upload rosters.</summary>
public sealed class RosterDesk(Visitor staff)
{
    private const int Few = 12;
    private const string DemoFirm = "912112238DHXT2N823";

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "TestData", "roster-3000.csv");

    /// <summary>Uploads the sample roster and waits for its result; the run's id.</summary>
    public async Task<string> ScreenAsync()
    {
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(Sample);
        return await UploadAsync("roster-3000.csv");
    }

    /// <summary>Uploads the first lines of the sample roster alone, the demo's firm among them; the run's id.</summary>
    public Task<string> ScreenAFewAsync() => ScreenAsync(File.ReadLines(Sample).Take(Few));

    /// <summary>Uploads the demo's firm alone.</summary>
    public Task<string> ScreenDemoFirmAsync() => ScreenAsync(File.ReadLines(Sample).Where((line, i) => i == 0 || line.StartsWith(DemoFirm, StringComparison.Ordinal)));

    /// <summary>Uploads the sample roster, in which the account of the demo's firm is in another name.</summary>
    public Task<string> ScreenAskingDemoFirmAsync() => ScreenAsync(File.ReadLines(Sample).Select(line =>
        line.StartsWith(DemoFirm, StringComparison.Ordinal) ? line.Replace("有限公司,中国样例银行", "有限公司开原分公司,中国样例银行", StringComparison.Ordinal) : line));

    /// <summary>From a screened roster to the public list: proposed here, confirmed by another person who is told first what it does.</summary>
    public async Task PublishAsync(PortalServer portal, Screen screen, string run)
    {
        await staff.GoAsync($"/runs/{run}");
        await staff.FollowAsync("提交公示");
        await staff.SeesAsync("提交给另一位同事确认吗？");
        await staff.PressAsync("提交公示");
        await staff.SeesAsync("等另一位同事确认");
        var approver = await Visitor.SignedInAsync(portal, screen, "approver");
        await approver.GoAsync($"/runs/{run}");
        await approver.FollowAsync("核对公示");
        await approver.SeesAsync("确定现在公示吗？");
        await approver.DoesNotScrollSidewaysAsync();
        await approver.PressAsync("公示名单");
        await approver.SeesAsync("开始公示");
        await staff.GoAsync($"/runs/{run}");
        await staff.SeesAsync("2020年11月23日");
    }

    private async Task<string> ScreenAsync(IEnumerable<string> lines)
    {
        const string Name = "名册.csv";
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(new FilePayload { Name = Name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', lines)) });
        return await UploadAsync(Name);
    }

    private async Task<string> UploadAsync(string name)
    {
        await staff.PressAsync("上传并筛查");
        await staff.SeesHeadingAsync(name);
        return new Uri(staff.Page.Url).Segments[2].TrimEnd('/');
    }
}
