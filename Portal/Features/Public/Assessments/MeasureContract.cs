using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Assessments;

public sealed record MeasureResponse(string Code, string Name, string Clause, IReadOnlyList<FactResponse> Facts)
{
    public static MeasureResponse From(Measure measure) =>
        new(measure.Code, measure.Name, measure.Clause, [.. measure.Facts.Facts.Select(FactResponse.From)]);
}

/// <param name="Values">The allowed codes of a choice; null for every other type.</param>
public sealed record FactResponse(
    string Name, string Type, string Unit, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<string>? Values, bool Optional)
{
    public static FactResponse From(Fact fact) => new(
        fact.Name, JsonNamingPolicy.CamelCase.ConvertName(fact.Type.ToString()), fact.Unit,
        fact.Type == FactType.Choice ? [.. fact.Choices.Select(choice => choice.Code)] : null, fact.Optional);
}

/// <summary>One measure with everything a form of one's own needs.</summary>
/// <param name="Audience"><c>person</c> or <c>firm</c>.</param>
/// <param name="Materials">The papers to attach.</param>
/// <param name="Parameters">Keys of the dated values it reads, see <c>GET /api/v1/parameters</c>.</param>
public sealed record MeasureDetail(
    string Code, string Name, string Clause, string Audience, string Summary,
    IReadOnlyList<string> Materials, IReadOnlyList<string> Parameters, IReadOnlyList<FactDetail> Facts)
{
    public static MeasureDetail Of(Measure measure) => new(
        measure.Code, measure.Name, measure.Clause, JsonNamingPolicy.CamelCase.ConvertName(measure.Audience.ToString()), measure.Summary,
        measure.Materials, [.. measure.Parameters.Select(parameter => parameter.Key)], [.. measure.Facts.Facts.Select(FactDetail.Of)]);
}

/// <param name="Choices">The allowed answers with the words people see; null where any value of the type may be given.</param>
public sealed record FactDetail(
    string Name, string Type, string Unit, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<string>? Values, bool Optional,
    string Label, string Help, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<Choice>? Choices)
{
    public static FactDetail Of(Fact fact)
    {
        var brief = FactResponse.From(fact);
        return new FactDetail(brief.Name, brief.Type, brief.Unit, brief.Values, brief.Optional,
            fact.Label, fact.Help, fact.Type == FactType.Choice ? fact.Choices : null);
    }
}
