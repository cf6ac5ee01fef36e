using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>The main journeys with the keyboard alone, from the skip link to the decision.</summary>
public sealed class KeyboardTests(Browser browser)
{
    [Fact]
    public async Task A_stranger_gets_from_the_landing_page_into_the_questionnaire()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var keyboard = new Keyboard(visitor);
        await visitor.ArriveAsync("/");
        await keyboard.SkipAsync();
        await keyboard.GoAsync("看看我能享受什么");
        await visitor.SeesHeadingAsync("我能享受什么");
        await keyboard.SkipAsync();
        await keyboard.GoAsync("我是个人");
        await visitor.SeesHeadingAsync("我能享受什么（个人）");

        await keyboard.SkipAsync();
        await keyboard.SelectAsync("市", "沈阳市");
        await keyboard.SelectAsync("县（市、区）", "和平区");
        await keyboard.GoAsync("下一题");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "第 1 题" })).ToBeFocusedAsync();
        await keyboard.ReachAsync("灵活就业");
        await keyboard.PressAsync("Space");
        await keyboard.GoAsync("下一题");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "第 2 题" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_error_summary_leads_the_keyboard_to_the_field_on_interactive_pages_too()
    {
        await using var portal = new PortalServer(browser);
        var visitor = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var keyboard = new Keyboard(visitor);
        await LogInAsync(visitor, keyboard, "graduate");
        await new ApplicationForm(visitor).OpenAsync("flexible-social-insurance");
        await keyboard.GoAsync("下一步");
        await visitor.SeesAsync("还有几处需要您改一下");

        var error = visitor.Main.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First;
        await keyboard.GoAsync(await error.InnerTextAsync());

        var field = (await error.GetAttributeAsync("href"))!.Split('#')[1];
        await Assertions.Expect(visitor.Page.Locator($"#{field}").And(visitor.Page.Locator(":focus")).Or(visitor.Page.Locator($"#{field} :focus"))).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Staff_take_up_a_case_and_propose_a_decision()
    {
        await using var portal = new PortalServer(browser);
        var graduate = await Visitor.SignedInAsync(portal, Screen.Desktop, "graduate");
        var caseNo = await new FlexibleApplication(graduate).SubmitAsync();
        var reviewer = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var keyboard = new Keyboard(reviewer);
        await LogInAsync(reviewer, keyboard, "reviewer");
        await keyboard.GoAsync("工作台");
        await reviewer.SeesHeadingAsync("工作台");
        await keyboard.GoAsync("审核灵活就业社会保险补贴");
        await reviewer.IsAtAsync($"/desk/cases/{caseNo}");
        foreach (var step in (string[])["领取办理", "拟同意"])
        {
            await keyboard.GoAsync(step);
            await reviewer.SeesAsync("已完成");
            await Assertions.Expect(reviewer.Main.GetByRole(AriaRole.Button, new() { Name = step, Exact = true })).ToHaveCountAsync(0);
        }

        var approver = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var other = new Keyboard(approver);
        await LogInAsync(approver, other, "approver");
        await approver.ArriveAsync($"/desk/cases/{caseNo}");
        await other.GoAsync("同意");
        await approver.SeesAsync("拨付计划已生成");
    }

    [Fact]
    public async Task A_person_fills_in_a_whole_application_and_submits_it()
    {
        await using var portal = new PortalServer(browser);
        var person = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var keyboard = new Keyboard(person);
        var form = new ApplicationForm(person);
        await LogInAsync(person, keyboard, "graduate");
        await form.OpenAsync("temporary-relief");
        await keyboard.SelectAsync("市", "大连市");
        await keyboard.SelectAsync("县（市、区）", "中山区");
        await NextAsync();
        foreach (var page in (string[][])[["是", "3", "是", "否"], ["否", "是", "否"]])
        {
            foreach (var answer in page)
            {
                if (answer == "3")
                {
                    await keyboard.FillAsync("连续无收入月数", answer);
                    continue;
                }

                // Tab stands still once in a group of answers; the arrows choose within it.
                await keyboard.ReachAsync("是");
                await keyboard.PressAsync(answer == "是" ? "Space" : "ArrowDown");
            }

            await NextAsync();
        }

        await keyboard.FillAsync("开户银行", "中国样例银行");
        await keyboard.FillAsync("银行卡号", "6200000000000005");
        await NextAsync();
        // What the file dialog of the system does lies outside the page.
        foreach (var material in (string[])["身份证", "居住证明", "收入情况说明"]) await form.AttachAsync(material, $"{material}.pdf");
        await NextAsync();
        await keyboard.GoAsync("确认无误，提交申请");
        await person.IsAtAsync("/cases/LN");

        async Task NextAsync()
        {
            var here = person.Page.Url;
            await keyboard.GoAsync("下一步");
            await Assertions.Expect(person.Page).Not.ToHaveURLAsync(here);
            await IsTakenToTheTopAsync(person);
        }
    }

    [Fact]
    public async Task A_person_types_a_date_and_it_stands_as_typed()
    {
        await using var portal = new PortalServer(browser);
        var person = new Visitor(await portal.VisitAsync(Screen.Desktop));
        var keyboard = new Keyboard(person);
        var form = new ApplicationForm(person);
        await LogInAsync(person, keyboard, "graduate");
        await form.OpenAsync("flexible-social-insurance");
        await form.ChoosePlaceAsync("沈阳市", "和平区");
        await IsTakenToTheTopAsync(person);
        await form.ChooseAsync("您的身份", "高校毕业生");

        await keyboard.FillDateAsync("离校日期", new DateOnly(2019, 7, 1));
        await Assertions.Expect(person.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
        await form.ChooseAsync("您在灵活就业吗", "是");
        await form.ChooseAsync("您自己缴纳社会保险费了吗", "是");
        await keyboard.GoAsync("下一步");
        await person.SeesAsync("本次申请月数");
        await IsTakenToTheTopAsync(person);
        await keyboard.GoAsync("上一步");
        await Assertions.Expect(person.Main.GetByLabel("离校日期")).ToHaveValueAsync("2019-07-01");
        await person.SeesAsync("已保存，可以随时离开");
    }

    /// <summary>Waits for the focus that every page of the form begins with: a key pressed before would be lost to it.</summary>
    private static Task IsTakenToTheTopAsync(Visitor person) =>
        Assertions.Expect(person.Main.GetByRole(AriaRole.Group, new() { Name = "填写进度" })).ToBeFocusedAsync();

    private static async Task LogInAsync(Visitor visitor, Keyboard keyboard, string account)
    {
        await visitor.ArriveAsync("/login");
        await keyboard.FillAsync("手机号或账号", account);
        await keyboard.FillAsync("密码", "Demo-2020-11");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login$"));
    }
}
