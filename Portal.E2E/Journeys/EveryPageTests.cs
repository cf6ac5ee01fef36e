using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>Every page that a role can reach by links is there, is free of faults that axe finds, and fits a phone.</summary>
public sealed class EveryPageTests(PublishedPortal published) : IClassFixture<PublishedPortal>
{
    [Theory]
    [InlineData(null, 15)]
    [InlineData("graduate", 6)]
    [InlineData("hr", 7)]
    [InlineData("operator", 8)]
    [InlineData("reviewer", 8)]
    [InlineData("finance", 5)]
    [InlineData("supervisor", 13)]
    [InlineData("auditor", 8)]
    [InlineData("admin", 20)]
    public async Task Every_page_a_role_reaches_is_sound(string? account, int atLeast)
    {
        var portal = published.Portal;
        var visitor = account is null ? new Visitor(await portal.VisitAsync(Screen.Phone)) : await Visitor.SignedInAsync(portal, Screen.Phone, account);

        var (faults, pages) = await new Crawler(visitor, isStranger: account is null).WalkAsync();

        Assert.Empty(faults);
        Assert.True(pages >= atLeast, $"Only {pages} pages were reached.");
    }
}
