using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

public sealed class StepLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly GivenTime _time = new();

    [Fact]
    public void After_the_free_ones_each_wait_is_longer_and_the_last_stays()
    {
        var limit = Limit();
        for (var i = 0; i < 3; i++) Assert.Equal(TimeSpan.Zero, limit.Take("a"));

        foreach (var wait in (int[])[1, 5, 60, 60])
        {
            Assert.Equal(Minute * wait, limit.Take("a"));
            _time.Now += Minute * wait;
            Assert.Equal(TimeSpan.Zero, limit.Take("a"));
        }
    }

    [Fact]
    public void One_key_s_wait_is_no_other_s() => Assert.Equal((Minute, TimeSpan.Zero), (TakeFour(Limit(), "a"), Limit().Take("b")));

    [Fact]
    public void After_a_day_of_quiet_it_begins_anew()
    {
        var limit = Limit();
        TakeFour(limit, "a");
        _time.Now += TimeSpan.FromDays(1);

        Assert.Equal(Minute, TakeFour(limit, "a"));
    }

    [Fact]
    public void What_turned_out_right_does_not_count_and_takes_its_wait_back()
    {
        var limit = Limit();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(TimeSpan.Zero, limit.Take("a"));
            limit.GiveBack("a");
        }

        limit.Take("a");
        limit.Take("a");
        limit.Take("a");
        limit.GiveBack("a");
        Assert.Equal(TimeSpan.Zero, limit.Take("a"));
        Assert.Equal(Minute, limit.Take("a"));
    }

    /// <summary>Taken before the answer is known: however many ask at once, no more than the free ones go.</summary>
    [Fact]
    public async Task Of_many_at_once_only_the_free_ones_go()
    {
        var limit = Limit();

        var waits = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => limit.Take("a"))));

        Assert.Equal(3, waits.Count(wait => wait == TimeSpan.Zero));
    }

    [Fact]
    public void It_remembers_a_bounded_number_of_keys_and_forgets_the_quietest()
    {
        var limit = Limit(most: 3);
        TakeFour(limit, "a");
        limit.Take("b");
        limit.Take("c");
        Assert.Equal(Minute, limit.Take("a"));
        limit.Take("d");
        Assert.Equal(Minute, limit.Take("a"));

        limit.Take("e");
        limit.Take("f");
        limit.Take("g");

        Assert.Equal(TimeSpan.Zero, limit.Take("a"));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData(null, "unknown")]
    public void An_address_of_version_six_counts_as_its_network(string? address, string counted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);

        Assert.Equal(counted, ClientAddress.Of(context));
    }

    private StepLimit Limit(int most = 100) =>
        new(_time, new StepLimitTerms(3, TimeSpan.FromDays(1), 1, [Minute, Minute * 5, Minute * 60], most));

    private static TimeSpan TakeFour(StepLimit limit, string key)
    {
        for (var i = 0; i < 3; i++) Assert.Equal(TimeSpan.Zero, limit.Take(key));
        return limit.Take(key);
    }
}
