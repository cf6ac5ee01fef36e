using System.Text.Json.Nodes;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;

namespace Portal.Features.Public.Assessments;

/// <summary>A dated value in the form in which the parameter book is published.</summary>
public sealed record ParameterResponse(string Key, string Region, DateOnly From, DateOnly? To, JsonNode Value, string Status, string Source)
{
    public static ParameterResponse Of(ParameterRow row, MeasureCatalog catalog) =>
        new(row.Key, row.Region, row.From, row.To, Shown(row.Value, catalog.FindParameter(row.Key)), row.Status, row.Source);

    // Counts go out as numbers and values with parts as JSON; amounts and rates stay text, which loses no digit.
    private static JsonNode Shown(string value, Parameter? parameter) =>
        parameter is CountParameter || value[0] is '{' or '[' ? JsonNode.Parse(value)! : JsonValue.Create(value);
}
