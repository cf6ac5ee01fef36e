using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Refunds.Screening;
using Portal.Tables;

namespace Portal.CommandLine;

/// <summary><c>screen --store</c>: the way of the staff's upload, through the same two handlers.</summary>
/// <remarks>
/// Broken off and called again with the same file and day, it goes on with the run it had begun. The roster stays
/// beside the database until the result is written, which is how a later call tells that the earlier one had not ended.
/// </remarks>
internal static class StoredScreening
{
    public static async Task RunAsync(IServiceProvider services, ScreenArguments arguments, ResultFile result, CancellationToken cancellation)
    {
        var files = services.GetRequiredService<RosterFiles>();
        var run = await BeginAsync(services, files, arguments, cancellation);
        // Held open, so that no portal that starts meanwhile takes it for a leftover.
        using (File.OpenRead(files.Find(run)))
        {
            ExceptionDispatchInfo? unwritten = null;
            await services.GetRequiredService<ReadRun>().HandleAsync(run, keepFile: true, decided: WriteRow, cancellation: cancellation);
            unwritten?.Throw();
            if (result.Totals.Rows < await StoredRowsAsync(services, run, cancellation)) await WriteRowsAsync(services, arguments, result, cancellation);

            // A full disk behind the result is not the run's fault: it is stored to its end, and a later call only writes the result.
            void WriteRow(ScreenedRow row)
            {
                if (unwritten is not null) return;
                try
                {
                    result.Add(row);
                }
                catch (Exception fault)
                {
                    unwritten = ExceptionDispatchInfo.Capture(fault);
                }
            }
        }

        files.Discard(run);
    }

    private static async Task<Guid> BeginAsync(IServiceProvider services, RosterFiles files, ScreenArguments arguments, CancellationToken cancellation)
    {
        await files.DiscardLeftAsync(run => IsRecordedAsync(services, run, cancellation));
        await using var file = File.OpenRead(arguments.File);
        var roster = (await files.ReceiveAsync(arguments.File, file, long.MaxValue, cancellation))!;
        if (await UnfinishedAsync(services, files, roster, arguments.AsOf, cancellation) is { } unfinished)
        {
            files.Discard(roster);
            return unfinished;
        }

        return await services.GetRequiredService<UploadRoster>().HandleAsync(null, RegionDirectory.Province, roster, arguments.AsOf, cancellation) switch
        {
            UploadResult.Stored stored => stored.RunId,
            UploadResult.Refused refused => throw new CommandException(refused.Reason),
            _ => throw new InvalidOperationException("An upload is stored or refused."),
        };
    }

    private static async Task<Guid?> UnfinishedAsync(IServiceProvider services, RosterFiles files, ReceivedRoster roster, string asOf, CancellationToken cancellation)
    {
        if (!IsoDate.TryParse(asOf, out var day)) return null;
        await using var db = await DatabaseAsync(services, cancellation);
        var earlier = await db.ScreeningRuns
            .Where(run => run.Sha256 == roster.Sha256 && run.AsOf == day && run.UploadedById == Guid.Empty && run.State != RunState.Failed)
            .OrderByDescending(run => run.UploadedAt).Select(run => run.Id).ToListAsync(cancellation);
        return earlier.Where(run => File.Exists(files.Find(run))).Select(run => (Guid?)run).FirstOrDefault();
    }

    private static async Task<bool> IsRecordedAsync(IServiceProvider services, Guid runId, CancellationToken cancellation)
    {
        await using var db = await DatabaseAsync(services, cancellation);
        return await db.ScreeningRuns.AnyAsync(run => run.Id == runId, cancellation);
    }

    /// <exception cref="TableUnreadableException">The run failed, and so it has no rows.</exception>
    private static async Task<int> StoredRowsAsync(IServiceProvider services, Guid runId, CancellationToken cancellation)
    {
        await using var db = await DatabaseAsync(services, cancellation);
        var run = await db.ScreeningRuns.AsNoTracking().SingleAsync(run => run.Id == runId, cancellation);
        return run.State == RunState.Failed ? throw new TableUnreadableException(run.Failure ?? "") : run.RowsRead;
    }

    /// <summary>Another process has stored it: what it told is not here.</summary>
    private static async Task WriteRowsAsync(IServiceProvider services, ScreenArguments arguments, ResultFile result, CancellationToken cancellation)
    {
        var rulebooks = services.GetRequiredService<RulebookSource>();
        ScreenCommand.Screen(arguments, await rulebooks.RulesAsync(cancellation), await rulebooks.RegionsAsync(cancellation), result);
    }

    private static Task<PortalDbContext> DatabaseAsync(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
}
