using System.Text.Json;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Public.Assessments;

/// <summary>A question that can be answered.</summary>
public sealed record Question(Measure Measure, DateOnly AsOf, string Region, FactSet Facts, IReadOnlyDictionary<string, string>? WhatIf);

/// <summary>What is wrong with a request: the field by its pointer, such as <c>[3].facts.hires</c>, and what to do.</summary>
public sealed record RequestFault(string Pointer, string Detail);

/// <summary>Reads a posted question strictly; every fault names its field.</summary>
internal sealed class RequestReader(MeasureCatalog catalog, RegionDirectory regions)
{
    public RequestFault? Read(JsonElement json, string prefix, out Question? question)
    {
        question = null;
        if (json.ValueKind != JsonValueKind.Object) return new RequestFault(prefix, "请求应为一个对象，例如 {\"measure\": …}。");
        var path = prefix.Length == 0 ? "" : prefix + ".";

        if (catalog.Find(Text(json, "measure") ?? "") is not { } measure) return new RequestFault(path + "measure", "没有这项政策，可用的代码见 GET /api/v1/measures。");
        if (!IsoDate.TryParse(Text(json, "asOf"), out var asOf))
            return new RequestFault(path + "asOf", "请填写日期，格式为 yyyy-MM-dd。");
        var region = Text(json, "region") ?? "";
        if (!regions.Contains(region)) return new RequestFault(path + "region", "没有这个地区代码，应为辽宁省的六位行政区划代码。");

        if (ReadFacts(json, path, measure, out var facts) is { } factFault) return factFault;
        if (ReadWhatIf(json, path, out var whatIf) is { } whatIfFault) return whatIfFault;
        question = new Question(measure, asOf, region, facts, whatIf);
        return null;
    }

    private static RequestFault? ReadFacts(JsonElement json, string path, Measure measure, out FactSet facts)
    {
        facts = FactSet.Empty(measure.Facts);
        if (!json.TryGetProperty("facts", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Object) return new RequestFault(path + "facts", "应为一个对象，键为事实名称。");
        foreach (var entry in given.EnumerateObject())
        {
            var pointer = $"{path}facts.{entry.Name}";
            if (measure.Facts.Find(entry.Name) is not { } fact) return new RequestFault(pointer, $"“{measure.Name}”没有这个事实，名称见 GET /api/v1/measures。");
            if (entry.Value.ValueKind == JsonValueKind.Null) continue;
            if (FactText(fact, entry.Value) is not { } text || !facts.TryWith(fact, text, out facts)) return new RequestFault(pointer, fact.Explain);
        }

        return null;
    }

    private RequestFault? ReadWhatIf(JsonElement json, string path, out IReadOnlyDictionary<string, string>? whatIf)
    {
        whatIf = null;
        if (!json.TryGetProperty("parameters", out var given) || given.ValueKind == JsonValueKind.Null) return null;
        if (given.ValueKind != JsonValueKind.Object) return new RequestFault(path + "parameters", "应为一个对象，键为参数名称。");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in given.EnumerateObject())
        {
            var pointer = $"{path}parameters.{entry.Name}";
            if (catalog.FindParameter(entry.Name) is not { } parameter) return new RequestFault(pointer, "没有这个参数。");
            if (entry.Value.ValueKind == JsonValueKind.Null) continue;
            var text = JsonText.Canonical(entry.Value);
            if (!parameter.TryParse(text, out _)) return new RequestFault(pointer, $"“{parameter.Label}”的值无法读取。");
            values[entry.Name] = text;
        }

        whatIf = values;
        return null;
    }

    /// <summary>The canonical text of a fact's value, or null where the kind of JSON value is not the fact's.</summary>
    private static string? FactText(Fact fact, JsonElement value) => fact.Type switch
    {
        FactType.YesNo => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : null,
        FactType.Count => value.ValueKind == JsonValueKind.Number ? JsonText.PlainNumber(value, wholeOnly: true) : null,
        FactType.Money or FactType.Rate => value.ValueKind switch
        {
            JsonValueKind.Number => JsonText.PlainNumber(value, wholeOnly: false),
            JsonValueKind.String => value.GetString(),
            _ => null,
        },
        _ => value.ValueKind == JsonValueKind.String ? value.GetString() : null,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
