using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>The application form of a measure, page by page.</summary>
public sealed class ApplicationForm(Visitor visitor)
{
    private ILocator Count => visitor.Main.GetByText(new System.Text.RegularExpressions.Regex(@"^第 \d+ 步"));

    public async Task OpenAsync(string measure, string? firm = null)
    {
        await visitor.GoAsync($"/apply/{measure}");
        await BeginAsync(firm);
        var consent = new ConsentSheet(visitor);
        if (await consent.IsAskedAsync(orElse: Count))
        {
            await consent.AgreeAsync();
            await BeginAsync(firm);
        }

        await Assertions.Expect(Count).ToBeVisibleAsync();
    }

    private async Task BeginAsync(string? firm)
    {
        if (firm is not null) await visitor.Main.GetByLabel(firm).CheckAsync();
        await visitor.PressAsync("开始填写");
    }

    /// <summary>Goes on to the next page, once what was asked on this one is told.</summary>
    public async Task NextAsync()
    {
        var here = visitor.Page.Url;
        await visitor.PressAsync("下一步");
        await Assertions.Expect(visitor.Page).Not.ToHaveURLAsync(here);
    }

    /// <summary>Goes to a page of the form by its key.</summary>
    public async Task GoToAsync(string step)
    {
        var here = new UriBuilder(visitor.Page.Url);
        here.Query = here.Query.Split("&step=")[0] + "&step=" + step;
        await visitor.GoAsync(here.Uri.PathAndQuery);
        await Assertions.Expect(Count).ToBeVisibleAsync();
    }

    public Task ChooseAsync(string question, string answer) => visitor.ChooseAsync(question, answer);

    public Task FillAsync(string label, string text) => visitor.FillAsync(label, text);

    public async Task ChoosePlaceAsync(string city, string county)
    {
        await visitor.Main.GetByLabel("市", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = city });
        await visitor.Main.GetByLabel("县（市、区）").SelectOptionAsync(new SelectOptionValue { Label = county });
        await NextAsync();
    }

    public Task ChooseFirstMonthAsync(string month) =>
        visitor.Main.GetByLabel("从哪个月开始申请").SelectOptionAsync(month);

    public async Task FillAccountAsync(string bank, string card)
    {
        await visitor.FillAsync("开户银行", bank);
        await visitor.FillAsync("银行卡号", card);
        await NextAsync();
    }

    public async Task AttachAsync(string material, string fileName)
    {
        await visitor.Main.GetByLabel(material, new() { Exact = true }).ChooseAsync(Visitor.Paper(fileName));
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Link, new() { Name = fileName })).ToBeVisibleAsync();
    }

    public async Task AttachAllAsync(params string[] materials)
    {
        foreach (var material in materials) await AttachAsync(material, $"{material}.pdf");
        await NextAsync();
    }

    public ILocator PersonCard(int number) => visitor.Main.GetByRole(AriaRole.Region, new() { Name = $"第 {number} 人" });

    /// <summary>Fills in one of the people of a hiring grant, with a contract of a year and insurance paid.</summary>
    public async Task FillHireAsync(int number, string name, string id, string category, string? unemployedMonths = null)
    {
        var card = PersonCard(number);
        await card.GetByLabel("姓名").FillAsync(name);
        await card.GetByLabel("身份证号码").FillAsync(id);
        await card.GetByRole(AriaRole.Group, new() { Name = "新招用人员类别" }).GetByLabel(category, new() { Exact = true }).CheckAsync();
        if (unemployedMonths is not null) await card.GetByLabel("登记失业月数").FillAsync(unemployedMonths);
        await card.GetByLabel("劳动合同期限").FillAsync("12");
        await card.GetByRole(AriaRole.Group, new() { Name = "是否已为其缴纳社会保险费" }).GetByLabel("是", new() { Exact = true }).CheckAsync();
    }

    /// <summary>A hiring grant for one graduate, up to the receipt; place and account are those of the firm.</summary>
    public async Task<string> ApplyForOneHireAsync(string name, string id, string isRelieved)
    {
        await OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await ChooseAsync("企业是否正在享受阶段性减免社会保险费", isRelieved);
        await NextAsync();
        await FillHireAsync(1, name, id, "高校毕业生");
        await NextAsync();
        await AttachAllAsync("劳动合同", "社会保险缴费凭证", "毕业证书或失业登记证明");
        return await SubmitAsync();
    }

    /// <summary>Submits what the check page shows; the receipt tells the case number.</summary>
    public async Task<string> SubmitAsync()
    {
        await visitor.SeesHeadingAsync("请核对");
        await visitor.DoesNotScrollSidewaysAsync();
        await visitor.PressAsync("确认无误，提交申请");
        await visitor.IsAtAsync("/cases/LN");
        return visitor.CaseNo;
    }
}
