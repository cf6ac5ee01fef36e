using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;
using Portal.Data;
using Portal.Domain.Screening;

namespace Portal.Features.Refunds.Release;

/// <summary>Streams the result of a run as a CSV file, with the columns of the command line's.</summary>
public sealed class DownloadResult(IDbContextFactory<PortalDbContext> databases)
{
    /// <returns>False, with nothing written, for a run that is not there, of another place, or not screened yet.</returns>
    public async Task<bool> HandleAsync(Actor actor, Guid runId, Func<Stream> begin, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var run = await db.ScreeningRuns.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(run => run.Id == runId, cancellation);
        if (run is null || !RunTransitions.IsScreened(run.State)) return false;
        // With a byte-order mark, or Excel shows the reasons as gibberish.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(true), 1 << 15);
        await text.WriteAsync(ResultCsv.Header);
        var rows = db.ScreeningRows.AsNoTracking().Where(row => row.RunId == runId).OrderBy(row => row.Number)
            .Select(row => new { row.Number, row.CreditCode, row.Outcome, row.Amount, row.Reason }).AsAsyncEnumerable();
        var line = new StringWriter { NewLine = "\n" };
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            ResultCsv.Write(line, row.Number, row.CreditCode, row.Outcome, row.Amount, row.Reason);
            await text.WriteAsync(line.GetStringBuilder(), cancellation);
            line.GetStringBuilder().Clear();
        }

        return true;
    }
}
