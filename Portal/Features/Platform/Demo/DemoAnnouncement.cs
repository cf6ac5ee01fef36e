namespace Portal.Features.Platform.Demo;

public static class DemoAnnouncement
{
    /// <summary>Prints the address and the demo accounts once the portal listens.</summary>
    public static void AnnounceDemo(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Urls) Console.WriteLine($"The portal listens on {address}");
        if (!app.Services.GetRequiredService<DemoOptions>().IsEnabled) return;
        Console.WriteLine($"Demo accounts (password {DemoAccounts.Password}):");
        foreach (var account in DemoAccounts.All) Console.WriteLine($"  {account.Account,-12}{account.Title}");
    });
}
