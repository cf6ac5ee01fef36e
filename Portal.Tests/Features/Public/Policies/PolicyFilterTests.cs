using Portal.Domain.Measures;
using Portal.Domain.Notice;
using Portal.Features.Public.Policies;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Policies;

public sealed class PolicyFilterTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Without_a_choice_all_clauses_stand_in_their_chapters()
    {
        var list = await ListAsync();

        Assert.Equal(Enumerable.Range(1, 22), list.Chapters.SelectMany(chapter => chapter.Clauses).Select(line => line.Clause.Number));
        Assert.Equal(new MeasureCatalog().All.Select(measure => measure.Code), list.Measures.Select(line => line.Measure.Code));
        Assert.Empty(list.ForEverybody);
    }

    [Fact]
    public async Task A_graduate_sees_what_is_written_for_graduates_and_what_is_for_everybody()
    {
        var list = await ListAsync("graduate");

        Assert.Equal(["flexible-social-insurance", "venue-subsidy"], list.Measures.Select(line => line.Measure.Code));
        Assert.Equal([7, 8, 13, 21], list.Chapters.SelectMany(chapter => chapter.Clauses).Select(line => line.Clause.Number));
        Assert.Equal([1, 3, 18, 20], list.ForEverybody.Select(clause => clause.Number));
    }

    [Theory]
    [InlineData("210200", "hiring-grant", false)]
    [InlineData("210100", "hiring-grant", true)]
    [InlineData("210100", "temporary-relief", true)]
    [InlineData("210100", "post-subsidy", false)]
    [InlineData("210100", "stabilization-refund", false)]
    public async Task A_city_tells_whether_it_has_set_its_values(string city, string measure, bool awaits)
    {
        var list = await ListAsync(city: city);

        Assert.Equal(awaits, list.Measures.Single(line => line.Measure.Code == measure).AwaitsCity);
    }

    [Fact]
    public async Task Without_a_city_nothing_is_said_of_one() =>
        Assert.All((await ListAsync()).Measures, line => Assert.Null(line.AwaitsCity));

    [Theory]
    [InlineData("nobody", "nowhere")]
    [InlineData("<script>", "210202")]
    [InlineData("", "210000")]
    public async Task A_choice_nobody_offered_is_no_choice(string who, string city)
    {
        var list = await ListAsync(who, city);

        Assert.Null(list.Who);
        Assert.Null(list.City);
        Assert.Equal(22, list.Chapters.Sum(chapter => chapter.Clauses.Count));
    }

    [Fact]
    public async Task Whoever_has_no_measure_of_their_own_is_told_kindly_and_still_finds_their_clauses()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync("/policies?who=sole-trader");

        Assert.Contains("没有专门给个体工商户的补贴项目", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/policies/clause-4']"));
    }

    [Fact]
    public async Task The_city_goes_along_to_the_guides()
    {
        var visitor = new ScriptlessBrowser(portal);

        await visitor.GetAsync($"/policies?who={ApplicantGroup.Employer.Code}&city=210200");

        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/policies/hiring-grant?city=210200']"));
        Assert.Equal("210200", visitor.Page.QuerySelector("#city option[selected]")!.GetAttribute("value"));
        Assert.Equal("employer", visitor.Page.QuerySelector("#who option[selected]")!.GetAttribute("value"));
    }

    private Task<PolicyList> ListAsync(string? who = null, string? city = null) => portal.Get<ListPolicies>().HandleAsync(who, city);
}
