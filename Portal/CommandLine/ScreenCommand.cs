using System.Diagnostics;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Screening;
using Portal.Rosters;
using Portal.Rulebooks;

namespace Portal.CommandLine;

/// <summary><c>screen</c>: decides a roster as the staff page does and writes the result file.</summary>
internal static class ScreenCommand
{
    public static async Task RunAsync(ScreenArguments arguments, TextWriter output, CancellationToken cancellation)
    {
        // How long it took is no business time: it holds whatever the clock says.
        var begun = Stopwatch.GetTimestamp();
        var totals = new ScreeningTotals();
        try
        {
            using var result = new ResultFile(arguments.Out);
            if (arguments.Store)
            {
                await StoredScreening.RunAsync(arguments, async services =>
                {
                    var rulebooks = services.GetRequiredService<RulebookSource>();
                    Tell(await rulebooks.RulesAsync(cancellation), await rulebooks.RegionsAsync(cancellation));
                }, cancellation);
            }
            else
            {
                var (rules, regions) = await CommandRulebook.FindAsync(cancellation);
                Tell(rules, regions);
            }

            void Tell(Rulebook rules, RegionDirectory regions)
            {
                foreach (var row in Screened(arguments, rules, regions))
                {
                    totals.Add(row.Outcome, row.Amount);
                    ResultCsv.Write(result.Text, row.Number, row.CreditCode, row.Outcome, row.Amount, row.Reason);
                }

                result.Keep();
            }
        }
        catch (RosterUnreadableException unreadable)
        {
            throw new CommandException($"{arguments.File}: {unreadable.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(fault.Message.ReplaceLineEndings(" "));
        }

        await output.WriteLineAsync(ScreeningSummary.ToJson(totals, Stopwatch.GetElapsedTime(begun).TotalSeconds));
    }

    private static IEnumerable<ScreenedRow> Screened(ScreenArguments arguments, Rulebook rules, RegionDirectory regions)
    {
        if (AsOfDate.Refuse(arguments.AsOf, rules, out var asOf) is { } refusal) throw new CommandException($"--as-of {arguments.AsOf}: {refusal}");
        var screening = new RosterScreening(rules, regions, asOf);
        using var roster = RosterReader.Open(arguments.File);
        foreach (var row in roster.Rows(kept: false).Ahead()) yield return screening.Screen(row);
    }
}
