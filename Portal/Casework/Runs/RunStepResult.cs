using Portal.Data;
using Portal.Data.Screening;

namespace Portal.Casework.Runs;

/// <summary>What came of a step on a run.</summary>
public abstract record RunStepResult
{
    public sealed record Done : RunStepResult;

    /// <summary>A second press, another tab or a colleague: it was done already, and nothing was done twice.</summary>
    public sealed record DoneBefore : RunStepResult;

    /// <summary>No such run, or one of another place.</summary>
    public sealed record NotFound : RunStepResult;

    /// <param name="Reason">In Chinese, with what to do.</param>
    public sealed record Refused(string Reason) : RunStepResult;
}

internal static class RunRows
{
    /// <summary>The rows an undecided or upheld objection holds back.</summary>
    public static IQueryable<ScreeningRow> NotHeldBack(this IQueryable<ScreeningRow> rows, PortalDbContext db) =>
        rows.Where(row => !db.Objections.Any(objection =>
            objection.RunId == row.RunId && objection.RowNumber == row.Number && objection.State != ObjectionState.Dismissed));
}
