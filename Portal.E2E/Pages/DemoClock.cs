namespace Portal.E2E.Pages;

/// <summary>The page that moves the demo's business date on.</summary>
public sealed class DemoClock(Visitor admin)
{
    public async Task AdvanceAsync(int days, string until)
    {
        await admin.GoAsync("/admin/clock");
        await admin.FillAsync("往后拨几天", $"{days}");
        await admin.PressAsync("拨动日期");
        await admin.SeesAsync(until);
    }
}
