using System.Text.Json.Nodes;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Privacy;

/// <summary>A draft's content under the names people use; whatever has no such name keeps its own, so that nothing is left out.</summary>
internal static class DraftTexts
{
    /// <summary>The people an application names besides its writer: not the writer's own data.</summary>
    private const string People = "People";

    private const string Code = "Code";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Place"] = "地区",
        ["Bank"] = "开户银行",
        ["Account"] = "收款账号",
        ["BankCode"] = "联行号",
        ["UsesFirmAccount"] = "用企业登记的账户",
        ["Measures"] = "申请的政策",
        [Code] = "政策",
        ["Answers"] = "填报的情况",
        ["FirstMonth"] = "从哪个月开始",
        ["StartedOn"] = "开始日期",
        ["TrainingNumber"] = "培训备案号",
    };

    public static JsonNode? Read(string json, MeasureCatalog catalog) => Rename(JsonNode.Parse(json), catalog, measure: null);

    private static JsonNode? Rename(JsonNode? node, MeasureCatalog catalog, Measure? measure) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => Rename(item, catalog, measure))]),
        JsonObject parts => RenameParts(parts, catalog, parts[Code] is { } code ? catalog.Find(code.GetValue<string>()) : measure),
        _ => node?.DeepClone(),
    };

    private static JsonObject RenameParts(JsonObject parts, MeasureCatalog catalog, Measure? measure)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in parts.Where(part => part.Key != People))
            renamed[Names.GetValueOrDefault(name) ?? measure?.Facts.Find(name)?.Label ?? name] =
                name == Code ? measure?.Name ?? value?.DeepClone() : Rename(value, catalog, measure);
        return renamed;
    }
}
