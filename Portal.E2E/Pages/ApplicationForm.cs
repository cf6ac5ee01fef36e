using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The application form of a measure.</summary>
public sealed class ApplicationForm(Visitor visitor)
{
    public async Task OpenAsync(string measure, string? firm = null)
    {
        await visitor.GoAsync($"/apply/{measure}");
        await BeginAsync(firm);
        var consent = new ConsentSheet(visitor);
        if (await consent.IsAskedAsync(orElse: Next))
        {
            await consent.AgreeAsync();
            await BeginAsync(firm);
        }

        await Assertions.Expect(Next).ToBeVisibleAsync();
    }

    private ILocator Next => visitor.Main.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" });

    private async Task BeginAsync(string? firm)
    {
        if (firm is not null) await visitor.Main.GetByLabel(firm).CheckAsync();
        await visitor.PressAsync("开始填写");
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

    public ILocator HireCard(int number) => visitor.Main.GetByRole(AriaRole.Region, new() { Name = $"第 {number} 人" });

    /// <summary>Fills one of the hires of a hiring grant, with a contract of a year and insurance paid.</summary>
    public async Task FillHireAsync(int number, string name, string id, string category, string? unemployedMonths = null)
    {
        var card = HireCard(number);
        await card.GetByLabel("姓名").FillAsync(name);
        await card.GetByLabel("身份证号码").FillAsync(id);
        await card.GetByRole(AriaRole.Group, new() { Name = "新招用人员类别" }).GetByLabel(category, new() { Exact = true }).CheckAsync();
        if (unemployedMonths is not null) await card.GetByLabel("登记失业月数").FillAsync(unemployedMonths);
        await card.GetByLabel("劳动合同期限").FillAsync("12");
        await card.GetByRole(AriaRole.Group, new() { Name = "是否已为其缴纳社会保险费" }).GetByLabel("是", new() { Exact = true }).CheckAsync();
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
