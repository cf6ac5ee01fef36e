using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Portal.Casework.Rulebooks;
using Portal.Data.Seed;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Benchmarks;

/// <summary>How many assessments a core makes in a second, with and without explanation, and what each allocates.</summary>
/// <remarks>The facts and the terms of the place and day are made beforehand, as a screening makes them once for a million rows.</remarks>
[MemoryDiagnoser]
[Config(typeof(PerSecondColumn.Config))]
public class RuleBenchmarks
{
    private const int Firms = 1024;
    private static readonly string[] Sizes = [StabilizationRefund.Micro, StabilizationRefund.Small, StabilizationRefund.Medium, StabilizationRefund.Large];
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;

    private readonly StabilizationRefund _refund = new();
    private Terms _terms = null!;
    private FactSet[] _firms = [];
    private (Measure Measure, Terms Terms, FactSet Facts)[] _all = [];

    [GlobalSetup]
    public void Prepare()
    {
        _terms = _refund.TermsFor(Rules, "210202", new DateOnly(2020, 11, 16));
        _firms = [.. Enumerable.Range(0, Firms).Select(Firm)];
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.json")));
        _all = [.. new MeasureCatalog().All.Select(measure => Baseline(measure, cases.RootElement))];
    }

    [Benchmark(OperationsPerInvoke = Firms)]
    public long A_refund_decided()
    {
        var sum = 0L;
        foreach (var facts in _firms) sum += _refund.Decide(facts, _terms).Amount?.Fen ?? 0;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Firms)]
    public long A_refund_explained()
    {
        var sum = 0L;
        foreach (var facts in _firms) sum += _refund.Assess(facts, _terms).Amount?.Fen ?? 0;
        return sum;
    }

    [Benchmark]
    public long All_fourteen_decided()
    {
        var sum = 0L;
        foreach (var (measure, terms, facts) in _all) sum += measure.Decide(facts, terms).Amount?.Fen ?? 0;
        return sum;
    }

    [Benchmark]
    public long All_fourteen_explained()
    {
        var sum = 0L;
        foreach (var (measure, terms, facts) in _all) sum += measure.Assess(facts, terms).Amount?.Fen ?? 0;
        return sum;
    }

    /// <summary>Firms as a roster has them: most qualify, some by the rule for small ones, some not at all.</summary>
    private static FactSet Firm(int number) => FactSet.FromTexts(new StabilizationRefund().Facts, new Dictionary<string, string>
    {
        ["insuredHeadcount"] = (1 + number % 60).ToString(CultureInfo.InvariantCulture),
        ["enterpriseSize"] = Sizes[number % Sizes.Length],
        ["premiumsPaidLastYear"] = $"{300 + number * 7}.{number % 100:00}",
        ["premiumMonthsPaid"] = number % 11 == 0 ? "9" : "12",
        ["layoffRate"] = number % 5 == 0 ? "3/20" : "1/40",
        ["seriousDishonesty"] = number % 97 == 0 ? "true" : "false",
        ["zombieEnterprise"] = "false",
    });

    /// <summary>The worked case of the measure that goes furthest: granted where one is, and with the most facts.</summary>
    private static (Measure, Terms, FactSet) Baseline(Measure measure, JsonElement cases)
    {
        var worked = cases.EnumerateArray().Where(one => one.GetProperty("measure").GetString() == measure.Code)
            .OrderByDescending(one => one.GetProperty("expect").GetProperty("outcome").GetString() == "eligible")
            .ThenByDescending(one => one.GetProperty("facts").EnumerateObject().Count())
            .First();
        var whatIf = worked.TryGetProperty("parameters", out var given) ? Texts(given) : null;
        var day = DateOnly.ParseExact(worked.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (measure, measure.TermsFor(Rules, worked.GetProperty("region").GetString()!, day, whatIf),
            FactSet.FromTexts(measure.Facts, Texts(worked.GetProperty("facts"))));
    }

    private static Dictionary<string, string> Texts(JsonElement given) =>
        given.EnumerateObject().ToDictionary(one => one.Name, one => SeedFiles.Canonical(one.Value));
}
