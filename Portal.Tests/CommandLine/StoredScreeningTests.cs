using Microsoft.EntityFrameworkCore;
using Portal.CommandLine;
using Portal.Domain.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.CommandLine;

public sealed class StoredScreeningTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task A_result_that_cannot_be_written_leaves_the_run_stored_and_can_be_written_later()
    {
        var arguments = new ScreenArguments(PortalFactory.TestData(RosterFolder.Sample), "2020-11-16", _rosters.At("result.csv"), Store: true);
        var unwritable = new ResultFile(arguments.Out);
        unwritable.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => StoredScreening.RunAsync(_portal.Services, arguments, unwritable, TestContext.Current.CancellationToken));
        Assert.Equal((RunState.Screened, 3_000), await OnlyRunAsync());

        using var result = new ResultFile(arguments.Out);
        await StoredScreening.RunAsync(_portal.Services, arguments, result, TestContext.Current.CancellationToken);
        result.Keep();
        Assert.Equal(3_000, result.Totals.Rows);
        Assert.Equal((RunState.Screened, 3_000), await OnlyRunAsync());
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<(RunState State, int Rows)> OnlyRunAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var run = await db.ScreeningRuns.AsNoTracking().SingleAsync();
        return (run.State, run.RowsRead);
    }
}
