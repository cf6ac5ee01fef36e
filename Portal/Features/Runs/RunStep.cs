using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;

namespace Portal.Features.Runs;

/// <summary>How a step on a run ended.</summary>
public abstract record RunStep
{
    public sealed record Done : RunStep;

    /// <summary>A second press, another tab or a colleague: it was done already, and nothing was done twice.</summary>
    public sealed record DoneBefore : RunStep;

    /// <summary>No such run, or one of another place.</summary>
    public sealed record NotFound : RunStep;

    /// <param name="Reason">In Chinese, with what to do.</param>
    public sealed record Refused(string Reason) : RunStep
    {
        /// <summary>Whether the amounts are no longer those that were published: it stays so until somebody does something.</summary>
        public bool AmountsChanged { get; init; }
    }
}

internal static class RunRows
{
    /// <summary>The rows that are published and released: automatic, and within the run's own place.</summary>
    /// <remarks>A bureau's file may name firms of other places; those are not this bureau's to pay.</remarks>
    public static IQueryable<ScreeningRow> AutomaticRows(this PortalDbContext db, ScreeningRun run)
    {
        var prefix = RegionDirectory.PrefixOf(run.RegionCode);
        return db.ScreeningRows.Where(row => row.RunId == run.Id && row.Outcome == RowOutcome.Automatic && row.RegionCode.StartsWith(prefix));
    }

    /// <summary>The rows an undecided or upheld objection holds back.</summary>
    public static IQueryable<ScreeningRow> NotHeldBack(this IQueryable<ScreeningRow> rows, PortalDbContext db) =>
        rows.Where(row => !db.Objections.Any(objection =>
            objection.RunId == row.RunId && objection.RowNumber == row.Number && objection.State != ObjectionState.Dismissed));
}
