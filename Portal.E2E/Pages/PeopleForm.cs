using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The list of people in an application form.</summary>
public sealed class PeopleForm(Visitor visitor)
{
    public ILocator Lines => visitor.Main.Locator(".person");

    public async Task UploadAsync(string label, byte[] workbook)
    {
        var field = visitor.Main.GetByLabel(label);
        // Unfolded already where a file before it was refused.
        if (!await field.IsVisibleAsync()) await visitor.Main.GetByText("用表格一次添加很多人").ClickAsync();
        await field.ChooseAsync(
            new FilePayload { Name = "新员工.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = workbook });
    }

    public async Task CorrectIdAsync(int number, string id)
    {
        await Act("修改", number).ClickAsync();
        await visitor.Main.GetByRole(AriaRole.Region, new() { Name = $"第 {number} 人" }).GetByLabel("身份证号码").FillAsync(id);
    }

    public Task RemoveAsync(int number) => Act("删除", number).ClickAsync();

    private ILocator Act(string act, int number) => visitor.Main.GetByRole(AriaRole.Button, new() { NameRegex = new($@"^{act}\s*第 {number} 人") });
}
