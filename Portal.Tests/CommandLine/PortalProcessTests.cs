using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Portal.Tests.Support;

namespace Portal.Tests.CommandLine;

/// <summary>The verbs as a person calls them: another process, its own folder, real exit codes.</summary>
[Trait(Traits.Needs, Traits.Processes)]
public sealed class PortalProcessTests : IDisposable
{
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task Without_store_nothing_is_recorded_and_no_database_is_made()
    {
        File.Copy(PortalFactory.TestData("roster-500-gb18030.csv"), _rosters.At("in.csv"));

        var (code, output) = await RunAsync("screen", "in.csv", "--as-of", "2020-11-16", "--out", "out.csv");

        Assert.Equal(0, code);
        Assert.StartsWith("{\"rows\":500,", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.True(File.Exists(_rosters.At("out.csv")));
        Assert.False(Directory.Exists(_rosters.At("data")));
    }

    [Fact]
    public async Task With_store_a_run_is_kept_as_the_staff_page_keeps_it()
    {
        File.Copy(PortalFactory.TestData("roster-500-gb18030.csv"), _rosters.At("in.csv"));

        var (code, _) = await RunAsync("screen", "in.csv", "--as-of", "2020-11-16", "--out", "out.csv", "--store");

        Assert.Equal(0, code);
        Assert.Equal("in.csv|命令行|Screened|500|222|39541736", Query("SELECT FileName||'|'||UploadedByName||'|'||State||'|'||RowsRead||'|'||AutomaticCount||'|'||AutomaticAmount FROM ScreeningRuns"));
        Assert.Equal("500|0", Query("SELECT count(*)||'|'||sum(AccountCipher LIKE '%6200%') FROM ScreeningRows"));
        Assert.Empty(Directory.GetFiles(_rosters.At("data/rosters")));

        // And a later command decides by this database, whose values an administrator may have changed.
        Execute("INSERT INTO Parameters (Key, RegionCode, \"From\", \"To\", Value, Status, Source) SELECT Key, RegionCode, \"From\", \"To\", '0', Status, Source FROM Parameters WHERE Key = 'stabilization-refund.automaticHeadcount'");
        var (_, output) = await RunAsync("screen", "in.csv", "--as-of", "2020-11-16", "--out", "out.csv");
        Assert.Contains("\"automatic\":{\"count\":0,", output, StringComparison.Ordinal);
        Assert.Equal("1", Query("SELECT count(*) FROM ScreeningRuns"));
    }

    [Fact]
    public async Task The_clock_is_shown_and_moved_on()
    {
        Assert.Equal((0, "2020-11-16\n"), await RunAsync("clock"));
        Assert.Equal((0, "2020-11-23\n"), await RunAsync("clock", "advance", "7"));
        Assert.Equal((0, "2020-11-23\n"), await RunAsync("clock"));
    }

    public void Dispose() => _rosters.Dispose();

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), .. arguments])
        {
            WorkingDirectory = _rosters.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Portal"] = $"Data Source={_rosters.At("data/portal.db")}";
        // As the launch profile of 'dotnet run' sets it; the framework checks more in it than elsewhere.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Clock__Start"] = "2020-11-16";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (process.ExitCode, output.ReplaceLineEndings("\n"));
    }

    private string Query(string sql) => Run(sql, command => command.ExecuteScalar()!.ToString()!);

    private void Execute(string sql) => Run(sql, command => command.ExecuteNonQuery());

    private T Run<T>(string sql, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection($"Data Source={_rosters.At("data/portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return run(command);
    }
}
