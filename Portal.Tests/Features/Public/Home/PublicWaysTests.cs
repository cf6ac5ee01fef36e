using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Home;

/// <summary>From the public pages everybody finds their own way, without scrolling for long.</summary>
public sealed class PublicWaysTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Those_without_work_find_a_card_of_their_own_and_everybody_the_calculators()
    {
        var stranger = new ScriptlessBrowser(portal);
        await stranger.GetAsync("/");

        Assert.Contains(stranger.Page.QuerySelectorAll("main .card h3 a"), link => link.TextContent.Contains("失业", StringComparison.Ordinal) && link.GetAttribute("href") == "/check/person");
        Assert.Contains(stranger.Page.QuerySelectorAll("nav[aria-label=主导航] a"), link => link.GetAttribute("href") == "/calculators");
        await stranger.GetAsync("/calculators");
        Assert.Equal(["个人", "企业和单位"], stranger.Page.QuerySelectorAll("main h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task The_policy_list_is_folded_until_somebody_says_who_they_are()
    {
        var stranger = new ScriptlessBrowser(portal);
        await stranger.GetAsync("/policies");
        var all = stranger.Page.QuerySelectorAll(".clause-section details");
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, details => details.HasAttribute("open"));
        // What a clause is called and which measures it has stands outside.
        Assert.All(stranger.Page.QuerySelectorAll(".clause-section"), section => Assert.Null(section.QuerySelector("h3 a")!.Closest("details")));
        Assert.All(stranger.Page.QuerySelectorAll(".clause-section h4 a"), link => Assert.Null(link.Closest("details")));

        await stranger.GetAsync("/policies?who=graduate");
        Assert.All(stranger.Page.QuerySelectorAll(".clause-section details"), details => Assert.True(details.HasAttribute("open")));
    }
}
