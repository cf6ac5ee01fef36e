using System.Globalization;
using System.Text.Json;
using Portal.Casework.Rulebooks;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>The worked answers of the policy reading must come out exactly.</summary>
public sealed class WorkedCasesTests
{
    private static readonly MeasureCatalog Catalog = new();
    private static readonly Rulebook Rules = RulebookSource.Shipped().Rules;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        using var json = JsonDocument.Parse(File.ReadAllText(PortalFactory.TestData("cases.json")));
        foreach (var worked in json.RootElement.EnumerateArray())
            if (Catalog.Find(worked.GetProperty("measure").GetString()!) is not null)
                data.Add(worked.GetProperty("id").GetString()!, worked.GetRawText());
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_worked_case_comes_out_exactly(string id, string text)
    {
        using var json = JsonDocument.Parse(text);
        var worked = json.RootElement;
        var measure = Catalog.Find(worked.GetProperty("measure").GetString()!)!;
        var facts = FactSet.FromTexts(measure.Facts, Texts(worked.GetProperty("facts")));
        var whatIf = worked.TryGetProperty("parameters", out var given) ? Texts(given) : null;
        var terms = measure.TermsFor(Rules, worked.GetProperty("region").GetString()!,
            DateOnly.ParseExact(worked.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), whatIf);

        var assessment = measure.Assess(facts, terms);

        Assert.Equal(Expected(worked.GetProperty("expect")), Answer(assessment));
        Assert.Equal(assessment.Amount, measure.Decide(facts, terms).Amount);
        Assert.False(string.IsNullOrEmpty(id));
    }

    private static Dictionary<string, string> Texts(JsonElement given) =>
        given.EnumerateObject().ToDictionary(fact => fact.Name, fact => Portal.Data.Seed.SeedFiles.Canonical(fact.Value));

    private static string Expected(JsonElement expect) => string.Join('|',
        expect.GetProperty("outcome").GetString(),
        expect.GetProperty("amount").GetString(),
        expect.GetProperty("automatic").GetBoolean(),
        string.Join(',', expect.GetProperty("missing").EnumerateArray().Select(name => name.GetString())),
        string.Join(',', expect.GetProperty("pendingParameters").EnumerateArray().Select(key => key.GetString())),
        string.Join(',', expect.GetProperty("instalments").EnumerateArray().Select(step =>
            $"{step.GetProperty("trigger").GetString()} {step.GetProperty("amount").GetString()} {step.GetProperty("due").GetString()}")),
        expect.GetProperty("funding") is { ValueKind: JsonValueKind.Object } funding
            ? string.Join(' ', ((string[])["central", "province", "city"]).Select(budget => funding.GetProperty(budget).GetString())) : "",
        string.Join(' ', ((string[])["clawback", "monthly", "months", "retentionAdvance"]).Select(extra => expect.TryGetProperty(extra, out var told) ? told.ToString() : "")));

    private static string Answer(Assessment assessment) => string.Join('|',
        JsonNamingPolicy.CamelCase.ConvertName(assessment.Outcome.ToString()),
        assessment.Amount?.ToString(),
        assessment.Automatic,
        string.Join(',', assessment.Missing),
        string.Join(',', assessment.PendingParameters),
        string.Join(',', assessment.Instalments.Select(step =>
            $"{step.Trigger} {step.Amount} {step.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")),
        assessment.Funding is { } funding ? $"{funding.Central} {funding.Province} {funding.City}" : "",
        $"{assessment.Extras?.Clawback} {assessment.Extras?.Monthly} {assessment.Extras?.Months} {assessment.Extras?.RetentionAdvance}");
}
