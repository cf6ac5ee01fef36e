using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Domain.Rules;

namespace Portal.Data.Cases;

/// <summary>How facts and assessments are stored with a case, so that a decision can be shown and replayed later.</summary>
public static class CaseJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(FactSet facts) => JsonSerializer.Serialize(facts.ToTexts(), Options);

    public static FactSet ReadFacts(FactList list, string json) =>
        FactSet.FromTexts(list, JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public static string Write(Assessment assessment) => JsonSerializer.Serialize(assessment, Options);

    public static Assessment ReadAssessment(string json) =>
        JsonSerializer.Deserialize<Assessment>(json) ?? throw new InvalidDataException("A case has no assessment.");
}
