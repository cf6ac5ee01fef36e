using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>A firm's HR applies for two hires at once and sees the two instalments.</summary>
public sealed class FirmJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task HR_applies_for_a_hiring_grant_for_several_hires(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, screen, "hr");
        var form = new ApplicationForm(hr);
        await form.OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await form.ChooseAsync("企业是否正在享受阶段性减免社会保险费", "是");
        await form.NextAsync();
        await form.FillHireAsync(1, "刘芳", Identifiers.FirstHireId, "高校毕业生");
        await hr.PressAsync("再添加一人");
        await form.FillHireAsync(2, "赵强", Identifiers.SecondHireId, "登记失业人员", unemployedMonths: "8");
        await hr.SeesAsync("共 2 人，符合条件 2 人");
        await form.NextAsync();
        await form.AttachAllAsync("劳动合同", "社会保险缴费凭证", "毕业证书或失业登记证明");
        var caseNo = await form.SubmitAsync();

        await hr.SeesAsync("5,000.00 元");
        await Assertions.Expect(hr.Main.GetByRole(AriaRole.Definition).Filter(new() { HasText = "2,500.00 元" })).ToHaveCountAsync(2);
        await hr.SeesAsync("企业恢复缴纳社会保险费后拨付");
        await hr.DoesNotScrollSidewaysAsync();
        await hr.GoAsync("/home");
        await Assertions.Expect(hr.Main.Locator($"a[href='/cases/{caseNo}']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bad_papers_are_refused_kindly_and_nothing_typed_is_lost()
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, Screen.Desktop, "hr");
        var form = new ApplicationForm(hr);
        await form.OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await hr.Main.GetByText("全部步骤").ClickAsync();
        await hr.FollowAsync("新招用人员");
        await form.PersonCard(1).GetByLabel("姓名").FillAsync("刘芳");
        await hr.FollowAsync("材料");
        var contract = hr.Main.GetByLabel("劳动合同", new() { Exact = true });

        await contract.ChooseAsync(new FilePayload { Name = "合同.pdf", MimeType = "application/pdf", Buffer = "MZ this is a program"u8.ToArray() });
        await hr.SeesAsync("不是 PDF、JPG 或 PNG 格式");
        await contract.ChooseLargeAsync(40 * 1024 * 1024);
        await hr.SeesAsync("超过 10 MB");

        await hr.FollowAsync("新招用人员");
        await Assertions.Expect(form.PersonCard(1).GetByLabel("姓名")).ToHaveValueAsync("刘芳");
    }
}
