using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Data.Privacy;
using Portal.Features.Citizen.Privacy;
using Portal.Tables;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Desk.Review.People;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>The numbers of a list are handed out for comparison to whoever says why, once and for a short while.</summary>
public sealed class ExportNumbersTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task A_reviewer_who_says_why_fetches_the_whole_numbers_as_text_and_it_is_written_down()
    {
        var no = (await new PeopleScene(_portal).SubmittedAsync(7000, 12, 11)).No;
        var reviewer = await ScriptlessBrowser.AsAsync(_portal, "reviewer");
        await reviewer.GetAsync($"/desk/cases/{no}");
        await reviewer.GetAsync(reviewer.Page.QuerySelector("a[href$='/numbers']")!.GetAttribute("href")!);

        await reviewer.SubmitAsync("numbers", new() { ["Form.Purpose"] = UnmaskField.Purposes[3] });
        Assert.Contains("请写明具体理由", reviewer.Page.QuerySelector("#note-err")!.TextContent, StringComparison.Ordinal);
        await reviewer.SubmitAsync("numbers", new() { ["Form.Note"] = "和社保系统比对" });
        await reviewer.GetAsync(reviewer.Page.QuerySelector("a[download]")!.GetAttribute("href")!);

        var rows = new List<string[]>();
        using (var table = TableFile.Open(await reviewer.Response.Content.ReadAsStreamAsync(), TableLimits.People))
            while (table.Read()) rows.Add([.. Enumerable.Range(0, 4).Select(table.Cell)]);
        Assert.Equal(["序号", "姓名", "身份证号码", "按条件核对"], rows[0]);
        Assert.Equal(["1", "员工1", SheetScene.Id(7000), "符合"], rows[1]);
        Assert.Equal(["2", "员工2", SheetScene.Id(7001), "不符合"], rows[2]);
        Assert.True(reviewer.Response.Headers.CacheControl!.NoStore);
        var entry = Assert.Single(await EntriesAsync(no));
        Assert.Equal(("下载了名单里 2 人的身份证号码全文", $"{UnmaskField.Purposes[3]}：和社保系统比对"), (entry.What, entry.Reason));
    }

    [Fact]
    public async Task An_act_opens_one_case_for_one_person_and_a_short_while_only()
    {
        var scene = new PeopleScene(_portal);
        var (no, other) = ((await scene.SubmittedAsync(7010, 12)).No, (await scene.SubmittedAsync(7020, 12)).No);
        var (export, reviewer) = (_portal.Get<ExportNumbers>(), await _portal.ActorAsync("reviewer"));
        var form = new UnmaskForm { ActId = Guid.CreateVersion7(), Purpose = UnmaskField.Purposes[0], Note = "与花名册比对" };

        Assert.IsType<UnmaskAnswer.Ready>(await export.HandleAsync(reviewer, no, form));
        Assert.IsType<UnmaskAnswer.Spent>(await export.HandleAsync(reviewer, no, form));
        Assert.NotNull(await export.FetchAsync(reviewer, no, form.ActId));
        Assert.Null(await export.FetchAsync(reviewer, other, form.ActId));
        Assert.Null(await export.FetchAsync(await _portal.ActorAsync("reviewer2"), no, form.ActId));
        Assert.Null(await export.FetchAsync(reviewer with { Place = "210100" }, no, form.ActId));
        await _portal.Get<BusinessClock>().AdvanceAsync(1);
        Assert.Null(await export.FetchAsync(reviewer, no, form.ActId));
    }

    [Fact]
    public async Task The_act_that_showed_one_number_does_not_open_the_list()
    {
        var no = (await new PeopleScene(_portal).SubmittedAsync(7030, 12)).No;
        var (reviewer, form) = (await _portal.ActorAsync("reviewer"), new UnmaskForm { ActId = Guid.CreateVersion7(), Field = "hire-1", Purpose = UnmaskField.Purposes[0], Note = "号码看不清" });
        Assert.IsType<UnmaskAnswer.Shown>(await _portal.Get<UnmaskField>().HandleAsync(reviewer, new MaskedOwner.OfCase(no), form));

        Assert.Null(await _portal.Get<ExportNumbers>().FetchAsync(reviewer, no, form.ActId));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("supervisor")]
    [InlineData("operator")]
    [InlineData("admin")]
    [InlineData("finance")]
    public async Task Who_does_not_examine_the_list_gets_no_number_of_it(string account)
    {
        var no = (await new PeopleScene(_portal).SubmittedAsync(7040, 12)).No;
        var form = new UnmaskForm { ActId = Guid.CreateVersion7(), Purpose = UnmaskField.Purposes[0], Note = "与花名册比对" };

        Assert.IsType<UnmaskAnswer.NotAllowed>(await _portal.Get<ExportNumbers>().HandleAsync(await _portal.ActorAsync(account), no, form));
        Assert.Empty(await EntriesAsync(no));
        var staff = await ScriptlessBrowser.AsAsync(_portal, account);
        await staff.GetAsync($"/desk/cases/{no}/numbers");
        Assert.Contains("您的岗位不能下载", staff.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_applicant_is_turned_away()
    {
        var no = (await new PeopleScene(_portal).SubmittedAsync(7050, 12)).No;
        var hr = await new ScriptlessBrowser(_portal).SignedInAsync("hr");

        Assert.Equal(HttpStatusCode.Redirect, (await hr.GetAsync($"/desk/cases/{no}/numbers")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.GetAsync($"/desk/cases/{no}/numbers/{Guid.NewGuid()}")).StatusCode);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<List<AccessEntry>> EntriesAsync(string no)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.AccessEntries.Where(entry => entry.CaseNo == no && entry.Kind == AccessKind.NumbersExport).ToListAsync();
    }
}
