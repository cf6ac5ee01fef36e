using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Portal.Benchmarks;

// In this process: a generated project of its own would inherit the house's build settings and break on them.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
switch (args)
{
    case ["rules"]:
        BenchmarkRunner.Run<RuleBenchmarks>(config);
        return 0;
    case ["screening"]:
        return await ScreeningBenchmark.RunAsync(rows: 1_000_000);
    case ["screening", var rows] when int.TryParse(rows, out var count) && count > 0:
        return await ScreeningBenchmark.RunAsync(count);
    case ["roster", var file, var rows] when int.TryParse(rows, out var length) && length > 0:
        new Portal.Tests.Support.RosterGenerator().Write(file, length);
        return 0;
    case ["workbook", var rows] when int.TryParse(rows, out var tall) && tall > 0:
        return WorkbookBenchmark.Run(tall);
    default:
        Console.Error.WriteLine("Say what to measure: rules, screening [ROWS], or workbook ROWS; roster FILE ROWS only makes the file");
        return 2;
}
