using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Platform.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task The_portal_is_healthy_while_its_database_answers()
    {
        using var portal = new PortalFactory();
        using var client = portal.CreateClient();

        var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, """{"status":"healthy"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task It_says_so_when_its_database_does_not()
    {
        using var portal = new PortalFactory();
        using var client = portal.CreateClient();
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Regions RENAME TO Gone");

        var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"status":"unhealthy"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
