using System.Net;
using Portal.Casework.Time;
using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Features.Public.Policies;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Policies;

public sealed class PolicyPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string> Addresses() =>
        ["/", "/check", "/policies", "/policies?who=graduate&city=210200", .. new MeasureCatalog().All.Select(measure => $"/policies/{measure.Code}"),
            .. ClauseCatalog.All.Select(clause => $"/policies/{clause.Code}")];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_sets_no_cookie_and_needs_no_script(string address)
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, visitor.Response.StatusCode);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(visitor.Page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_list_leads_to_the_guide_and_the_check_of_every_measure_and_to_the_applications_that_are_taken()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies");

        foreach (var measure in new MeasureCatalog().All)
        {
            foreach (var address in (string[])["/policies/", "/check/", "/apply/"])
                Assert.NotNull(visitor.Page.QuerySelector($"main a[href='{address}{measure.Code}']"));
        }
    }

    [Fact]
    public async Task A_guide_says_what_is_asked_and_never_makes_up_what_nobody_has_said()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies/hiring-grant");

        Assert.Contains("辽政办发〔2020〕25号 第六条", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("签订1年以上（含1年）劳动合同。", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("5 个工作日", visitor.Element("承诺时限"));
        Assert.Equal("企业和其他用人单位", visitor.Element("服务对象"));
        Assert.Equal("网上申请，0 次", visitor.Element("到办事现场次数"));
        foreach (var line in (string[])["实施编码", "受理机构", "办理地点", "办公时间", "法定时限", "咨询方式", "监督投诉方式"])
            Assert.Equal("待公布", visitor.Element(line));
    }

    [Fact]
    public async Task A_measure_is_applied_for_without_a_visit_and_a_clause_without_measures_promises_nothing()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies/venue-subsidy");
        Assert.Equal("网上申请，0 次", visitor.Element("到办事现场次数"));

        await visitor.GetAsync("/policies/clause-10");
        Assert.Equal("待公布", visitor.Element("到办事现场次数"));
    }

    [Fact]
    public async Task A_clause_without_measures_says_what_is_not_open_yet_and_who_answers_for_it()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies/clause-10");

        Assert.Contains("自查：还没有开通", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("省市场监管局、省营商局，各行业准入审批部门；各市政府", visitor.Element("责任单位"));
        Assert.Equal("待公布", visitor.Element("承诺时限"));
    }

    [Theory]
    [InlineData("/policies/clause-0")]
    [InlineData("/policies/clause-23")]
    [InlineData("/policies/clause-")]
    [InlineData("/policies/clause-1x")]
    public async Task There_is_no_other_clause(string address)
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Response.StatusCode);
    }

    [Theory]
    [InlineData("210100", "1,540.00 元至1,810.00 元")]
    [InlineData("210700", "1,300.00 元至1,480.00 元")]
    [InlineData("210800", "1,610.00 元")]
    public async Task A_citys_minimum_wage_is_that_of_its_counties(string city, string wage)
    {
        var guide = await portal.Get<ShowPolicy>().HandleAsync("unemployment-insurance", city);

        Assert.Equal(wage, guide!.Values.Single(value => value.Label == SharedParameters.MinimumWageMonthly.Label).Value);
    }

    [Theory]
    [InlineData("210200", "2,500.00 元")]
    [InlineData("210100", "待市级细则")]
    [InlineData("nowhere", "待市级细则")]
    public async Task The_values_are_those_of_the_chosen_place(string city, string amount)
    {
        var guide = await portal.Get<ShowPolicy>().HandleAsync("hiring-grant", city);

        Assert.Equal(amount, guide!.Values.Single(value => value.Label == HiringGrant.AmountPerPerson.Label).Value ?? "待市级细则");
    }

    [Fact]
    public async Task No_note_of_the_keepers_reaches_the_public()
    {
        var visitor = new ScriptlessBrowser(portal);

        foreach (var measure in new MeasureCatalog().All)
        {
            await visitor.GetAsync($"/policies/{measure.Code}?city=210300");
            Assert.DoesNotContain("facts.md", visitor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("notice", visitor.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_measure_out_of_its_time_is_not_offered()
    {
        using var later = new PortalFactory();
        await later.Get<BusinessClock>().AdvanceAsync(365 * 5);

        Assert.False((await later.Get<ListPolicies>().HandleAsync()).Measures.Single(line => line.Measure is StabilizationRefund).IsOffered);
        var visitor = new ScriptlessBrowser(later);
        await visitor.GetAsync("/policies/stabilization-refund");
        Assert.Contains("现在不受理", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_measure_is_not_found()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies/free-money");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Response.StatusCode);
        Assert.Contains("没有找到", visitor.Text, StringComparison.Ordinal);
    }
}
