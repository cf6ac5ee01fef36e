using System.Text;
using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>Where staff upload rosters.</summary>
public sealed class RosterDesk(Visitor staff)
{
    private const int Few = 12;

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "TestData", "roster-3000.csv");

    /// <summary>Uploads the sample roster and waits for its result; the run's id.</summary>
    public async Task<string> ScreenAsync()
    {
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(Sample);
        return await UploadAsync("roster-3000.csv");
    }

    /// <summary>Uploads the first lines of the sample roster alone, the demo's firm among them; the run's id.</summary>
    public async Task<string> ScreenAFewAsync()
    {
        const string Name = "名册.csv";
        var lines = string.Join('\n', File.ReadLines(Sample).Take(Few));
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(new FilePayload { Name = Name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(lines) });
        return await UploadAsync(Name);
    }

    private async Task<string> UploadAsync(string name)
    {
        await staff.PressAsync("上传并筛查");
        await staff.SeesHeadingAsync(name);
        return new Uri(staff.Page.Url).Segments[2].TrimEnd('/');
    }
}
