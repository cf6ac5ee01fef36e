using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Notice;
using Portal.Features.Administration.Guides;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Guides;

public sealed class GuideSheetTests : IDisposable
{
    private const string Dalian = "210200";
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task What_staff_write_shows_at_once_on_the_page_that_was_kept_ready()
    {
        var visitor = new ScriptlessBrowser(_portal);
        await visitor.GetAsync("/policies/hiring-grant?city=210200");
        Assert.Equal("待公布", visitor.Element("受理机构"));

        await SaveAsync("admin", Dalian, (GuideElement.Office, "大连市就业中心"));

        await visitor.GetAsync("/policies/hiring-grant?city=210200");
        Assert.Equal("大连市就业中心", visitor.Element("受理机构"));
        await visitor.GetAsync("/policies/hiring-grant?city=210100");
        Assert.Equal("待公布", visitor.Element("受理机构"));
    }

    [Fact]
    public async Task A_blank_text_withdraws_and_leaves_its_history()
    {
        await SaveAsync("admin", Dalian, (GuideElement.Enquiries, "0411-00000000"));
        await SaveAsync("admin", Dalian, (GuideElement.Enquiries, "  "));

        var sheet = await SheetAsync("admin", Dalian);

        Assert.Null(Line(sheet, GuideElement.Enquiries).Text);
        Assert.Equal([null, "0411-00000000"], sheet.History.Select(entry => entry.Text));
        var admin = await _portal.ActorAsync("admin");
        Assert.All(sheet.History, entry => Assert.Equal((admin.UserId, admin.Name), (entry.ActorId, entry.ActorName)));
    }

    [Fact]
    public async Task The_provinces_words_stand_until_the_city_has_its_own_and_again_when_it_withdraws_them()
    {
        var visitor = new ScriptlessBrowser(_portal);
        foreach (var (place, text, expected) in ((string, string, string)[])
            [("210000", "024-00000000", "024-00000000"), (Dalian, "0411-00000000", "0411-00000000"), (Dalian, "", "024-00000000")])
        {
            await SaveAsync("admin", place, (GuideElement.Complaints, text));
            await visitor.GetAsync("/policies/hiring-grant?city=210200");
            Assert.Equal(expected, visitor.Element("监督投诉方式"));
        }
    }

    [Fact]
    public async Task Pressed_twice_it_is_written_once()
    {
        var form = await FormAsync("admin", Dalian, (GuideElement.Office, "大连市就业中心"));

        Assert.Equal(new GuideAnswer.Saved(1), await SaveAsync("admin", Dalian, form));
        Assert.Equal(new GuideAnswer.Saved(0), await SaveAsync("admin", Dalian, form));

        Assert.Single((await SheetAsync("admin", Dalian)).History);
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_what_stands_now_and_overwrites_nothing()
    {
        var first = await FormAsync("admin", Dalian, (GuideElement.Office, "甲"));
        var second = await FormAsync("operator", Dalian, (GuideElement.Office, "乙"));
        await SaveAsync("admin", Dalian, first);

        var faulty = Assert.IsType<GuideAnswer.Faulty>(await SaveAsync("operator", Dalian, second));

        Assert.Contains("现在是“甲”", Assert.Single(faulty.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("甲", Line(await SheetAsync("admin", Dalian), GuideElement.Office).Text);
    }

    [Fact]
    public async Task What_cannot_stand_is_told_and_nothing_is_written()
    {
        var faulty = Assert.IsType<GuideAnswer.Faulty>(await SaveAsync("admin", Dalian, await FormAsync("admin", Dalian,
            (GuideElement.Office, "大连市就业中心"), (GuideElement.Enquiries, "<script>alert(1)</script>"), (GuideElement.OfficeAddress, new string('路', 201)))));

        Assert.Equal(["OfficeAddress", "Enquiries"], faulty.Errors.Select(error => error.FieldId));
        Assert.Empty((await SheetAsync("admin", Dalian)).History);
    }

    [Theory]
    [InlineData(Roles.Administrator, Dalian, Dalian, true)]
    [InlineData(Roles.Operator, Dalian, Dalian, true)]
    [InlineData(Roles.Supervisor, "210000", Dalian, true)]
    [InlineData(Roles.Operator, Dalian, "210100", false)]
    [InlineData(Roles.Operator, Dalian, "210000", false)]
    [InlineData(Roles.Operator, "210202", Dalian, false)]
    [InlineData(Roles.Reviewer, Dalian, Dalian, false)]
    [InlineData(Roles.Auditor, "210000", Dalian, false)]
    public async Task Guides_are_kept_by_the_staff_of_the_place_whose_work_it_is(string role, string staffPlace, string guidePlace, bool allowed)
    {
        var actor = await _portal.AddPersonAsync("测试员", staffPlace, role);
        var form = new GuideForm { Texts = { ["Office"] = "就业中心" } };

        var answer = await _portal.Get<SaveGuideSheet>().HandleAsync(actor, "hiring-grant", guidePlace, form);

        Assert.Equal(allowed ? new GuideAnswer.Saved(1) : new GuideAnswer.NotAllowed(), answer);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(allowed, await db.GuideEntries.AnyAsync());
    }

    [Fact]
    public async Task There_is_no_guide_to_nothing_and_none_of_a_county()
    {
        var admin = await _portal.ActorAsync("admin");

        Assert.Null(await _portal.Get<ShowGuideSheet>().HandleAsync(admin, "free-money", Dalian));
        Assert.Null(await _portal.Get<ShowGuideSheet>().HandleAsync(admin, "hiring-grant", "210202"));
    }

    [Fact]
    public async Task A_member_of_staff_fills_a_guide_in_by_its_form()
    {
        var staff = await ScriptlessBrowser.AsAsync(_portal, "admin");
        await staff.GetAsync("/admin/guides?place=210200");
        Assert.NotNull(staff.Page.QuerySelector("main a[href='/admin/guides/clause-10?place=210200']"));
        await staff.GetAsync("/admin/guides/clause-10?place=210200");

        await staff.SubmitAsync("guide", new() { ["Form.Texts[Visits]"] = "最多 1 次" });

        Assert.Contains("已保存", staff.Text, StringComparison.Ordinal);
        Assert.Contains("到办事现场次数：最多 1 次", staff.Text, StringComparison.Ordinal);
        Assert.Equal("最多 1 次", Line(await SheetAsync("admin", Dalian, "clause-10"), GuideElement.Visits).Text);
        await staff.GetAsync("/admin/guides?place=210200");
        Assert.Contains("1 / 8 项", staff.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/guides/hiring-grant?place=210200")]
    [InlineData("/admin/guides/hiring-grant?place=210200", "Form.Texts[Office]", "就业中心", "Form.Seen[Office]", "昨天")]
    [InlineData("/admin/guides/hiring-grant?place=210200", "Form.Texts[Nothing]", "就业中心")]
    public async Task A_form_that_is_not_ours_writes_nothing_and_breaks_nothing(string address, params string[] fields)
    {
        var client = await new ScriptlessBrowser(_portal).SignedInAsync("admin");

        using var response = await client.PostFormAsync(address, "guide", fields.Chunk(2).ToDictionary(field => field[0], field => field[1]));

        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{response.StatusCode}");
    }

    [Theory]
    [InlineData("graduate")]
    [InlineData("reviewer")]
    public async Task Others_find_no_form(string account)
    {
        var visitor = await ScriptlessBrowser.AsAsync(_portal, account);

        await visitor.GetAsync("/admin/guides/hiring-grant?place=210200");
        Assert.Null(visitor.Page.QuerySelector("input[name=_handler][value=guide]"));
        await visitor.GetAsync("/policies/hiring-grant");
        Assert.Null(visitor.Page.QuerySelector("main a[href^='/admin/guides']"));
    }

    public void Dispose() => _portal.Dispose();

    private static GuideLineSheet Line(GuideSheet sheet, GuideElement element) => sheet.Lines.Single(line => line.Rule.Element == element);

    private async Task<GuideSheet> SheetAsync(string account, string place, string code = "hiring-grant") =>
        (await _portal.Get<ShowGuideSheet>().HandleAsync(await _portal.ActorAsync(account), code, place))!;

    private async Task<GuideForm> FormAsync(string account, string place, params (GuideElement Element, string Text)[] typed)
    {
        var form = GuideForm.Of(await SheetAsync(account, place));
        foreach (var (element, text) in typed) form.Texts[element.ToString()] = text;
        return form;
    }

    private async Task<GuideAnswer> SaveAsync(string account, string place, GuideForm form)
    {
        Actor actor = await _portal.ActorAsync(account);
        return await _portal.Get<SaveGuideSheet>().HandleAsync(actor, "hiring-grant", place, form);
    }

    private async Task SaveAsync(string account, string place, params (GuideElement Element, string Text)[] typed) =>
        Assert.IsType<GuideAnswer.Saved>(await SaveAsync(account, place, await FormAsync(account, place, typed)));
}
