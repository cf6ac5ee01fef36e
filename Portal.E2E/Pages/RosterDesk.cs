namespace Portal.E2E.Pages;

/// <summary>Where staff upload rosters.</summary>
public sealed class RosterDesk(Visitor staff)
{
    /// <summary>Uploads the sample roster and waits for its result; the run's id.</summary>
    public async Task<string> ScreenAsync()
    {
        await staff.GoAsync("/runs");
        await staff.Main.GetByLabel("名册文件").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "TestData", "roster-3000.csv"));
        await staff.PressAsync("上传并筛查");
        await staff.SeesHeadingAsync("roster-3000.csv");
        return new Uri(staff.Page.Url).Segments[2].TrimEnd('/');
    }
}
