using Portal.E2E.Pages;
using Portal.E2E.Support;

namespace Portal.E2E.Journeys;

/// <summary>
/// Every page that a role can reach by links is there, is free of faults that axe finds in every look, and fits a phone: nothing
/// sticks out, whatever can be pressed is as tall as a finger, and the right keyboard comes up.
/// </summary>
public sealed class EveryPageTests(LivedInPortal livedIn) : IClassFixture<LivedInPortal>
{
    [Theory]
    [InlineData(null, 15)]
    [InlineData("graduate", 6)]
    [InlineData("hr", 7)]
    [InlineData("operator", 8)]
    [InlineData("reviewer", 8)]
    [InlineData("finance", 11)]
    [InlineData("supervisor", 18)]
    [InlineData("auditor", 13)]
    [InlineData("admin", 20)]
    public async Task Every_page_a_role_reaches_is_sound(string? account, int atLeast)
    {
        var portal = livedIn.Portal;
        var visitor = account is null ? new Visitor(await portal.VisitAsync(Screen.Phone)) : await Visitor.SignedInAsync(portal, Screen.Phone, account);

        var (faults, pages) = await new Crawler(visitor, account, livedIn.Seen).WalkAsync();

        // One below the other: a collection is cut short where it is shown.
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(pages >= atLeast, $"Only {pages} pages were reached.");
    }
}
