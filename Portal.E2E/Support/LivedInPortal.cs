using System.Collections.Concurrent;
using Portal.E2E.Pages;

namespace Portal.E2E.Support;

/// <summary>A portal in the midst of its work: a list is published, a case is paid by a batch, settled and badly rated, a draft is open.</summary>
public sealed class LivedInPortal(Browser browser) : IAsyncLifetime
{
    public PortalServer Portal { get; } = new(browser);

    /// <summary>Kinds of pages that some role has looked at in all looks.</summary>
    public ConcurrentDictionary<string, string> Seen { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var clerk = await Visitor.SignedInAsync(Portal, Screen.Desktop, "operator");
        var desk = new RosterDesk(clerk);
        await desk.PublishAsync(Portal, Screen.Desktop, await desk.ScreenAsync());

        var graduate = await Visitor.SignedInAsync(Portal, Screen.Desktop, "graduate");
        var settled = await new FlexibleApplication(graduate).SubmitAsync();
        await CaseDesk.GrantAsync(Portal, Screen.Desktop, settled);
        await PayAsync();
        await graduate.GoAsync($"/cases/{settled}/rate");
        await graduate.Main.GetByRole(Microsoft.Playwright.AriaRole.Radio, new() { Name = "非常不满意" }).CheckAsync();
        await graduate.FillAsync("想对我们说的", "等了很久");
        await graduate.PressAsync("提交评价");

        var hr = await Visitor.SignedInAsync(Portal, Screen.Desktop, "hr");
        await new ApplicationForm(hr).OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
    }

    private async Task PayAsync()
    {
        var desk = new BatchDesk(await Visitor.SignedInAsync(Portal, Screen.Desktop, "finance"));
        var no = await desk.ProposeAsync();
        await new BatchDesk(await Visitor.SignedInAsync(Portal, Screen.Desktop, "approver")).ApproveAsync(no);
        await desk.UploadAsync(BatchDesk.Answer(await desk.ExportAsync(no), _ => ("ACSC", null)));
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
