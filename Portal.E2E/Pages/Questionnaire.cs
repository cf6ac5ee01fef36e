using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The questionnaire across all measures.</summary>
public sealed class Questionnaire(Visitor visitor)
{
    private ILocator Asked => visitor.Main.GetByRole(AriaRole.Region, new() { Name = "问题" });

    public ILocator Result => visitor.Main.GetByRole(AriaRole.Region, new() { Name = "结果" });

    public async Task ChoosePlaceAsync(string city, string county)
    {
        await Asked.GetByLabel("市", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = city });
        await Asked.GetByLabel("县（市、区）").SelectOptionAsync(new SelectOptionValue { Label = county });
        await NextAsync();
    }

    public async Task ChooseAsync(string question, string answer)
    {
        await Asked.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer).CheckAsync();
        await NextAsync();
    }

    public async Task FillAsync(string question, string answer)
    {
        await Asked.GetByLabel(question).FillAsync(answer);
        await NextAsync();
    }

    /// <summary>A measure of the running list, by its name.</summary>
    public ILocator Measure(string name) => Result.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name }) });

    public Task IsDoneAsync() => Assertions.Expect(Asked.GetByRole(AriaRole.Heading, new() { Name = "问完了" })).ToBeVisibleAsync();

    private Task NextAsync() => Asked.GetByRole(AriaRole.Button, new() { Name = "下一题" }).ClickAsync();
}
