using Portal.Casework.Rulebooks;
using Portal.Data.Reference;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.RuleChanges;

/// <summary>The pages of the parameter book and the calendar over HTTP.</summary>
public sealed class RuleChangePagesTests
{
    private const string NewValue = $"/admin/parameters/{RuleScene.AmountKey}/new?place=210200";

    private static readonly Dictionary<string, string> Raise = new()
    {
        ["Form.Kind"] = "set",
        ["Form.Value"] = "3,000",
        ["Form.From"] = "2020-11-01",
        ["Form.Source"] = "大人社发〔2020〕9号",
        ["Form.Status"] = "C",
        ["Form.Note"] = "请对照原文",
        ["Form.Step"] = "check",
    };

    [Fact]
    public async Task A_value_is_checked_previewed_proposed_approved_and_shown_to_everybody()
    {
        using var portal = new PortalFactory();
        var no = (await portal.HiringAsync()).No;
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync(NewValue);
        await admin.SubmitAsync("value", Raise);
        Assert.Contains(no, admin.Text, StringComparison.Ordinal);
        Assert.Contains("+1,500.00 元", admin.Text, StringComparison.Ordinal);

        await admin.SubmitAsync("value", new() { ["Form.Step"] = "edit" });
        Assert.Equal(("3,000", "请对照原文"), (admin.Page.QuerySelector("#value")!.GetAttribute("value"), admin.Page.QuerySelector("#note")!.TextContent));
        await admin.SubmitAsync("value", Raise);
        await admin.SubmitAsync("value", new() { ["Form.Step"] = "propose" });
        Assert.Contains("修改已提出", admin.Text, StringComparison.Ordinal);
        var address = admin.Response.RequestMessage!.RequestUri!.AbsolutePath;

        var supervisor = await ScriptlessBrowser.AsAsync(portal, "supervisor");
        await supervisor.GetAsync("/desk");
        Assert.NotNull(supervisor.Page.QuerySelector($"a[href='{address}']"));
        await supervisor.GetAsync($"/admin/parameters/{RuleScene.AmountKey}");
        Assert.Contains("有 1 项修改在等待复核", supervisor.Text, StringComparison.Ordinal);
        await supervisor.GetAsync(address);
        Assert.Contains("2,500.00 元（大连市，2020年1月1日 至 2020年12月31日）", supervisor.Text, StringComparison.Ordinal);
        Assert.Contains(no, supervisor.Text, StringComparison.Ordinal);
        await supervisor.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RuleChangeState.Approved) });
        Assert.Contains("修改从现在起生效", supervisor.Text, StringComparison.Ordinal);

        var anyone = new ScriptlessBrowser(portal);
        await anyone.GetAsync("/policies/hiring-grant?city=210200");
        Assert.Contains("3,000.00 元", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("大人社发〔2020〕9号", anyone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proposer_is_refused_even_with_a_forged_form()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise);
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync($"/admin/changes/{id}");
        Assert.Contains("是您提出的，请由另一位", admin.Text, StringComparison.Ordinal);
        Assert.Null(admin.Page.QuerySelector($"button[value={RuleChangeState.Approved}]"));

        await admin.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RuleChangeState.Approved) });

        Assert.Contains("这一步没有做", admin.Text, StringComparison.Ordinal);
        Assert.Equal(RuleChangeState.Proposed, (await portal.ChangeAsync(id)).State);
    }

    [Fact]
    public async Task A_refusal_without_words_is_asked_for_and_a_stale_tab_is_told()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise);
        var supervisor = await ScriptlessBrowser.AsAsync(portal, "supervisor");
        await supervisor.GetAsync($"/admin/changes/{id}");
        await supervisor.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RuleChangeState.Refused) });
        Assert.NotNull(supervisor.Page.QuerySelector(".error-summary a[href='#reason']"));
        await supervisor.SubmitAsync("decide", new() { ["Form.Decision"] = "9" });
        Assert.Contains("再按一次", supervisor.Text, StringComparison.Ordinal);

        await portal.DecideAsync(id, RuleChangeState.Approved, TestCases.Staff("210000", "supervisor"));
        await supervisor.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RuleChangeState.Refused), ["Form.Reason"] = "不行" });

        Assert.Contains("刚刚被别人处理过，现在的状态是“已生效”", supervisor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        using var portal = new PortalFactory();
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync(NewValue);
        await admin.SubmitAsync("value", new(Raise) { ["Form.Value"] = "三千", ["Form.From"] = "2020-13-01" });

        Assert.NotNull(admin.Page.QuerySelector(".error-summary a[href='#value']"));
        Assert.NotNull(admin.Page.QuerySelector("#from-err"));
        Assert.Equal("三千", admin.Page.QuerySelector("#value")!.GetAttribute("value"));
        Assert.Equal("请对照原文", admin.Page.QuerySelector("#note")!.TextContent);
    }

    [Fact]
    public async Task A_year_is_entered_and_approved_by_another()
    {
        using var portal = new PortalFactory();
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync("/admin/calendar/new?year=2027");
        await admin.SubmitAsync("year", new()
        {
            ["Form.Holidays"] = "1月1日至3日\n10月1日至7日",
            ["Form.Workdays"] = "2027-10-09",
            ["Form.Source"] = "国办发明电〔2026〕8号",
            ["Form.Step"] = "check",
        });
        Assert.Contains("这一年现在还没有安排", admin.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("year", new() { ["Form.Step"] = "propose" });

        var supervisor = await ScriptlessBrowser.AsAsync(portal, "supervisor");
        await supervisor.GetAsync(admin.Response.RequestMessage!.RequestUri!.AbsolutePath);
        await supervisor.SubmitAsync("decide", new() { ["Form.Decision"] = nameof(RuleChangeState.Approved) });
        await supervisor.GetAsync("/admin/calendar");

        Assert.Contains("10月1日至7日", supervisor.Text, StringComparison.Ordinal);
        Assert.Contains("国办发明电〔2026〕8号", supervisor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_line_in_the_database_stops_no_page_and_is_shown_to_the_administrator()
    {
        using var portal = new PortalFactory();
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.Add(new ParameterEntry { Key = RuleScene.AmountKey, RegionCode = "210200", From = new DateOnly(2020, 11, 1), Value = "二千五", Status = "C", Source = "s" });
            await db.SaveChangesAsync();
        }

        portal.Get<RulebookSource>().Forget();
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync("/policies/hiring-grant?city=210200");
        Assert.Contains("待市级细则", admin.Text, StringComparison.Ordinal);
        await admin.GetAsync("/admin/parameters");
        Assert.Contains("2 处错误", admin.Text, StringComparison.Ordinal);
        Assert.Contains("标准读不出来", admin.Text, StringComparison.Ordinal);
    }
}
