using System.Diagnostics;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>The command as a person calls it, a process of its own, so that its peak memory is its own.</summary>
internal static class PortalRun
{
    /// <returns>The seconds the command itself measures, the start of the process apart; bytes at the peak; processor time, the start included.</returns>
    public static (double Seconds, long Peak, TimeSpan Processor) Screen(string folder, string roster, string[] more)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "screen", roster, "--as-of", "2020-11-16", "--out", Path.Combine(folder, "result.csv"), .. more])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={Path.Combine(folder, "data", "portal.db")}";
        start.Environment["Clock__Start"] = "2020-11-16";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20)) (peak, processor) = Look(process, peak, processor);
        if (process.ExitCode != 0) throw new InvalidOperationException($"The command ended with {process.ExitCode}.");
        using var summary = JsonDocument.Parse(output.Result.TrimEnd().Split('\n')[^1]);
        return (summary.RootElement.GetProperty("seconds").GetDouble(), peak, processor);
    }

    private static (long Peak, TimeSpan Processor) Look(Process process, long peak, TimeSpan processor)
    {
        try
        {
            process.Refresh();
            return (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            // It has just ended; the last look before counts.
            return (peak, processor);
        }
    }
}
