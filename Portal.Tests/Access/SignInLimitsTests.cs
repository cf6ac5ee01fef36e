using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Portal.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Access;

/// <summary>Guessing is slow from everywhere, and nobody is kept out by what strangers do.</summary>
public sealed class SignInLimitsTests
{
    private readonly GivenTime _time = new();
    private readonly SignInLimits _limits;

    public SignInLimitsTests() => _limits = new SignInLimits(_time, new ConfigurationBuilder().Build());

    [Fact]
    public void One_address_waits_longer_each_time_and_another_does_not_wait_at_all()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(TimeSpan.Zero, Try("10.0.0.1"));
        Assert.Equal(TimeSpan.FromMinutes(1), Try("10.0.0.1"));
        Assert.Equal(TimeSpan.Zero, Try("10.0.0.2"));

        _time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(TimeSpan.Zero, Try("10.0.0.1"));
        Assert.Equal(TimeSpan.FromMinutes(5), Try("10.0.0.1"));
    }

    [Fact]
    public void Many_addresses_together_make_it_slow_and_never_for_longer_than_five_minutes_but_a_known_device_goes_on()
    {
        for (var i = 0; i < 50; i++) Try($"10.0.1.{i}");

        Assert.Equal(TimeSpan.FromMinutes(1), Try("10.0.2.1"));
        Assert.Equal(TimeSpan.Zero, Try("10.0.2.1", device: Guid.NewGuid()));
        for (var round = 0; round < 20; round++)
        {
            _time.Now += TimeSpan.FromMinutes(5);
            for (var i = 0; i < 5; i++) Try($"10.1.{round}.{i}");
            Assert.InRange(Try($"10.2.{round}.1"), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public void What_was_right_counts_against_nobody()
    {
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(TimeSpan.Zero, Try("10.0.0.1"));
            _limits.WasRight(From("10.0.0.1"), "ACCOUNT", null);
        }
    }

    [Fact]
    public void One_address_that_tries_many_accounts_waits()
    {
        for (var i = 0; i < 100; i++) Assert.Equal(TimeSpan.Zero, _limits.Try(From("10.0.0.9"), $"A{i}", null));

        Assert.NotEqual(TimeSpan.Zero, _limits.Try(From("10.0.0.9"), "A100", null));
    }

    [Fact]
    public void Somebody_signed_in_who_guesses_at_their_own_password_waits_too()
    {
        var user = Guid.NewGuid();
        for (var i = 0; i < 5; i++) Assert.Equal(TimeSpan.Zero, _limits.TryAgain(user, isOwner: true));

        Assert.NotEqual(TimeSpan.Zero, _limits.TryAgain(user, isOwner: true));
        Assert.Equal(TimeSpan.Zero, _limits.TryAgain(Guid.NewGuid(), isOwner: true));
    }

    [Fact]
    public void Strangers_who_guess_by_registering_do_not_make_the_holder_wait()
    {
        var user = Guid.NewGuid();
        for (var i = 0; i < 6; i++) _limits.TryAgain(user, isOwner: false);

        Assert.NotEqual(TimeSpan.Zero, _limits.TryAgain(user, isOwner: false));
        Assert.Equal(TimeSpan.Zero, _limits.TryAgain(user, isOwner: true));
    }

    private TimeSpan Try(string address, Guid? device = null) => _limits.Try(From(address), "ACCOUNT", device);

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}
