using Portal.E2E.Pages;

namespace Portal.E2E.Support;

/// <summary>A portal with a published list, for visitors who only look.</summary>
public sealed class PublishedPortal(Browser browser) : IAsyncLifetime
{
    public PortalServer Portal { get; } = new(browser);

    public async ValueTask InitializeAsync()
    {
        var staff = await Visitor.SignedInAsync(Portal, Screen.Desktop, "operator");
        await new RosterDesk(staff).ScreenAsync();
        await staff.PressAsync("公示名单");
        await staff.SeesAsync("2020年11月23日");
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
