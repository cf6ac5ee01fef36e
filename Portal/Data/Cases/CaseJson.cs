using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Domain.Rules;

namespace Portal.Data.Cases;

/// <summary>How facts and assessments are stored with a case, so that a decision can be shown and replayed later.</summary>
public static class CaseJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Writing = new() { Encoder = Options.Encoder, SkipValidation = true };

    /// <remarks>Straight from the facts: a dictionary for every row of a roster takes about as long as its decision.</remarks>
    public static string Write(FactSet facts)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (var fact in facts.Declared)
                if (facts.Text(fact) is { } text)
                    json.WriteString(fact.Name, text);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static FactSet ReadFacts(FactList list, string json) =>
        FactSet.FromTexts(list, JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public static string Write(Assessment assessment) => JsonSerializer.Serialize(assessment, Options);

    public static Assessment ReadAssessment(string json) =>
        JsonSerializer.Deserialize<Assessment>(json) ?? throw new InvalidDataException("A case has no assessment.");
}
