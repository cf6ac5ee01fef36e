using System.Diagnostics;
using Portal.Casework.Rosters;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Screening;
using Portal.Tables;

namespace Portal.CommandLine;

/// <summary><c>screen</c>: decides a roster as the staff page does and writes the result file.</summary>
internal static class ScreenCommand
{
    public static async Task RunAsync(ScreenArguments arguments, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            using var result = new ResultFile(arguments.Out);
            var begun = arguments.Store ? await StoreAsync(arguments, result, cancellation) : await ScreenAsync(arguments, result, cancellation);
            result.Keep();
            await output.WriteLineAsync(ScreeningSummary.ToJson(result.Totals, Stopwatch.GetElapsedTime(begun).TotalSeconds));
        }
        catch (TableUnreadableException unreadable)
        {
            throw new CommandException($"{arguments.File}: {unreadable.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(fault.Message.ReplaceLineEndings(" "));
        }
    }

    // How long it took is no business time: it holds whatever the clock says. It counts from where the process has started:
    // its settings are read, and its database is open and up to date.
    private static async Task<long> StoreAsync(ScreenArguments arguments, ResultFile result, CancellationToken cancellation)
    {
        // A file that is no roster is refused before it leaves a trace.
        RosterReader.Open(arguments.File, cancellation).Dispose();
        using var host = await CommandHost.PrepareAsync(cancellation);
        var begun = Stopwatch.GetTimestamp();
        await StoredScreening.RunAsync(host.Services, arguments, result, cancellation);
        return begun;
    }

    private static async Task<long> ScreenAsync(ScreenArguments arguments, ResultFile result, CancellationToken cancellation)
    {
        var (rules, regions) = await CommandRulebook.FindAsync(cancellation);
        var begun = Stopwatch.GetTimestamp();
        if (Screen(arguments, rules, regions, result) is { Length: > 0 } told) await Console.Error.WriteLineAsync(told);
        return begun;
    }

    /// <returns>What is to be known of how the roster was read; empty where nothing is.</returns>
    public static string Screen(ScreenArguments arguments, Rulebook rules, RegionDirectory regions, ResultFile result)
    {
        if (AsOfDate.Refuse(arguments.AsOf, rules, out var asOf) is { } refusal) throw new CommandException($"--as-of {arguments.AsOf}: {refusal}");
        var screening = new RosterScreening(rules, regions, asOf);
        using var roster = RosterReader.Open(arguments.File);
        // Read and understood on one core while the other decides and writes.
        foreach (var row in roster.Rows(kept: false).Select(screening.Read).Ahead()) result.Add(screening.Decide(row));
        return roster.Told;
    }
}
