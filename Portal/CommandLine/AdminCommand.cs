using Portal.Access;
using Portal.Features.Administration.Staff;

namespace Portal.CommandLine;

/// <summary><c>admin create ACCOUNT NAME</c> opens the first administrator's account and prints the link by which its password is set once.</summary>
internal static class AdminCommand
{
    private const string Province = "210000";

    public static async Task RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        if (args is not ["create", var account, var name]) throw new UsageException("admin takes 'create ACCOUNT NAME'.");
        using var host = await CommandHost.PrepareAsync(cancellation, withDemo: false);
        await using var scope = host.Services.CreateAsyncScope();
        var form = new StaffForm { Account = account, Name = name, Place = Province, Roles = [Roles.Administrator] };
        switch (await scope.ServiceProvider.GetRequiredService<CreateStaffAccount>().HandleAsync(Actor.CommandLine, form, cancellation))
        {
            case StaffAnswer.Created created:
                await output.WriteLineAsync($"Open this once on the portal, within a day, to set the password: {created.Link}");
                break;
            case StaffAnswer.Faulty faulty:
                throw new CommandException(string.Join(' ', faulty.Errors.Select(error => error.Message)));
            default:
                throw new CommandException("The account could not be opened.");
        }
    }
}
