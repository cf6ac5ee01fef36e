using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.Domain.Calendar;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>Keeps the versions of the rules honest: a measure that decides otherwise must bear another version.</summary>
/// <remarks>
/// The values are the test's own and never change, so that a new minimum wage is no new rule. What a rule decides is
/// fingerprinted with the numbers it shows for it, as a replay compares them; not how it words them.
/// </remarks>
public sealed class RuleVersionTests
{
    private const string Rewrite = "PORTAL_WRITE_RULE_VERSIONS";
    private const string FileName = "rule-versions.json";
    private const int Situations = 5000;

    /// <summary>What the place sets and nobody else (R8).</summary>
    private static readonly string[] SetByCities =
    [
        HiringGrant.AmountPerPerson.Key, TemporaryRelief.Amount.Key, "venue-subsidy.monthlyStandard", "internship-subsidy.shareOfMinimumWage",
        SharedParameters.MinimumWageMonthly.Key, SharedParameters.MinimumWageHourly.Key,
    ];

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };
    private static readonly MeasureCatalog Catalog = new();
    private static readonly Rulebook Values = MakeValues();

    public static TheoryData<string> Codes => [.. Catalog.All.Select(measure => measure.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_measure_that_decides_otherwise_bears_another_version(string code)
    {
        var measure = Catalog.Find(code)!;
        var now = new Entry(measure.Version, Fingerprint(measure));
        if (Environment.GetEnvironmentVariable(Rewrite) == "1") Write(code, now);
        var noted = Read(PortalFactory.TestData(FileName)).GetValueOrDefault(code);

        Assert.True(
            noted == now || Environment.GetEnvironmentVariable(Rewrite) == "1",
            noted?.Version == now.Version
                ? $"{code} decides otherwise than version {now.Version} did. Raise its Version, keep the earlier rule in MeasureCatalog.Earlier if decisions were made by it, "
                    + $"then run this test once with {Rewrite}=1 to note the new fingerprint."
                : $"{code} bears version {now.Version}, noted is {noted?.Version ?? "none"}. Run this test once with {Rewrite}=1 to note it.");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_situations_reach_every_outcome_of_a_measure(string code)
    {
        var measure = Catalog.Find(code)!;
        var outcomes = Enumerable.Range(0, Situations).Select(seed => Decide(measure, seed).Outcome).CountBy(outcome => outcome).ToDictionary();

        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.True(outcomes.GetValueOrDefault(outcome) >= 10, $"{code}: {outcome} in {outcomes.GetValueOrDefault(outcome)} situations"));
    }

    [Fact]
    public void No_two_rules_of_a_measure_bear_the_same_version() =>
        Assert.Distinct(Catalog.All.Concat(Catalog.Earlier).Select(measure => (measure.Code, measure.Version)));

    private static string Fingerprint(Measure measure)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var seed = 0; seed < Situations; seed++) hash.AppendData(Encoding.UTF8.GetBytes(Show(Decide(measure, seed))));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Assessment Decide(Measure measure, int seed)
    {
        var (facts, region, asOf) = FixedSituations.One(measure, seed);
        return measure.Assess(facts, measure.TermsFor(Values, region, asOf));
    }

    private static string Show(Assessment assessment) => string.Join('|',
        assessment.Outcome, assessment.Amount, assessment.Automatic, string.Join(',', assessment.Missing), string.Join(',', assessment.PendingParameters),
        string.Join(',', assessment.Instalments.Select(part => $"{part.Trigger} {part.Amount} {part.Due:yyyy-MM-dd}")),
        assessment.Funding is { } split ? $"{split.Central} {split.Province} {split.City}" : "",
        assessment.Extras is { } extras ? $"{extras.Clawback} {extras.Monthly} {extras.Months} {extras.RetentionAdvance}" : "",
        string.Join(',', assessment.Conditions.Select(Show)), string.Join(';', assessment.Arithmetic.Select(line => line.Value))) + "\n";

    private static string Show(ConditionResult condition) => $"{condition.Id} {condition.Result} [{string.Join(',', condition.Parts.Select(Show))}]";

    /// <summary>Two provincial values after each other for every key, a city's own, and one city that is not set where the province is not.</summary>
    private static Rulebook MakeValues()
    {
        var rows = Catalog.All.SelectMany(measure => measure.Parameters).Concat(SharedParameters.All).DistinctBy(parameter => parameter.Key)
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal).SelectMany((parameter, n) => Rows(parameter, n));
        return new Rulebook(new ParameterBook(rows), new WorkingDayCalendar(Enumerable.Range(2015, 15).Select(year => new CalendarYear(
            year, [new DateOnly(year, 1, 1), new DateOnly(year, 5, 1), new DateOnly(year, 10, 1), new DateOnly(year, 10, 2)], [new DateOnly(year, 10, 10)]))));
    }

    private static IEnumerable<ParameterRow> Rows(Parameter parameter, int n)
    {
        ParameterRow Row(string region, string from, string? to, int step) =>
            new(parameter.Key, region, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), Text(parameter, n + step), "C", "test");
        if (!SetByCities.Contains(parameter.Key))
        {
            yield return Row("210000", "2015-01-01", "2021-05-31", 0);
            yield return Row("210000", "2021-06-01", n % 7 == 3 ? "2022-06-30" : null, 1);
        }
        else
        {
            yield return Row("210100", "2015-01-01", null, 3);
        }

        yield return Row("210200", "2015-01-01", null, 2);
    }

    private static string Text(Parameter parameter, int n) => parameter switch
    {
        CountParameter => $"{(parameter.Unit is "年" ? 2 : 5 + n * 7 % 20)}",
        MoneyParameter => $"{300 + n * 411 % 1900}.{n * 7 % 100:00}",
        RateParameter => $"{3 + n * 13 % 60}/97",
        FundingParameter => """{"central":"0.3","province":"0.25","city":"0.45"}""",
        SharesParameter => """["0.5","0.25","0.25"]""",
        _ => throw new NotSupportedException(parameter.Key),
    };

    private static SortedDictionary<string, Entry> Read(string path) =>
        File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, Entry>>(File.ReadAllText(path))! : [];

    private static void Write(string code, Entry entry, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "TestData", FileName);
        var entries = Read(path);
        entries[code] = entry;
        File.WriteAllText(path, JsonSerializer.Serialize(entries, Options) + "\n");
    }

    private sealed record Entry(string Version, string Fingerprint);
}
