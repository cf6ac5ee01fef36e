using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Public.Assessments;

/// <summary>One question to the rules; an array of up to 1,000 of them may be posted as well.</summary>
/// <param name="AsOf">The day by which rules and values are taken, yyyy-MM-dd.</param>
/// <param name="Region">Any code of the province's places.</param>
/// <param name="Facts">By name, see <c>GET /api/v1/measures</c>; an absent or null fact is unknown.</param>
/// <param name="Parameters">What-if values by key, which stand before the book's.</param>
public sealed record AssessmentRequest(
    string Measure, string AsOf, string Region, IReadOnlyDictionary<string, JsonElement>? Facts, IReadOnlyDictionary<string, JsonElement>? Parameters);

/// <param name="Outcome"><c>eligible</c>, <c>ineligible</c> or <c>incomplete</c>.</param>
/// <param name="Amount">In yuan with two decimals; null while it is undecided.</param>
/// <param name="Missing">Facts still needed, sorted.</param>
/// <param name="Clawback">Training subsidy only, as are the next three each of one measure: what must be paid back.</param>
/// <param name="Monthly">Unemployment insurance: the benefit a month.</param>
/// <param name="Months">Unemployment insurance: for how many months.</param>
/// <param name="RetentionAdvance">Internship subsidy: the advance for graduates kept on.</param>
/// <param name="PendingParameters">Eligible, but the amount awaits these values of the place.</param>
public sealed record AssessmentResponse(
    string Outcome,
    string? Amount,
    bool Automatic,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> PendingParameters,
    IReadOnlyList<InstalmentResponse> Instalments,
    IReadOnlyDictionary<string, string>? Funding,
    IReadOnlyList<ConditionResponse> Conditions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Clawback,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Monthly,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Months,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RetentionAdvance)
{
    public static AssessmentResponse From(Assessment assessment) => new(
        Lower(assessment.Outcome.ToString()),
        assessment.Amount?.ToString(),
        assessment.Automatic,
        assessment.Missing,
        assessment.PendingParameters,
        [.. assessment.Instalments.Select(InstalmentResponse.From)],
        assessment.Funding is { } funding ? new Dictionary<string, string>
        {
            ["central"] = funding.Central.ToString(),
            ["province"] = funding.Province.ToString(),
            ["city"] = funding.City.ToString(),
        } : null,
        [.. assessment.Conditions.Select(condition => new ConditionResponse(
            condition.Id, Lower(condition.Result.ToString()), condition.Clause, condition.Text))],
        assessment.Extras?.Clawback?.ToString(),
        assessment.Extras?.Monthly?.ToString(),
        assessment.Extras?.Months,
        assessment.Extras?.RetentionAdvance?.ToString());

    private static string Lower(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

public sealed record InstalmentResponse(string Trigger, string Amount, string? Due)
{
    public static InstalmentResponse From(Instalment instalment) =>
        new(instalment.Trigger, instalment.Amount.ToString(), instalment.Due is { } due ? IsoDate.Write(due) : null);
}

/// <param name="Result"><c>met</c>, <c>unmet</c> or <c>unknown</c>.</param>
public sealed record ConditionResponse(string Id, string Result, string Clause, string Text);
