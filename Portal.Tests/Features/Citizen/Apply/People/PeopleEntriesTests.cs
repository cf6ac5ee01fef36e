using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor.Services;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Apply.People;

namespace Portal.Tests.Features.Citizen.Apply.People;

/// <summary>The list of people in the form, without a browser.</summary>
public sealed class PeopleEntriesTests : BunitContext
{
    private readonly MeasureAnswers _typed = new() { Code = "hiring-grant", Answers = { ["premiumReliefPeriod"] = "false" } };
    private readonly BunitJSModuleInterop _module;

    public PeopleEntriesTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _module = JSInterop.SetupModule(_ => true);
        _module.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<ImportPeople>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void One_person_is_open_from_the_start_and_cannot_be_removed()
    {
        var page = Show(new PersonEntry());

        Assert.Single(page.FindAll("section input[id$=-name]"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("删除", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_three_hundred_people_a_page_shows_twenty_lines_and_one_form_at_a_time()
    {
        var page = Show(Graduates(300));
        Assert.Equal((20, 0), (page.FindAll(".person").Count, page.FindAll("input[id$=-name]").Count));

        Press(page, "下一页");
        Press(page, "修改第 25 人员工25");
        Assert.Equal("员工25", page.Find("#person-25-name").GetAttribute("value"));
        Press(page, "修改第 26 人员工26");

        Assert.Equal((20, "person-26-name"), (page.FindAll(".person").Count, Assert.Single(page.FindAll("input[id$=-name]")).Id));
        Assert.Contains("第 2 页，共 15 页", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_show_masked_numbers_facts_and_the_decision_with_its_reason()
    {
        var people = Graduates(2);
        people[1].Answers["contractMonths"] = "11";
        var page = Show(people);

        var line = page.FindAll(".person")[1].TextContent;
        Assert.Contains("不符合", line, StringComparison.Ordinal);
        Assert.Contains("签订1年以上", line, StringComparison.Ordinal);
        Assert.Contains("高校毕业生；劳动合同期限 11个月", line, StringComparison.Ordinal);
        Assert.DoesNotContain(SheetScene.Id(2), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_to_be_mended_is_found_by_the_filter_and_stays_while_being_mended()
    {
        var people = Graduates(30);
        people[22].ResidentId = "1";
        var page = Show(people);

        Press(page, "要改的（1）");
        Assert.Contains("18位", Assert.Single(page.FindAll(".person")).TextContent, StringComparison.Ordinal);
        Press(page, "修改第 23 人员工23");
        page.Find("#person-23-id").Input(SheetScene.Id(23));

        Assert.Equal(SheetScene.Id(23), page.Find("#person-23-id").GetAttribute("value"));
        Assert.Contains("要改的（0）", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_removed_comes_back_where_they_stood()
    {
        var page = Show(Graduates(3));

        Press(page, "删除第 2 人员工2");
        Assert.Equal(["员工1", "员工3"], _typed.People.Select(person => person.Name));
        Press(page, "撤销删除");

        Assert.Equal(["员工1", "员工2", "员工3"], _typed.People.Select(person => person.Name));
    }

    [Fact]
    public async Task A_link_to_a_field_of_somebody_on_another_page_opens_them()
    {
        var page = Show(Graduates(300));
        var watch = (DotNetObjectReference<FieldWatch>)Assert.Single(_module.Invocations["start"]).Arguments[1]!;

        await page.InvokeAsync(() => watch.Value.ArriveAsync("person-259-fact-contractMonths"));

        Assert.NotNull(page.Find("#person-259-fact-contractMonths"));
        Assert.Contains("第 13 页", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_fills_the_list_and_shows_what_is_to_be_mended()
    {
        var page = Show(new PersonEntry());
        var lines = Enumerable.Range(1, 40).Select(number => SheetScene.Graduate(number, number == 33 ? "" : null));

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(SheetScene.Book([SheetScene.Header, .. lines]).ToArray(), "名单.xlsx"));

        page.WaitForAssertion(() => Assert.Contains("第34行“身份证号码”：没有填。", page.Markup, StringComparison.Ordinal));
        Assert.Equal(40, _typed.People.Count);
        Assert.Contains("员工33", Assert.Single(page.FindAll(".person")).TextContent, StringComparison.Ordinal);
        Assert.Contains("共 40 人，符合条件 40 人", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_of_a_person_says_whose_it_is()
    {
        _typed.People.AddRange([new PersonEntry { Answers = { ["contractMonths"] = "很久" } }, new PersonEntry()]);

        var people = SheetScene.Read(_typed).People;

        Assert.All(people[0].Errors, error => Assert.StartsWith("第1人：", error.Message, StringComparison.Ordinal));
        Assert.Contains(people[0].Errors, error => error.Message.Contains("劳动合同期限", StringComparison.Ordinal));
        Assert.All(people[1].Errors, error => Assert.StartsWith("第2人：", error.Message, StringComparison.Ordinal));
    }

    private static PersonEntry[] Graduates(int count) => [.. Enumerable.Range(1, count).Select(number =>
    {
        var person = ApplyScene.GraduateHire(SheetScene.Id(number));
        person.Name = $"员工{number}";
        return person;
    })];

    private static void Press(IRenderedComponent<PeopleEntries> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent == text).Click();

    private IRenderedComponent<PeopleEntries> Show(params PersonEntry[] people)
    {
        _typed.People.AddRange(people);
        IRenderedComponent<PeopleEntries>? page = null;
        var first = SheetScene.Read(_typed);
        return page = Render<PeopleEntries>(parameters => parameters
            .Add(p => p.List, first.Measure.Application.People!).Add(p => p.Reading, first).Add(p => p.Errors, new Dictionary<string, string>())
            .Add(p => p.Changed, () => page!.Render(again => again.Add(p => p.Reading, SheetScene.Read(_typed)))));
    }
}
