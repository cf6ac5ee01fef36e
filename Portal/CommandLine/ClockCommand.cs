using System.Globalization;
using Portal.Casework.Time;
using Portal.Domain.Values;

namespace Portal.CommandLine;

/// <summary><c>clock</c> shows the business date, <c>clock advance DAYS</c> moves it on, also under a running portal.</summary>
internal static class ClockCommand
{
    private const int MostDays = 3660;

    public static async Task RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        var days = args switch
        {
            [] => 0,
            ["advance", var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostDays ? count
                : throw new UsageException($"clock advance takes a number of days from 1 to {MostDays}, not '{text}'."),
            _ => throw new UsageException("clock takes nothing, or 'advance DAYS'."),
        };
        using var host = await CommandHost.PrepareAsync(cancellation);
        var clock = host.Services.GetRequiredService<BusinessClock>();
        if (days > 0 && clock.IsReal) throw new CommandException("The clock runs in real time (Clock:Start=real) and cannot be moved.");
        var today = days == 0 ? clock.Today : await clock.AdvanceAsync(days, cancellation);
        await output.WriteLineAsync(IsoDate.Write(today));
    }
}
