using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>One new hire on a firm's application form.</summary>
public sealed class HireCard(Visitor hr, int number)
{
    private ILocator Card => hr.Main.GetByRole(AriaRole.Region, new() { Name = $"第 {number} 人" });

    public ILocator Name => Card.GetByLabel("姓名");

    public async Task FillAsync(string name, string id, string category, string? unemployedMonths = null)
    {
        await Name.FillAsync(name);
        await Card.GetByLabel("身份证号码").FillAsync(id);
        await Card.GetByRole(AriaRole.Group, new() { Name = "新招用人员类别" }).GetByLabel(category, new() { Exact = true }).CheckAsync();
        if (unemployedMonths is not null) await Card.GetByLabel("登记失业月数").FillAsync(unemployedMonths);
        await Card.GetByLabel("劳动合同期限").FillAsync("12");
        await Card.GetByRole(AriaRole.Group, new() { Name = "是否已为其缴纳社会保险费" }).GetByLabel("是", new() { Exact = true }).CheckAsync();
    }
}
