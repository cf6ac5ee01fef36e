using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>A reviewer goes through the list of a case.</summary>
public sealed class PeopleDesk(Visitor staff)
{
    public Task OpenAsync(string caseNo) => staff.GoAsync($"/desk/cases/{caseNo}/people");

    public async Task SearchAsync(string nameOrNumber)
    {
        await staff.FillAsync("姓名或身份证号码", nameOrNumber);
        await staff.PressAsync("查找");
    }

    public async Task FilterAsync(string kind)
    {
        await staff.Main.GetByLabel("核对情况").SelectOptionAsync(kind);
        await staff.PressAsync("筛选");
    }

    /// <summary>Of a person whose row is shown.</summary>
    public Task TickAsync(int place, string name) => staff.Main.GetByRole(AriaRole.Checkbox, new() { Name = $"选第 {place} 人{name}", Exact = true }).CheckAsync();

    public async Task FindAsync(string finding, string? reason = null, bool all = false)
    {
        if (all) await staff.Main.GetByRole(AriaRole.Radio, new() { NameRegex = new("^筛选出的全部") }).CheckAsync();
        await staff.Main.GetByRole(AriaRole.Radio, new() { Name = finding, Exact = true }).CheckAsync();
        if (reason is not null) await staff.FillAsync("理由", reason);
        await staff.PressAsync("记下");
        await staff.SeesAsync("人数和金额已经重新算好");
    }
}
