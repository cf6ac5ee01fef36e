using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Portal.Tests.Support;
using Portal.Tests.Support.Hosts;

namespace Portal.Tests.CommandLine;

/// <summary>A stored screening killed at random moments and started again, until it ends: it comes to what an undisturbed one does.</summary>
/// <remarks>Five kills; as many as <c>PORTAL_KILLS</c> says, for a long look. <c>PORTAL_SEED</c> repeats the roster and the moments of a run that printed its seed.</remarks>
[Trait(Traits.Needs, Traits.Processes)]
public sealed class KilledScreeningTests(ITestOutputHelper output) : IDisposable
{
    private const int Rows = 30_000;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_KILLS"), out var kills) ? kills : 5;
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task However_often_it_is_killed_no_row_is_lost_and_none_is_there_twice()
    {
        var seed = TestSeed.Choose();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        new RosterGenerator(seed).Write(_rosters.At("in.csv"), Rows);
        Prepare("undisturbed");
        var begun = Stopwatch.GetTimestamp();
        Assert.True(await RunAsync("undisturbed", killAfter: null));
        var usual = Stopwatch.GetElapsedTime(begun);
        var expected = Content("undisturbed");

        var (kills, rounds) = (0, 0);
        while (kills < Kills)
        {
            var folder = $"killed{rounds++}";
            Prepare(folder);
            // Once all kills are spent, the last start is let go to its end.
            while (!await RunAsync(folder, kills < Kills ? usual * random.NextDouble() : null)) kills++;

            Assert.Equal(expected, Content(folder));
            Assert.Equal(await File.ReadAllTextAsync(_rosters.At("undisturbed.csv")), await File.ReadAllTextAsync(_rosters.At($"{folder}.csv")));
            Assert.Empty(Directory.GetFiles(_rosters.At($"{folder}/rosters")));
            Assert.Empty(Directory.GetFiles(_rosters.Folder, "*.part"));
        }

        output.WriteLine($"{kills} kills in {rounds} screenings of {Rows} rows");
    }

    public void Dispose() => _rosters.Dispose();

    /// <summary>The database is made beforehand, as that of an office is: what is killed is a screening.</summary>
    private void Prepare(string folder) => PreparedData.CopyTo(_rosters.At(folder));

    /// <returns>Whether it came to its end before it was killed.</returns>
    private async Task<bool> RunAsync(string folder, TimeSpan? killAfter)
    {
        using var process = Start(folder, "screen", "in.csv", "--as-of", "2020-11-16", "--out", $"{folder}.csv", "--store");
        using var moment = new CancellationTokenSource(killAfter ?? Timeout.InfiniteTimeSpan);
        try
        {
            await process.WaitForExitAsync(moment.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            // It may have ended in the very moment.
            return process.ExitCode == 0;
        }

        Assert.Equal(0, process.ExitCode);
        return true;
    }

    private Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. arguments])
        {
            WorkingDirectory = _rosters.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={_rosters.At($"{folder}/portal.db")};Pooling=False";
        start.Environment["Clock__Start"] = "2020-11-16";
        start.Environment["Runs__LeaseSeconds"] = "1";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Rows, firms, blocks, totals, the run and its events: all but ids, moments, ciphers and what tells of being taken up again.</summary>
    private string Content(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={_rosters.At($"{folder}/portal.db")};Pooling=False");
        connection.Open();
        var content = new StringBuilder();
        foreach (var query in (string[])
        [
            "SELECT FileName, Sha256, Size, State, RowsRead, BytesRead, FirmsStored, AutomaticCount, EligibleCount, IneligibleCount, IncompleteCount, RejectedCount, AutomaticAmount, EligibleAmount FROM ScreeningRuns",
            "SELECT What, ActorName FROM RunEvents WHERE What NOT LIKE '上次筛查中断%' ORDER BY Id",
            "SELECT Number, CreditCode, Name, RegionCode, Size, Outcome, Amount, Reason, FactsJson, AccountHolder, Bank, AccountMasked, AccountCipher = '' FROM ScreeningRows ORDER BY RunId, Number",
            "SELECT CreditCode, Number, Outcome, Amount FROM ScreenedFirms ORDER BY RunId, CreditCode, Number",
            "SELECT First, hex(Lines) FROM ScreeningBlocks ORDER BY RunId, First",
            "SELECT Outcome, Size, City, Count, Amount FROM ScreeningTotals ORDER BY RunId, Outcome, Size, City",
            "SELECT count(*) FROM Leases",
        ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++) content.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(i)}|");
                content.Append('\n');
            }
        }

        return content.ToString();
    }
}
