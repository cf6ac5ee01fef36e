using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Portal.E2E.Pages;
using Portal.E2E.Support;
using Portal.Tables;

namespace Portal.E2E.Journeys;

/// <summary>A firm's HR brings three hundred hires in a spreadsheet.</summary>
public sealed class PeopleListJourneyTests(Browser browser)
{
    private const int Hires = 300;
    private const int WrongNumber = 48;
    private const int WrongCategory = 121;
    private const int Nameless = 250;

    /// <summary>Contracts too short for the grant.</summary>
    private static readonly int[] Short = [7, 299];

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task HR_uploads_three_hundred_hires_mends_what_is_wrong_and_sees_the_decision_for_each(Screen screen)
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, screen, "hr");
        var form = new ApplicationForm(hr);
        await form.OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await form.ChooseAsync("企业是否正在享受阶段性减免社会保险费", "否");
        await form.NextAsync();

        var people = new PeopleForm(hr);
        await people.UploadAsync("新招用人员表格", Workbook());
        await hr.SeesAsync($"新添加 {Hires} 人");
        await hr.SeesAsync($"第{WrongNumber + 1}行“身份证号码”：身份证号码的最后一位（校验码）不对");
        await hr.SeesAsync($"第{WrongCategory + 1}行“新招用人员类别”：写的是“大学生”，只能填：登记失业人员、高校毕业生、其他人员。");
        await hr.SeesAsync($"第{Nameless + 1}行“姓名”：没有填。");
        await Assertions.Expect(people.Lines).ToHaveCountAsync(3);
        await hr.DoesNotScrollSidewaysAsync();
        Assert.Empty(await hr.AxeFaultsAsync());

        await people.CorrectIdAsync(WrongNumber, Identifiers.Hire(WrongNumber));
        await people.RemoveAsync(Nameless);
        await people.RemoveAsync(WrongCategory);
        await hr.SeesAsync($"共 {Hires - 2} 人，符合条件 {Hires - 4} 人");

        await form.NextAsync();
        await form.AttachAllAsync("劳动合同", "社会保险缴费凭证", "毕业证书或失业登记证明");
        await form.SubmitAsync();
        await hr.SeesAsync("740,000.00 元");
        await hr.SeesHeadingAsync("新招用人员（298 人，符合条件 296 人）");
        await hr.FollowAsync("下一页");
        await Assertions.Expect(hr.Main.GetByRole(AriaRole.Row, new() { NameRegex = new(@"员工51\b") })).ToBeVisibleAsync();
        var download = await hr.Page.RunAndWaitForDownloadAsync(() => hr.FollowAsync("下载名单和每个人的结果"));
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(Short.Select(number => $"员工{number}"), lines.Where(line => line.Contains("不符合", StringComparison.Ordinal)).Select(line => line.Split(',')[1]));
        Assert.Equal(Hires - 1, lines.Length);
        await hr.DoesNotScrollSidewaysAsync();
        await GoThroughAsync(portal, screen, hr, hr.CaseNo);
    }

    [Fact]
    public async Task A_file_made_to_keep_the_portal_busy_is_refused_and_the_field_stays_usable()
    {
        await using var portal = new PortalServer(browser);
        var hr = await Visitor.SignedInAsync(portal, Screen.Phone, "hr");
        var form = new ApplicationForm(hr);
        await form.OpenAsync("hiring-grant", firm: "大连示例软件有限公司");
        await form.ChooseAsync("企业是否正在享受阶段性减免社会保险费", "否");
        await form.NextAsync();
        var people = new PeopleForm(hr);

        await people.UploadAsync("新招用人员表格", HostileWorkbook());
        await hr.SeesAsync("解开后太大，没有读取");
        Assert.Empty(await hr.AxeFaultsAsync());
        await people.UploadAsync("新招用人员表格", Workbook());
        await hr.SeesAsync($"新添加 {Hires} 人");
    }

    /// <summary>Two hundred kilobytes that unpack to 200 MB of blanks.</summary>
    private static byte[] HostileWorkbook()
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = zip.CreateEntry("xl/workbook.xml").Open()) book.Write("<workbook><sheets><sheet name=\"1\"/></sheets></workbook>"u8);
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            for (var i = 0; i < 200; i++) sheet.Write(blanks);
        }

        return file.ToArray();
    }

    /// <summary>The reviewer finds two to be corrected and all others as they were said; HR corrects the one and takes the other off.</summary>
    private static async Task GoThroughAsync(PortalServer portal, Screen screen, Visitor hr, string caseNo)
    {
        var reviewer = await Visitor.SignedInAsync(portal, screen, "reviewer");
        await new CaseDesk(reviewer).OpenFromQueueAsync(caseNo);
        await new CaseDesk(reviewer).DoAsync("领取办理");
        var list = new PeopleDesk(reviewer);
        await list.OpenAsync(caseNo);
        await list.SearchAsync("员工20");
        await Album.KeepAsync(reviewer, $"people-desk-{screen}");
        await list.TickAsync(20, "员工20");
        await list.TickAsync(199, "员工200");
        await list.FindAsync("请申请人补正", "合同期限看不清，请核对。");
        Assert.Empty(await reviewer.AxeFaultsAsync());
        await reviewer.DoesNotScrollSidewaysAsync();
        await list.OpenAsync(caseNo);
        await list.FilterAsync("还没核对");
        await list.FindAsync("属实，按规定应当算", all: true);
        await reviewer.GoAsync($"/desk/cases/{caseNo}");
        await new CaseDesk(reviewer).DoAsync("请申请人补正");

        await hr.GoAsync($"/cases/{caseNo}/correct");
        await Album.KeepAsync(hr, $"people-correct-{screen}");
        Assert.Empty(await hr.AxeFaultsAsync());
        await hr.FollowAsync("第 20 人 员工20");
        await Album.KeepAsync(hr, $"people-correct-one-{screen}");
        await hr.FillAsync("劳动合同期限", "24");
        Assert.Empty(await hr.AxeFaultsAsync());
        await hr.DoesNotScrollSidewaysAsync();
        await hr.PressAsync("保存这个人");
        await hr.FollowAsync("第 199 人 员工200");
        await hr.PressAsync("从名单中去掉");
        await hr.SeesAsync("737,500.00 元");
        await hr.GoAsync($"/cases/{caseNo}/correct");
        await hr.PressAsync("提交补正");
        await hr.SeesAsync("工作人员正在审核");

        await list.OpenAsync(caseNo);
        await list.FilterAsync("还没核对");
        await reviewer.FollowAsync("员工20");
        await reviewer.SeesAsync("申请人更正");
        await Album.KeepAsync(reviewer, $"people-person-{screen}");
        Assert.Empty(await reviewer.AxeFaultsAsync());
        await reviewer.DoesNotScrollSidewaysAsync();
        await reviewer.PressAsync("记下");
        await reviewer.GoAsync($"/desk/cases/{caseNo}");
        await Album.KeepAsync(reviewer, $"people-case-{screen}");
        await new CaseDesk(reviewer).DoAsync("拟同意");
        await reviewer.SeesAsync("737,500.00 元");
    }

    private static byte[] Workbook() => WorkbookWriter.Write(new Sheet("人员",
    [
        ["部门", "姓名", "身份证号码", "新招用人员类别", "劳动合同期限", "是否已为其缴纳社会保险费"],
        .. Enumerable.Range(1, Hires).Select(number => (IReadOnlyList<string>)
        [
            "研发", number == Nameless ? "" : $"员工{number}", number == WrongNumber ? Identifiers.WrongLastDigit(number) : Identifiers.Hire(number),
            number == WrongCategory ? "大学生" : "高校毕业生", Short.Contains(number) ? "6" : "12", "是",
        ]),
    ]));
}
