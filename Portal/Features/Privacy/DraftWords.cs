using System.Text.Json.Nodes;
using Portal.Domain.Rules;

namespace Portal.Features.Privacy;

/// <summary>A draft's content under the names people use; whatever has no such name keeps its own, so that nothing is left out.</summary>
internal static class DraftWords
{
    /// <summary>People a firm has hired: not the writer's own data.</summary>
    private const string Hires = "Hires";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Place"] = "地区",
        ["Answers"] = "填报的情况",
        ["FirstMonth"] = "从哪个月开始",
        ["Bank"] = "开户银行",
        ["Account"] = "收款账号",
    };

    public static JsonNode? Read(string json, Measure? measure) => Rename(JsonNode.Parse(json), measure);

    private static JsonNode? Rename(JsonNode? node, Measure? measure)
    {
        if (node is not JsonObject parts) return node?.DeepClone();
        var renamed = new JsonObject();
        foreach (var (name, value) in parts.Where(part => part.Key != Hires))
            renamed[Names.GetValueOrDefault(name) ?? measure?.Facts.Find(name)?.Label ?? name] = Rename(value, measure);
        return renamed;
    }
}
