using System.Text.Json.Nodes;
using Portal.CommandLine;
using Portal.Tests.Support;

namespace Portal.Tests.CommandLine;

public sealed class CommandsTests : IDisposable
{
    private readonly RosterFolder _rosters = new();

    public static TheoryData<string, string> Samples() => new()
    {
        { PortalFactory.TestData("roster-3000.csv"), "roster-3000.csv" },
        { PortalFactory.TestData("roster-500-gb18030.csv"), "roster-500-gb18030.csv" },
        { "workbook", "roster-3000.csv" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_sample_rosters_match_row_for_row(string file, string expected)
    {
        if (file == "workbook") file = _rosters.SampleWorkbook();

        var (code, output, errors) = await RunAsync("screen", file, "--as-of", "2020-11-16", "--out", _rosters.At("result.csv"));

        Assert.Equal((Commands.Good, ""), (code, errors));
        var result = await File.ReadAllTextAsync(_rosters.At("result.csv"));
        Assert.StartsWith("row,uscc,outcome,amount,reason\n", result, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(PortalFactory.TestData(expected + ".expected.csv")), FirstFour(result));
        AssertSummary(PortalFactory.TestData(expected + ".summary.json"), output);
        Assert.Equal(["result.csv"], Directory.GetFiles(_rosters.Folder, "*.csv*").Select(Path.GetFileName).Where(name => name != Path.GetFileName(file)));
    }

    [Fact]
    public async Task Every_row_that_is_not_paid_says_why()
    {
        await RunAsync("screen", PortalFactory.TestData("roster-3000.csv"), "--as-of", "2020-11-16", "--out", _rosters.At("result.csv"));

        foreach (var row in (await File.ReadAllLinesAsync(_rosters.At("result.csv"))).Skip(1))
            Assert.Equal(row.Contains(",automatic,", StringComparison.Ordinal), row.EndsWith(','));
    }

    [Fact]
    public async Task Values_with_commas_and_quotes_are_quoted()
    {
        var odd = "\"9,1\"\"2\"" + RosterFolder.DemoFirmRow[18..];
        await RunAsync("screen", _rosters.Write(RosterFolder.Header, odd), "--as-of", "2020-11-16", "--out", _rosters.At("result.csv"));

        Assert.Contains("1,\"9,1\"\"2\",rejected,,", await File.ReadAllTextAsync(_rosters.At("result.csv")), StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults() =>
    [
        "screen nowhere.csv --as-of 2020-11-16 --out OUT",
        "screen ROSTER --as-of 2020-02-30 --out OUT",
        "screen ROSTER --as-of 1999-01-04 --out OUT",
        "screen ROSTER --as-of 2020-11-16 --out /nowhere/at/all/result.csv",
        "screen PNG --as-of 2020-11-16 --out OUT",
        "screen BROKEN --as-of 2020-11-16 --out OUT",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_cannot_be_screened_leaves_one_line_and_no_result(string line)
    {
        await File.WriteAllBytesAsync(_rosters.At("png.csv"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var result = _rosters.At("result.csv");
        await File.WriteAllTextAsync(result, "of yesterday");
        var names = new Dictionary<string, string>
        {
            ["OUT"] = result,
            ["ROSTER"] = PortalFactory.TestData("roster-3000.csv"),
            ["PNG"] = _rosters.At("png.csv"),
            ["BROKEN"] = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, new string('x', 2_000_000)),
        };

        var (code, output, errors) = await RunAsync([.. line.Split(' ').Select(text => names.GetValueOrDefault(text, text))]);

        Assert.Equal((Commands.Fault, ""), (code, output));
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("of yesterday", await File.ReadAllTextAsync(result));
        Assert.Empty(Directory.GetFiles(_rosters.Folder, "*.part"));
    }

    public static TheoryData<string> Misuses() =>
    [
        "screan", "screen", "screen a.csv", "screen a.csv --as-of", "screen a.csv b.csv", "screen a.csv --colour red",
        "clock back 7", "clock advance -1", "clock advance soon",
    ];

    [Theory]
    [MemberData(nameof(Misuses))]
    public async Task A_misused_verb_is_told_how_to_use_it(string line)
    {
        var (code, output, errors) = await RunAsync(line.Split(' '));

        Assert.Equal((Commands.Fault, ""), (code, output));
        Assert.Contains("Usage:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_the_web_portal_starts() =>
        Assert.Null(await Commands.TryRunAsync(["--urls", "http://127.0.0.1:0"], TextWriter.Null, TextWriter.Null));

    public void Dispose() => _rosters.Dispose();

    private static async Task<(int? Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await Commands.TryRunAsync(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static string FirstFour(string result) =>
        string.Join('\n', result.Split('\n').Select(line => string.Join(',', line.Split(',').Take(4))));

    private static void AssertSummary(string expected, string output)
    {
        var summary = JsonNode.Parse(output)!.AsObject();
        Assert.True(summary["seconds"]!.GetValue<double>() > 0);
        summary.Remove("seconds");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(expected)), summary), output);
    }
}
