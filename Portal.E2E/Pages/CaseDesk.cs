using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The desk of a member of staff.</summary>
public sealed class CaseDesk(Visitor staff)
{
    /// <summary>Opens a case from the queue.</summary>
    public async Task OpenFromQueueAsync(string caseNo)
    {
        await staff.GoAsync("/desk");
        await staff.Main.Locator($"a[href='/desk/cases/{caseNo}']").First.ClickAsync();
        await staff.DoesNotScrollSidewaysAsync();
    }

    /// <summary>Whoever decided the first time finds no step to take.</summary>
    public Task IsBarredAsync() => Assertions.Expect(staff.Main.GetByText("按回避要求请由其他同事办理")).ToBeVisibleAsync();

    public async Task DoAsync(string step, string? note = null)
    {
        if (note is not null) await staff.FillAsync("办理意见", note);
        await staff.PressAsync(step);
        await Assertions.Expect(staff.Main.GetByText("已完成")).ToBeVisibleAsync();
    }
}
