using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The application form of a measure.</summary>
public sealed class ApplicationForm(Visitor visitor)
{
    public async Task OpenAsync(string measure, string? firm = null)
    {
        await visitor.GoAsync($"/apply/{measure}");
        if (firm is not null) await visitor.Main.GetByLabel(firm).CheckAsync();
        await visitor.PressAsync("开始填写");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" })).ToBeVisibleAsync();
    }

    public async Task ChoosePlaceAsync(string city, string county)
    {
        await visitor.Main.GetByLabel("市", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = city });
        await visitor.Main.GetByLabel("县（市、区）").SelectOptionAsync(new SelectOptionValue { Label = county });
    }

    public async Task AttachAsync(string material, string fileName)
    {
        await visitor.Main.GetByLabel(material, new() { Exact = true }).SetInputFilesAsync(Visitor.Paper(fileName));
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Link, new() { Name = fileName })).ToBeVisibleAsync();
    }

    /// <summary>Checks and submits; the receipt shows the case number.</summary>
    public async Task<string> SubmitAsync()
    {
        await visitor.PressAsync("下一步：核对");
        await visitor.SeesHeadingAsync("请核对");
        await visitor.DoesNotScrollSidewaysAsync();
        await visitor.PressAsync("确认无误，提交申请");
        await visitor.Page.WaitForURLAsync("**/cases/LN*");
        return visitor.CaseNo;
    }
}
