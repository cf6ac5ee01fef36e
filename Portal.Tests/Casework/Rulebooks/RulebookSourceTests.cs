using Portal.Casework.Rulebooks;
using Portal.Data.Reference;
using Portal.Domain.Measures;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Rulebooks;

public sealed class RulebookSourceTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task What_another_process_has_approved_is_noticed()
    {
        var rulebooks = portal.Get<RulebookSource>();
        Assert.Null(await FindAsync(rulebooks));
        await using (var other = await portal.Databases.CreateDbContextAsync())
        {
            other.Add(new ParameterEntry { Key = HiringGrant.AmountPerPerson.Key, RegionCode = "210300", From = new DateOnly(2020, 11, 1), Value = "800", Status = "C", Source = "鞍山市标准" });
            await other.SaveChangesAsync();
        }

        Assert.Null(await FindAsync(rulebooks));
        await rulebooks.CatchUpAsync();

        Assert.Equal("800", await FindAsync(rulebooks));
    }

    [Fact]
    public async Task Where_nothing_was_approved_nothing_is_read_again()
    {
        var rulebooks = portal.Get<RulebookSource>();
        var kept = await rulebooks.LoadAsync();

        await rulebooks.CatchUpAsync();

        Assert.Same(kept, await rulebooks.LoadAsync());
    }

    private static async Task<string?> FindAsync(RulebookSource rulebooks) =>
        (await rulebooks.RulesAsync()).Parameters.FindRow(HiringGrant.AmountPerPerson.Key, "210300", new DateOnly(2020, 11, 16))?.Value;
}
