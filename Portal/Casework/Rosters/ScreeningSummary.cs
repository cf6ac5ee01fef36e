using System.Text.Json.Nodes;
using Portal.Domain.Screening;

namespace Portal.Casework.Rosters;

/// <summary>The totals of a screening as one line of JSON, in the form of the sample rosters' summaries.</summary>
public static class ScreeningSummary
{
    public static string ToJson(ScreeningTotals totals, double seconds) => new JsonObject
    {
        ["rows"] = totals.Rows,
        ["automatic"] = WithAmount(totals, RowOutcome.Automatic),
        ["eligible"] = WithAmount(totals, RowOutcome.Eligible),
        ["ineligible"] = CountOf(totals, RowOutcome.Ineligible),
        ["incomplete"] = CountOf(totals, RowOutcome.Incomplete),
        ["rejected"] = CountOf(totals, RowOutcome.Rejected),
        ["seconds"] = Math.Round(seconds, 3),
    }.ToJsonString();

    private static JsonObject WithAmount(ScreeningTotals totals, RowOutcome outcome) =>
        new() { ["count"] = totals.Count(outcome), ["amount"] = totals.Amount(outcome).ToString() };

    private static JsonObject CountOf(ScreeningTotals totals, RowOutcome outcome) => new() { ["count"] = totals.Count(outcome) };
}
