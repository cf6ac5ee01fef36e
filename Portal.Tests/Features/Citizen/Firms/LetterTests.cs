using System.Net;
using Portal.Access;
using Portal.Features.Citizen.Firms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Firms;

public sealed class LetterTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_letter_goes_to_its_sender_and_the_staff_of_its_place_only()
    {
        var sender = await portal.ActorAsync("graduate");
        var letter = (await portal.ReadClaimAsync(await portal.FileClaimAsync(sender, "91210202000000011G"))).LetterId;

        Assert.Equal(FirmTestKit.Pdf, (await FindAsync(sender, letter))!.Bytes);
        Assert.NotNull(await FindAsync(await portal.ActorAsync("reviewer"), letter));
        Assert.Null(await FindAsync(await portal.ActorAsync("hr"), letter));
        Assert.Null(await FindAsync(await portal.AddPersonAsync("沈阳审核", "210100", Roles.Reviewer), letter));

        var download = await (await new ScriptlessBrowser(portal).SignedInAsync("graduate")).GetAsync($"/firms/letters/{letter}");
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(download.Headers.GetValues("X-Content-Type-Options")));
        var stranger = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/firms/letters/{letter}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await new ScriptlessBrowser(portal).GetAsync($"/firms/letters/{letter}")).StatusCode);
    }

    private Task<Letter?> FindAsync(Actor actor, Guid letter) => portal.Get<FindLetter>().HandleAsync(actor, letter);
}
