using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Features.Runs;
using Portal.Rosters;

namespace Portal.CommandLine;

/// <summary><c>screen --store</c>: the way of the staff's upload, through the same two handlers.</summary>
internal static class StoredScreening
{
    public static async Task RunAsync(ScreenArguments arguments, Action<ScreenedRow> seen, CancellationToken cancellation)
    {
        // A file that is no roster is refused before it leaves a trace.
        RosterReader.Open(arguments.File).Dispose();
        using var host = await CommandHost.PrepareAsync(cancellation);
        var services = host.Services;
        await using var file = File.OpenRead(arguments.File);
        var roster = await services.GetRequiredService<RosterFiles>().ReceiveAsync(arguments.File, file, long.MaxValue, cancellation);
        switch (await services.GetRequiredService<UploadRoster>().HandleAsync(null, RegionDirectory.Province, roster!, arguments.AsOf, cancellation))
        {
            case UploadResult.Refused refused:
                throw new CommandException(refused.Reason);
            case UploadResult.Stored stored:
                await services.GetRequiredService<ReadRun>().HandleAsync(stored.RunId, seen, cancellation);
                await RefuseFailureAsync(services, stored.RunId, cancellation);
                break;
        }
    }

    private static async Task RefuseFailureAsync(IServiceProvider services, Guid runId, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);
        if (await db.ScreeningRuns.Where(run => run.Id == runId && run.State == RunState.Failed).Select(run => run.Failure).SingleOrDefaultAsync(cancellation) is { } failure)
            throw new RosterUnreadableException(failure);
    }
}
