using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Public.Publications;
using Portal.Features.Refunds.Objections;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Features.Public.Publications;

public sealed class PublicationTests : IDisposable
{
    private readonly PortalFactory _portal = PortalFactory.With(services => services.LimitLookUps(perAddress: 5));
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task A_list_is_public_by_name_from_publication_to_release()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.DemoFirmRow));
        Assert.Null(await ShowAsync(id));
        Assert.Empty(await _portal.Get<ListPublications>().HandleAsync());
        await _portal.PublishAsync(id);

        var view = (await ShowAsync(id))!;
        Assert.Equal(id, Assert.Single(await _portal.Get<ListPublications>().HandleAsync()).RunId);
        Assert.Equal((new DateOnly(2020, 11, 16), new DateOnly(2020, 11, 23), true), (view.Period.From, view.Period.Until, view.TakesObjections));
        var firm = Assert.Single(view.Firms);
        Assert.Equal(("样例12企业0000003有限公司", "91211223********23", new Money(43254)), (firm.Name, firm.MaskedCode, firm.Amount));
        Assert.Single((await ShowAsync(id, "912112238dhxt2n823".ToUpperInvariant()))!.Firms);
        Assert.Empty((await ShowAsync(id, "91211223"))!.Firms);

        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        Assert.False((await ShowAsync(id))!.TakesObjections);
        await _portal.ReleaseAsync(id);
        Assert.Null(await ShowAsync(id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_objection_holds_the_firm_back_until_a_reviewer_decides(bool uphold)
    {
        var id = await TwoPublishedAsync();
        Assert.IsType<ObjectionResult.Filed>(await ObjectAsync(id, 1));
        await _portal.Get<BusinessClock>().AdvanceAsync(7);

        await _portal.ReleaseAsync(id);
        Assert.Equal((1, 1, new Money(90065)), await _portal.GrantedAsync());
        var (objection, reviewer) = (await ObjectionAsync(), await _portal.ActorAsync("reviewer"));
        Assert.IsType<RunStepResult.Refused>(await DecideAsync(objection.Id, uphold, " "));
        Assert.IsType<RunStepResult.NotFound>(await _portal.Get<DecideObjection>().HandleAsync(reviewer with { Place = "210200" }, objection.Id, uphold, "查过"));
        Assert.IsType<RunStepResult.NotFound>(await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("operator"), objection.Id, uphold, "查过"));
        Assert.IsType<RunStepResult.Done>(await DecideAsync(objection.Id, uphold, "查过参保记录"));
        Assert.IsType<RunStepResult.DoneBefore>(await DecideAsync(objection.Id, !uphold, "再来一次"));

        Assert.Equal(uphold ? (1, 1, new Money(90065)) : (2, 2, new Money(133319)), await _portal.GrantedAsync());
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.NotNull((await db.WorkItems.SingleAsync(item => item.Kind == WorkKind.Objection)).DoneAt);
    }

    [Fact]
    public async Task An_objection_dismissed_in_time_lets_the_firm_go_with_the_others()
    {
        var id = await TwoPublishedAsync();
        await ObjectAsync(id, 1);
        await DecideAsync((await ObjectionAsync()).Id, uphold: false, "查无此事");
        await _portal.Get<BusinessClock>().AdvanceAsync(7);

        await _portal.ReleaseAsync(id);

        Assert.Equal((2, 2, new Money(133319)), await _portal.GrantedAsync());
    }

    [Theory]
    [InlineData(true, ObjectionState.Upheld, false)]
    [InlineData(false, ObjectionState.Dismissed, true)]
    public async Task Everybody_sees_what_was_found_but_not_that_somebody_objected(bool uphold, ObjectionState finding, bool mayObjectAgain)
    {
        var id = await TwoPublishedAsync();
        await ObjectAsync(id, 1);
        Assert.All((await ShowAsync(id))!.Firms, firm => Assert.Null(firm.Finding));

        await DecideAsync((await ObjectionAsync()).Id, uphold, "查过参保记录");

        Assert.Equal([finding, null], (await ShowAsync(id))!.Firms.Select(firm => firm.Finding));
        using var anybody = _portal.CreateClient();
        var page = await anybody.GetStringAsync($"/publications/{id}");
        Assert.Equal(mayObjectAgain, page.Contains($"/publications/{id}/objection/1\"", StringComparison.Ordinal));
        Assert.DoesNotContain("查过参保记录", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acts_for_the_firm_leaves_the_decision_to_a_colleague()
    {
        var id = await TwoPublishedAsync();
        await ObjectAsync(id, 1);
        var party = (await _portal.ActorAsync("hr")) with { Roles = new HashSet<string> { Roles.Reviewer }, Place = "210000" };

        var refused = Assert.IsType<RunStepResult.Refused>(await _portal.Get<DecideObjection>().HandleAsync(party, (await ObjectionAsync()).Id, uphold: false, "查过"));

        Assert.Contains("回避", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Open, (await ObjectionAsync()).State);
    }

    [Theory]
    [InlineData(true, RunState.Closed)]
    [InlineData(false, RunState.Paying)]
    public async Task A_run_whose_last_open_matter_is_an_objection_is_closed_with_it(bool uphold, RunState after)
    {
        var id = await TwoPublishedAsync();
        await ObjectAsync(id, 1);
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        await _portal.ReleaseAsync(id);
        await _portal.PaidAsync(id);

        Assert.IsType<RunStepResult.Done>(await DecideAsync((await ObjectionAsync()).Id, uphold, "查过参保记录"));

        var run = await _portal.RunAsync(id);
        Assert.Equal((after, uphold), (run.State, run.Events.Any(step => step.What == "全部拨付完毕")));
    }

    [Fact]
    public async Task The_form_tires_of_being_sent_but_not_of_being_looked_at()
    {
        var path = $"/publications/{await TwoPublishedAsync()}/objection/1";
        using var anybody = new ScriptlessBrowser(_portal);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await anybody.PostFormAsync(path, "objection", new() { ["Form.Contact"] = "123" })).StatusCode);

        var tired = await anybody.PostFormAsync(path, "objection", new() { ["Form.Contact"] = "123", ["Form.Reason"] = "早已停产" });
        Assert.Equal(HttpStatusCode.TooManyRequests, tired.StatusCode);
        Assert.NotNull(tired.Headers.RetryAfter);
        Assert.Contains("早已停产", await tired.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_objection_names_what_is_missing_and_comes_too_late_after_the_time()
    {
        var id = await TwoPublishedAsync();

        var invalid = Assert.IsType<ObjectionResult.Invalid>(await _portal.Get<FileObjection>().HandleAsync(id, 1, "", "123", " "));
        Assert.Equal(["contact", "name", "reason"], invalid.Errors.Keys.Order());
        Assert.IsType<ObjectionResult.NotFound>(await ObjectAsync(id, 99));
        Assert.IsType<ObjectionResult.NotFound>(await ObjectAsync(Guid.NewGuid(), 1));
        for (var i = 0; i < 5; i++) Assert.IsType<ObjectionResult.Filed>(await ObjectAsync(id, 1));
        Assert.IsType<ObjectionResult.Invalid>(await ObjectAsync(id, 1));
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        Assert.IsType<ObjectionResult.Invalid>(await ObjectAsync(id, 2));
    }

    [Fact]
    public async Task The_pages_show_firms_in_full_and_half_their_codes_and_take_an_objection_by_a_plain_form()
    {
        var id = await TwoPublishedAsync();
        using var anybody = new ScriptlessBrowser(_portal);

        var list = await anybody.GetAsync("/publications");
        Assert.Contains($"/publications/{id}", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(list.Headers.Contains("Set-Cookie"));
        var page = await anybody.GetStringAsync($"/publications/{id}");
        Assert.Contains("91211223********23", page, StringComparison.Ordinal);
        Assert.DoesNotContain("912112238DHXT2N823", page, StringComparison.Ordinal);
        Assert.Contains("样例12企业0000003有限公司", page, StringComparison.Ordinal);
        Assert.Contains("GS20201116-0001", page, StringComparison.Ordinal);
        Assert.Contains("辽宁省人力资源和社会保障厅", page, StringComparison.Ordinal);
        var narrowed = await anybody.GetStringAsync($"/publications/{id}?city=211300");
        Assert.Contains("样例13企业0000004有限公司", narrowed, StringComparison.Ordinal);
        Assert.DoesNotContain("样例12企业0000003有限公司", narrowed, StringComparison.Ordinal);

        var path = $"/publications/{id}/objection/1";
        var wanting = await anybody.PostFormAsync(path, "objection", new() { ["Form.Contact"] = "123", ["Form.Reason"] = "早已停产" });
        var answer = await wanting.Content.ReadAsStringAsync();
        Assert.Contains("手机号应为11位数字", answer, StringComparison.Ordinal);
        Assert.Contains("早已停产", answer, StringComparison.Ordinal);
        var filed = await anybody.PostFormAsync(path, "objection", new() { ["Form.Name"] = "邻居", ["Form.Contact"] = "13000000001", ["Form.Reason"] = "早已停产" });
        Assert.EndsWith("?filed=YY20201116-000001", filed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("YY20201116-000001", await anybody.GetStringAsync($"/publications/{id}?filed=YY20201116-000001"), StringComparison.Ordinal);
        Assert.DoesNotContain("异议已收到", await anybody.GetStringAsync($"/publications/{id}?filed=请打这个电话"), StringComparison.Ordinal);

        using var reviewer = await new ScriptlessBrowser(_portal).SignedInAsync("reviewer");
        var desk = $"/desk/objections/{(await ObjectionAsync()).Id}";
        Assert.Contains("130****0001", await reviewer.GetStringAsync(desk), StringComparison.Ordinal);
        foreach (var decision in (string[])["dismiss", "uphold"])
            Assert.EndsWith(desk, (await reviewer.PostFormAsync(desk, "decide", new() { ["Form.Finding"] = "查过", ["Form.Decision"] = decision })).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Dismissed, (await ObjectionAsync()).State);
    }

    [Fact]
    public async Task The_list_is_downloaded_as_everybody_may_see_it_and_runs_nothing()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header,
            RosterFolder.DemoFirmRow.Replace("样例12企业0000003有限公司,211223", "=1+1有限公司,211223", StringComparison.Ordinal), RosterFolder.OtherFirmRow));
        var download = _portal.Get<DownloadPublication>();
        Assert.False(await download.HandleAsync(id, null, () => throw new InvalidOperationException("Nothing may be written.")));
        await _portal.PublishAsync(id);

        var (whole, one) = (new MemoryStream(), new MemoryStream());
        Assert.True(await download.HandleAsync(id, null, () => whole));
        Assert.True(await download.HandleAsync(id, "211300", () => one));

        Assert.Equal(
            "\uFEFF公示编号,序号,企业名称,统一社会信用代码（隐去中间）,参保地,返还金额（元）,异议\n"
            + "GS20201116-0001,1,'=1+1有限公司,91211223********23,铁岭市西丰县,432.54,\nGS20201116-0001,2,样例13企业0000004有限公司,91211322********25,朝阳市建平县,900.65,\n",
            Encoding.UTF8.GetString(whole.ToArray()));
        Assert.DoesNotContain("=1+1", Encoding.UTF8.GetString(one.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_takes_papers_that_are_what_they_claim_and_staff_see_its_number_on_the_row()
    {
        var id = await TwoPublishedAsync();
        var pdf = new UploadedFile("照片.pdf", 9, "%PDF-1.4\n"u8.ToArray());
        var script = new UploadedFile("证明.pdf", 9, "<script>\n"u8.ToArray());
        Task<ObjectionResult> WithAsync(params UploadedFile[] papers) => _portal.Get<FileObjection>().HandleAsync(id, 1, "邻居", "13000000001", "企业早已停产", papers);
        Assert.Contains("不是 PDF", Assert.IsType<ObjectionResult.Invalid>(await WithAsync(script)).Errors["papers"], StringComparison.Ordinal);
        Assert.Contains("最多 3 个", Assert.IsType<ObjectionResult.Invalid>(await WithAsync(pdf, pdf, pdf, pdf)).Errors["papers"], StringComparison.Ordinal);

        Assert.Equal("YY20201116-000001", Assert.IsType<ObjectionResult.Filed>(await WithAsync(pdf)).No);
        Assert.Equal("YY20201116-000002", Assert.IsType<ObjectionResult.Filed>(await ObjectAsync(id, 2)).No);

        await using var db = await _portal.Databases.CreateDbContextAsync();
        var objection = await db.Objections.Include(one => one.Papers).SingleAsync(one => one.RowNumber == 1);
        var (reviewer, paper) = (await _portal.ActorAsync("reviewer"), Assert.Single(objection.Papers));
        Assert.Equal(pdf.Bytes, (await _portal.Get<OpenObjectionPaper>().HandleAsync(reviewer, objection.Id, paper.Id))!.Bytes);
        Assert.Null(await _portal.Get<OpenObjectionPaper>().HandleAsync(reviewer with { Place = "210200" }, objection.Id, paper.Id));
        Assert.Null(await _portal.Get<OpenObjectionPaper>().HandleAsync(await _portal.ActorAsync("operator"), objection.Id, paper.Id));
        Assert.Contains(await db.AccessEntries.ToListAsync(), entry => entry.What.Contains("YY20201116-000001", StringComparison.Ordinal));
        using var clerk = await new ScriptlessBrowser(_portal).SignedInAsync("operator");
        var page = await clerk.GetStringAsync($"/runs/{id}");
        Assert.Contains("有异议，待核实", page, StringComparison.Ordinal);
        Assert.Contains("YY20201116-000002", page, StringComparison.Ordinal);
        using var desk = await new ScriptlessBrowser(_portal).SignedInAsync("reviewer");
        Assert.Contains($"/desk/objections/{objection.Id}/papers/{paper.Id}", await desk.GetStringAsync($"/desk/objections/{objection.Id}"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<Guid> TwoPublishedAsync()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));
        await _portal.PublishAsync(id);
        return id;
    }

    private Task<PublicationView?> ShowAsync(Guid id, string? code = null) => _portal.Get<ShowPublication>().HandleAsync(id, 1, code);

    private Task<ObjectionResult> ObjectAsync(Guid id, int row) =>
        _portal.Get<FileObjection>().HandleAsync(id, row, "邻居", "13000000001", "企业早已停产");

    private async Task<RunStepResult> DecideAsync(Guid id, bool uphold, string finding) =>
        await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("reviewer"), id, uphold, finding);

    private async Task<Objection> ObjectionAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Objections.AsNoTracking().SingleAsync();
    }
}
