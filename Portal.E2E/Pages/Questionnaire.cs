using System.Text.RegularExpressions;
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
        await Asked.GetByLabel($"县（市、区），{city}").SelectOptionAsync(new SelectOptionValue { Label = county });
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

    /// <summary>Answers whatever is asked, in whatever order, until nothing is left; what there is no answer to is skipped.</summary>
    /// <param name="answers">By the beginning of the question; several choices with a bar between them.</param>
    public async Task AnswerAllAsync(IReadOnlyDictionary<string, string> answers)
    {
        await Assertions.Expect(Asked.GetByRole(AriaRole.Heading).First).ToContainTextAsync("第 1 题");
        for (var number = 2; ; number++)
        {
            var question = (await Asked.Locator("legend, label[for=answer]").First.InnerTextAsync()).Trim();
            await AnswerAsync(answers.FirstOrDefault(answer => question.StartsWith(answer.Key, StringComparison.Ordinal)).Value);
            var heading = Asked.GetByRole(AriaRole.Heading).First;
            await Assertions.Expect(heading).ToContainTextAsync(new Regex($"第 {number} 题|问完了"));
            if ((await heading.InnerTextAsync()).Contains("问完了", StringComparison.Ordinal)) return;
        }
    }

    private async Task AnswerAsync(string? answer)
    {
        if (answer is null)
        {
            await Asked.GetByRole(AriaRole.Button, new() { Name = "不清楚，跳过" }).ClickAsync();
            return;
        }

        if (await Asked.Locator("#answer").CountAsync() > 0) await Asked.Locator("#answer").FillAsync(answer);
        else foreach (var choice in answer.Split('|')) await Choice(choice).CheckAsync();
        await NextAsync();
    }

    private ILocator Choice(string text) => Asked.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{text}") })
        .Or(Asked.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{text}") }));

    /// <summary>A measure of the running list, by its name.</summary>
    public ILocator Measure(string name) => Result.GetByRole(AriaRole.Listitem).Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = name }) });

    public Task IsDoneAsync() => Assertions.Expect(Asked.GetByRole(AriaRole.Heading, new() { Name = "问完了" })).ToBeVisibleAsync();

    private Task NextAsync() => Asked.GetByRole(AriaRole.Button, new() { Name = "下一题" }).ClickAsync();
}
