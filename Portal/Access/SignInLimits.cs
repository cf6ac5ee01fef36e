namespace Portal.Access;

/// <summary>Slows down whoever guesses passwords, without shutting out whoever they belong to.</summary>
/// <remarks>
/// What counts is the account as it was typed, whether there is one or not: the wait tells nothing. From one address that address alone
/// waits. Many addresses together make it slow for all, but for a device on which the holder has signed in before, which counts by itself.
/// </remarks>
public sealed class SignInLimits(TimeProvider time, IConfiguration configuration)
{
    // Never longer: nobody is kept out for hours by what strangers do.
    private static readonly TimeSpan[] WaitsOfAll = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly StepLimit? _ones = StepLimit.From(time, configuration.GetValue("SignIn:WrongPerAccount", 5), TimeSpan.FromDays(1), again: 1);
    private readonly StepLimit? _accounts = StepLimit.From(time, configuration.GetValue("SignIn:WrongPerAccountFromAll", 50), TimeSpan.FromDays(1), again: 5, WaitsOfAll);
    private readonly StepLimit? _addresses = StepLimit.From(time, configuration.GetValue("SignIn:PerAddress", 100), TimeSpan.FromMinutes(10), again: 20);

    /// <summary>Counts a try before it is known whether it is right.</summary>
    /// <param name="account">As typed, in one spelling.</param>
    /// <param name="device">Of a device on which the holder has signed in; else null.</param>
    /// <returns>How long to wait; zero where it may be tried.</returns>
    public TimeSpan Try(HttpContext context, string account, Guid? device)
    {
        var address = ClientAddress.Of(context);
        if (Take(_addresses, address) is { Ticks: > 0 } ofAddress) return ofAddress;
        if (Take(_ones, KeyOf(account, address, device)) is { Ticks: > 0 } wait) return wait;
        return device is null ? Take(_accounts, account) : TimeSpan.Zero;
    }

    /// <summary>The try was right and counts against nobody.</summary>
    public void WasRight(HttpContext context, string account, Guid? device)
    {
        var address = ClientAddress.Of(context);
        _addresses?.GiveBack(address);
        _ones?.GiveBack(KeyOf(account, address, device));
        if (device is null) _accounts?.GiveBack(account);
    }

    /// <summary>Counts a try at the password of an account where it is asked for once more.</summary>
    /// <param name="isOwner">Whether its holder is signed in: what strangers try elsewhere does not count against them.</param>
    public TimeSpan TryAgain(Guid user, bool isOwner) => Take(_ones, KeyOf(user, isOwner));

    public void AgainWasRight(Guid user, bool isOwner) => _ones?.GiveBack(KeyOf(user, isOwner));

    private static string KeyOf(Guid user, bool isOwner) => isOwner ? $"own|{user}" : $"stranger|{user}";

    private static string KeyOf(string account, string address, Guid? device) => device is { } known ? $"{account}|{known}" : $"{account}|{address}";

    private static TimeSpan Take(StepLimit? limit, string key) => limit?.Take(key) ?? TimeSpan.Zero;
}
