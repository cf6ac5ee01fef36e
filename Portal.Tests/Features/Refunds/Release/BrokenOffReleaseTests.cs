using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Public.Publications;
using Portal.Features.Refunds.Objections;
using Portal.Features.Refunds.Release;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Release;

/// <summary>Releases that are broken off, taken up again, or wanted by two at once.</summary>
public sealed class BrokenOffReleaseTests : IDisposable
{
    private static readonly (int, int, Money) Whole = (1392, 1392, new Money(247325811));
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task It_goes_on_behind_the_last_batch_and_comes_to_the_same_as_undisturbed()
    {
        var id = await CutAsync(batches: 2);
        Assert.Equal((RunState.Releasing, 500), ((await _portal.RunAsync(id)).State, (await _portal.GrantedAsync()).Cases));

        await _portal.Get<ReleaseRows>().HandleAsync(id);

        Assert.Equal(Whole, await _portal.GrantedAsync());
        var run = await _portal.RunAsync(id);
        Assert.Equal((RunState.Released, 0), (run.State, run.AlreadyGrantedCount));
    }

    [Fact]
    public async Task Two_portals_on_one_database_release_a_list_once()
    {
        var id = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-3000.csv"));
        using var other = _portal.Beside();

        await Task.WhenAll(Task.Run(() => _portal.ReleaseAsync(id)), Task.Run(() => other.ReleaseAsync(id)));

        Assert.Equal(Whole, await _portal.GrantedAsync());
        Assert.Single((await _portal.RunAsync(id)).Events, step => step.What.StartsWith("放行 1392 户", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_that_changed_during_a_break_leave_the_rest_to_a_new_roster()
    {
        var id = await CutAsync(batches: 2);
        await SpoilAsync(id);

        await _portal.Get<ReleaseRows>().HandleAsync(id);

        var run = await _portal.RunAsync(id);
        Assert.Equal(RunState.Released, run.State);
        Assert.Contains("已放行 1250 户，其余没有放行", run.Failure, StringComparison.Ordinal);
        Assert.Single(await _portal.OpenWorkAsync(id.ToString()));
        var again = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-3000.csv"));
        Assert.Empty(await _portal.OpenWorkAsync(id.ToString()));
        await _portal.ReleaseAsync(again);
        Assert.Equal(Whole, await _portal.GrantedAsync());
    }

    [Fact]
    public async Task Whoever_is_not_reached_yet_is_told_that_the_time_is_over()
    {
        var id = await CutAsync(batches: 1);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var rows = db.ScreeningRows.Where(row => row.RunId == id && row.Outcome == RowOutcome.Automatic).OrderBy(row => row.Number);

        Assert.Equal(RefundStep.AwaitingPayment, await StepAsync((await rows.FirstAsync()).CreditCode));
        Assert.Equal(RefundStep.Elapsed, await StepAsync((await rows.LastAsync()).CreditCode));
    }

    [Fact]
    public async Task An_objection_dismissed_meanwhile_lets_its_firm_go_on()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));
        await _portal.PublishAsync(id);
        Assert.IsType<ObjectionResult.Filed>(await _portal.Get<FileObjection>().HandleAsync(id, 1, "张三", "13000000000", "这户裁过员"));
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        await _portal.Get<ReleaseRun>().HandleAsync(await _portal.ActorAsync("operator"), id);

        await DismissAsync(id);
        await _portal.Get<ReleaseRows>().HandleAsync(id);

        Assert.Equal((2, 2, new Money(133319)), await _portal.GrantedAsync());
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    /// <summary>A release of the sample that died behind so many batches, and whose lease is over.</summary>
    private async Task<Guid> CutAsync(int batches)
    {
        var id = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-3000.csv"));
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            await db.ScreeningRuns.ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Releasing));
        using var cut = new CancellationTokenSource();
        var done = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _portal.Get<ReleaseRows>().HandleAsync(id, granted: _ =>
        {
            if (++done == batches) cut.Cancel();
        }, cancellation: cut.Token));
        return id;
    }

    private async Task SpoilAsync(Guid id)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var last = await db.ScreeningRows.AsNoTracking().Where(row => row.RunId == id && row.Outcome == RowOutcome.Automatic).OrderByDescending(row => row.Number).FirstAsync();
        var facts = last.FactsJson.Replace($"\"{last.Amount}\"", "\"2.00\"", StringComparison.Ordinal);
        Assert.NotEqual(last.FactsJson, facts);
        await db.ScreeningRows.Where(row => row.RunId == id && row.Number == last.Number).ExecuteUpdateAsync(row => row.SetProperty(r => r.FactsJson, facts));
    }

    private async Task<RefundStep> StepAsync(string code) =>
        Assert.IsType<RefundLookUp.Found>(await _portal.Get<LookUpRefund>().HandleAsync(code)).Step;

    private async Task DismissAsync(Guid id)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var objection = await db.Objections.Where(objection => objection.RunId == id).Select(objection => objection.Id).SingleAsync();
        Assert.IsType<RunStepResult.Done>(await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("reviewer"), objection, uphold: false, "查过，没有裁员"));
    }
}
