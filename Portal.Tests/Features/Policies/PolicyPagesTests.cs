using System.Net;
using Portal.Domain.Measures;
using Portal.Features.Policies;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Policies;

public sealed class PolicyPagesTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    public static TheoryData<string> Addresses() =>
        ["/policies", .. new MeasureCatalog().All.Select(measure => $"/policies/{measure.Code}")];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_sets_no_cookie_and_needs_no_script(string address)
    {
        var visitor = Browsing.Anonymous(portal);

        await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, visitor.Response.StatusCode);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(visitor.Page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task The_list_leads_to_the_guide_and_the_check_of_every_measure_and_to_the_applications_that_are_taken()
    {
        var visitor = Browsing.Anonymous(portal);

        await visitor.GetAsync("/policies");

        foreach (var measure in new MeasureCatalog().All)
        {
            foreach (var address in (string[])["/policies/", "/check/"])
                Assert.NotNull(visitor.Page.QuerySelector($"main a[href='{address}{measure.Code}']"));
            Assert.Equal(MeasureCatalog.TakesApplications(measure), visitor.Page.QuerySelector($"main a[href='/apply/{measure.Code}']") is not null);
        }
    }

    [Fact]
    public async Task A_guide_says_what_is_asked_and_never_makes_up_what_nobody_has_said()
    {
        var visitor = Browsing.Anonymous(portal);

        await visitor.GetAsync("/policies/hiring-grant");

        Assert.Contains("辽政办发〔2020〕25号 第六条", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("签订1年以上（含1年）劳动合同。", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("5 个工作日", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("不收费", visitor.Text, StringComparison.Ordinal);
        foreach (var line in (string[])["受理机构", "咨询电话", "实施编码"])
            Assert.Equal("待公布", visitor.Page.QuerySelectorAll(".summary dt").Single(term => term.TextContent == line).NextElementSibling!.TextContent);
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
        var visitor = Browsing.Anonymous(portal);

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
        await later.Get<Time.BusinessClock>().AdvanceAsync(365 * 5);

        Assert.False((await later.Get<ListPolicies>().HandleAsync()).Single(line => line.Measure is StabilizationRefund).IsOffered);
        var visitor = Browsing.Anonymous(later);
        await visitor.GetAsync("/policies/stabilization-refund");
        Assert.Contains("现在不受理", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_measure_is_not_found()
    {
        var visitor = Browsing.Anonymous(portal);

        await visitor.GetAsync("/policies/free-money");

        Assert.Equal(HttpStatusCode.NotFound, visitor.Response.StatusCode);
        Assert.Contains("没有找到", visitor.Text, StringComparison.Ordinal);
    }
}
