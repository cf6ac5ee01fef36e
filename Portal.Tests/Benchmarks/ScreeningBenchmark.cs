using System.Diagnostics;
using System.Globalization;
using Portal.Tests.Support;
using Sylvan.Data.Csv;

namespace Portal.Benchmarks;

/// <summary>A bare read, a screening and a stored screening of one roster, side by side: what the portal adds to reading the file.</summary>
internal static class ScreeningBenchmark
{
    private const int Repeats = 5;

    public static async Task<int> RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
        try
        {
            var roster = Path.Combine(folder, "roster.csv");
            new RosterGenerator().Write(roster, rows);
            Say($"{rows:#,0} rows, {new FileInfo(roster).Length / 1e6:0} MB");
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var bare = BareRead(roster);
            var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before) / (Repeats + 1);
            Say($"{"bare read",-15} {bare,6:0.00} s, median of {Repeats}, every field as a string, processor {cpu.TotalSeconds:0.00} s");
            Measure("screen", folder, roster, rows, bare, []);
            Measure("screen --store", folder, roster, rows, bare, ["--store"]);
            var next = Path.Combine(folder, "next.csv");
            WriteNext(roster, next);
            Measure("the next one", folder, next, rows, bare, ["--store"]);
            await new PageBenchmark(Path.Combine(folder, "data", "portal.db")).RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same firms a year on: every fiftieth is gone, every fortieth has paid another premium.</summary>
    private static void WriteNext(string roster, string next)
    {
        using var target = new StreamWriter(next);
        var number = 0;
        foreach (var line in File.ReadLines(roster))
        {
            number++;
            if (number > 1 && number % 50 == 0) continue;
            var cells = line.Split(',');
            if (number > 1 && number % 40 == 1 && cells.Length == 14) cells[8] = "1234.56";
            target.WriteLine(string.Join(',', cells));
        }
    }

    private static double BareRead(string path)
    {
        var seconds = new double[Repeats + 1];
        for (var i = 0; i < seconds.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var csv = CsvDataReader.Create(path);
            while (csv.Read())
                for (var field = 0; field < csv.FieldCount; field++)
                    csv.GetString(field);
            seconds[i] = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }

        // The first only warms: the file comes into the cache and the parser is compiled.
        return seconds.Skip(1).Order().ElementAt(Repeats / 2);
    }

    private static void Measure(string what, string folder, string roster, int rows, double bare, string[] more)
    {
        var (seconds, peak, processor) = PortalRun.Screen(folder, roster, more);
        Say($"{what,-15} {seconds,6:0.00} s, {seconds / bare,5:0.0} times the bare read, {rows / seconds:#,0} rows a second, peak {peak / 1e6:0} MB, processor {processor.TotalSeconds:0.00} s with the start");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
