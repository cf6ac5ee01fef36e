using Microsoft.Playwright;
using Portal.E2E.Support;

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

    /// <summary>Whoever had a hand in a refusal does not find the appeal in the queue, and on the case finds no step to take.</summary>
    public async Task IsBarredAsync(string caseNo)
    {
        await staff.GoAsync("/desk");
        await staff.SeesHeadingAsync("工作台");
        await Assertions.Expect(staff.Main.Locator($"a[href='/desk/cases/{caseNo}']")).ToHaveCountAsync(0);
        await staff.GoAsync($"/desk/cases/{caseNo}");
        await Assertions.Expect(staff.Main.GetByText("按回避要求请由其他同事办理")).ToBeVisibleAsync();
    }

    public async Task DoAsync(string step, string? note = null)
    {
        if (note is not null) await staff.FillAsync("办理意见", note);
        await staff.PressAsync(step);
        await Assertions.Expect(staff.Main.GetByText("已完成")).ToBeVisibleAsync();
    }

    /// <summary>A reviewer takes a case up and proposes to grant it; another decides so.</summary>
    public static async Task GrantAsync(PortalServer portal, Screen screen, string caseNo)
    {
        var reviewer = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "reviewer"));
        await reviewer.OpenFromQueueAsync(caseNo);
        await reviewer.DoAsync("领取办理");
        await reviewer.DoAsync("拟同意");
        var approver = new CaseDesk(await Visitor.SignedInAsync(portal, screen, "approver"));
        await approver.OpenFromQueueAsync(caseNo);
        await approver.DoAsync("同意");
    }
}
