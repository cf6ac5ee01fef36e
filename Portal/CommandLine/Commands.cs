using Portal.Data;

namespace Portal.CommandLine;

/// <summary>The portal's verbs: <c>screen</c>, <c>clock</c>, <c>audit</c>, <c>admin</c> and <c>demo</c>. Without one the web portal starts.</summary>
/// <remarks>Exit 0 good, 1 findings, 2 fault. Results go to standard output, everything else to standard error.</remarks>
public static class Commands
{
    public const int Good = 0;
    public const int Findings = 1;
    public const int Fault = 2;

    private const string Usage = """
        Usage:
          (no verb)                                          start the portal
          screen FILE --as-of yyyy-MM-dd --out RESULT.csv [--store]
                                                             screen a roster; --store keeps it as a run
          clock                                              show the business date
          clock advance DAYS                                 move the business date on (demo only)
          admin create ACCOUNT NAME                          open the first administrator's account; prints a link that sets its password
          demo remove                                        shut out the demo's accounts, whose password everybody knows
          audit                                              prove that plans, ledger, claims and bank answers agree to the fen
        """;

    /// <returns>The exit code; null when the arguments name no verb and the web portal is to start.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        if (args is not [var verb, .. var rest] || verb.StartsWith('-')) return null;
        try
        {
            switch (verb)
            {
                case "screen":
                    await ScreenCommand.RunAsync(ScreenArguments.Read(rest), output, cancellation);
                    return Good;
                case "clock":
                    await ClockCommand.RunAsync(rest, output, cancellation);
                    return Good;
                case "audit":
                    return await AuditCommand.RunAsync(rest, output, cancellation);
                case "demo":
                    await DemoCommand.RunAsync(rest, output, cancellation);
                    return Good;
                case "admin":
                    await AdminCommand.RunAsync(rest, output, cancellation);
                    return Good;
                default:
                    throw new UsageException($"There is no verb '{verb}'.");
            }
        }
        catch (UsageException wrong)
        {
            await errors.WriteLineAsync(wrong.Message);
            await errors.WriteLineAsync(Usage);
            return Fault;
        }
        catch (Exception fault) when (fault is CommandException or StartRefusedException)
        {
            await errors.WriteLineAsync(fault.Message);
            return Fault;
        }
    }
}

/// <summary>The verb was called in a way it does not know.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The verb could not do its work; the message is one clear line.</summary>
internal sealed class CommandException(string message) : Exception(message);
