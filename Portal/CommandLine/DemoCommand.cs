using Portal.Features.Platform.Demo;

namespace Portal.CommandLine;

/// <summary><c>demo remove</c> shuts the accounts of the demo out, before a portal that was tried becomes a real one.</summary>
internal static class DemoCommand
{
    public static async Task RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        if (args is not ["remove"]) throw new UsageException("demo takes 'remove'.");
        using var host = await CommandHost.PrepareAsync(cancellation, withDemo: false);
        await output.WriteLineAsync($"{await KnownPasswords.RemoveAsync(host.Services, cancellation)} demo accounts shut out.");
    }
}
