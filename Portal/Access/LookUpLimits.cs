using System.Net;
using System.Net.Sockets;

namespace Portal.Access;

/// <summary>How often what is public about one record may be asked for: a secret must not be guessed, nor everything read off.</summary>
/// <remarks>
/// Guessing is stopped at the number that is guessed at. Hundreds of people come from one address of a carrier, so an address has a
/// generous base, and what turned out right never counts against it. One address cannot push out what is remembered of other numbers: in
/// a day it may ask about fewer than are remembered.
/// </remarks>
public sealed class LookUpLimits(TimeProvider time, IConfiguration configuration)
{
    private readonly StepLimit? _numbers = StepLimit.From(time, configuration.GetValue("Lookup:WrongPerNumber", 5), TimeSpan.FromDays(1), again: 1);
    private readonly StepLimit? _addresses = StepLimit.From(time, configuration.GetValue("Lookup:PerAddress", 300), TimeSpan.FromMinutes(10), again: 100);

    /// <summary>Counts a question from the address of a request.</summary>
    /// <returns>How long the address has to wait; zero where the question may be asked.</returns>
    public TimeSpan AskFrom(HttpContext context) => _addresses?.Take(ClientAddress.Of(context)) ?? TimeSpan.Zero;

    /// <summary>Counts a try at the secret of a number, of one that does not exist as well: the wait must not tell them apart.</summary>
    /// <returns>How long nobody may try; zero where it may be tried.</returns>
    public TimeSpan TryAt(string number) => _numbers?.Take(number) ?? TimeSpan.Zero;

    /// <summary>The question was a right one and counts against nobody.</summary>
    public void WasRight(HttpContext context, string number)
    {
        _addresses?.GiveBack(ClientAddress.Of(context));
        _numbers?.GiveBack(number);
    }
}

/// <summary>Where a request comes from, as limits count it.</summary>
public static class ClientAddress
{
    private const int BytesOfNetwork = 8;

    /// <summary>An address of IPv4 whole; of IPv6 its network, which is what one household gets.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfNetwork).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
