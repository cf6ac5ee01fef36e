using Microsoft.EntityFrameworkCore;
using Portal.Casework.Background;
using Portal.Casework.Rosters;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Protection;
using Portal.Data.Reference;
using Portal.Data.Work;
using Portal.Domain.Measures;
using Portal.Domain.Screening;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Screening;

/// <summary>Runs that are broken off, taken up again, or wanted by two at once.</summary>
public sealed class BrokenOffRunTests : IDisposable
{
    private const int Rows = 10_000;
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task It_goes_on_where_it_was_and_comes_to_the_same_as_undisturbed()
    {
        var undisturbed = await _portal.ScreenAsync(Roster());
        var id = await CutAsync(8_000);
        Assert.Equal((RunState.Reading, 8_000), ((await _portal.RunAsync(id)).State, await CountAsync(id)));

        await _portal.Get<ReadRun>().HandleAsync(id);

        var run = await _portal.RunAsync(id);
        Assert.Equal((RunState.Screened, Rows), (run.State, run.RowsRead));
        Assert.Contains(run.Events, step => step.What == "上次筛查中断，从第 8001 行接着筛查");
        Assert.Equal(await ContentAsync(undisturbed), await ContentAsync(id));
    }

    [Fact]
    public async Task Broken_off_behind_the_last_row_only_the_firms_are_left_to_do()
    {
        var undisturbed = await _portal.ScreenAsync(Roster());
        var id = await CutAsync(Rows);

        await _portal.Get<ReadRun>().HandleAsync(id);

        Assert.Equal(await ContentAsync(undisturbed), await ContentAsync(id));
    }

    [Fact]
    public async Task When_values_changed_meanwhile_it_begins_anew_so_that_no_list_is_decided_by_two_rules()
    {
        var id = await CutAsync(8_000);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            db.Add(new ParameterEntry
            {
                Key = StabilizationRefund.AutomaticHeadcount.Key,
                RegionCode = "210000",
                From = new DateOnly(2020, 11, 1),
                Value = "3",
                Status = "C",
                Source = "test",
            });
            await db.SaveChangesAsync();
        }

        _portal.Get<RulebookSource>().Forget();
        await _portal.Get<ReadRun>().HandleAsync(id);

        Assert.Contains((await _portal.RunAsync(id)).Events, step => step.What.EndsWith("从头重新筛查", StringComparison.Ordinal));
        Assert.Equal(await ContentAsync(await _portal.ScreenAsync(Roster())), await ContentAsync(id));
    }

    [Fact]
    public async Task A_start_takes_up_what_the_last_one_left_unread()
    {
        var id = await CutAsync(4_000);

        using var again = new RunReader(_portal.Databases, new WorkSignal<RunReader>(), _portal.Get<ReadRun>(), _portal.Get<RosterFiles>(),
            _portal.Get<LeaseTerm>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<RunReader>.Instance);
        await again.StartAsync(default);
        // Whoever asks for a run that is being read waits for it.
        while ((await _portal.RunAsync(id)).State is RunState.Uploaded or RunState.Reading) await _portal.Get<ReadRun>().HandleAsync(id);
        await again.StopAsync(default);

        Assert.Equal((RunState.Screened, Rows), ((await _portal.RunAsync(id)).State, await CountAsync(id)));
    }

    [Fact]
    public async Task Two_portals_on_one_database_read_a_run_once()
    {
        using var other = _portal.Beside();
        var id = await _portal.UploadAsync(Roster());

        await Task.WhenAll(Task.Run(() => _portal.Get<ReadRun>().HandleAsync(id)), Task.Run(() => other.Get<ReadRun>().HandleAsync(id)));

        await AssertReadOnceAsync(id);
    }

    [Fact]
    public async Task Who_was_silent_past_the_deadline_is_relieved_and_stores_nothing_more()
    {
        using var other = _portal.Beside();
        var id = await _portal.UploadAsync(Roster());
        var relieved = false;

        await _portal.Get<ReadRun>().HandleAsync(id, stored: _ =>
        {
            if (relieved) return;
            relieved = true;
            RunOutAsync().GetAwaiter().GetResult();
            other.Get<ReadRun>().HandleAsync(id).GetAwaiter().GetResult();
        });

        await AssertReadOnceAsync(id);
        Assert.Equal(2, (await _portal.RunAsync(id)).Events.Count(step => step.What.Contains("开始筛查", StringComparison.Ordinal) || step.What.Contains("接着筛查", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_need_not_wait_is_told_that_another_is_at_it()
    {
        using var other = _portal.Beside();
        var id = await _portal.UploadAsync(Roster());
        bool? taken = null;

        await _portal.Get<ReadRun>().HandleAsync(id, stored: _ => taken ??= other.Get<ReadRun>().HandleAsync(id, wait: false).GetAwaiter().GetResult());

        Assert.False(taken);
        await AssertReadOnceAsync(id);
    }

    [Fact]
    public async Task Who_is_at_it_for_longer_than_the_term_keeps_it_all_the_same()
    {
        using var other = _portal.Beside();
        var id = await _portal.UploadAsync(Roster());
        var term = new LeaseTerm(TimeSpan.FromSeconds(2));
        var reader = new ReadRun(_portal.Databases, _portal.Get<RulebookSource>(), _portal.Get<RosterFiles>(), _portal.Get<FieldVault>(),
            _portal.Get<BusinessClock>(), TimeProvider.System, term);
        bool? taken = null;

        await reader.HandleAsync(id, stored: _ =>
        {
            if (taken is not null) return;
            Thread.Sleep(term.Time * 2);
            taken = other.Get<ReadRun>().HandleAsync(id, wait: false).GetAwaiter().GetResult();
        });

        Assert.False(taken);
        await AssertReadOnceAsync(id);
    }

    [Fact]
    public async Task A_business_clock_that_was_set_back_makes_nobody_wait_for_a_reader_that_died()
    {
        var id = await _portal.UploadAsync(Roster());
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            // By the business clock, in 2020, there would be years to wait.
            db.Add(new Lease { Name = $"run:{id:N}", Holder = Guid.NewGuid(), Until = TimeProvider.System.GetUtcNow().AddMinutes(-1) });
            await db.SaveChangesAsync();
        }

        Assert.True(await _portal.Get<ReadRun>().HandleAsync(id, wait: false));

        await AssertReadOnceAsync(id);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    /// <summary>As if whoever holds a lease had been silent for its term.</summary>
    private async Task RunOutAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var past = DateTimeOffset.UnixEpoch;
        await db.Leases.ExecuteUpdateAsync(lease => lease.SetProperty(l => l.Until, past));
    }

    private string Roster()
    {
        var path = _rosters.At("roster.csv");
        if (!File.Exists(path)) new RosterGenerator(7).Write(path, Rows);
        return path;
    }

    /// <summary>As a stop does it: what is stored stays, and nothing behind it is done.</summary>
    private async Task<Guid> CutAsync(int rows)
    {
        var id = await _portal.UploadAsync(Roster());
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            _portal.Get<ReadRun>().HandleAsync(id, stored: stored => { if (stored >= rows) throw new OperationCanceledException(); }));
        return id;
    }

    private async Task AssertReadOnceAsync(Guid id)
    {
        var run = await _portal.RunAsync(id);
        Assert.Equal((RunState.Screened, Rows, Rows), (run.State, run.RowsRead, await CountAsync(id)));
        Assert.Single(run.Events, step => step.What.StartsWith("筛查完成", StringComparison.Ordinal));
        Assert.Equal(await ContentAsync(await _portal.ScreenAsync(Roster())), await ContentAsync(id));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Leases.AnyAsync());
    }

    private async Task<int> CountAsync(Guid id)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.ScreeningRows.CountAsync(row => row.RunId == id);
    }

    /// <summary>All that is stored of a run but its own id, the moments and the ciphers, which differ by their nature.</summary>
    private async Task<string> ContentAsync(Guid id)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var run = await db.ScreeningRuns.AsNoTracking().SingleAsync(run => run.Id == id);
        var rows = await db.ScreeningRows.AsNoTracking().Where(row => row.RunId == id).OrderBy(row => row.Number)
            .Select(row => $"{row.Number}|{row.CreditCode}|{row.Name}|{row.RegionCode}|{row.Size}|{row.Outcome}|{row.Amount}|{row.Reason}|{row.FactsJson}|{row.AccountMasked}").ToListAsync();
        var firms = await db.ScreenedFirms.AsNoTracking().Where(firm => firm.RunId == id).OrderBy(firm => firm.CreditCode).ThenBy(firm => firm.Number)
            .Select(firm => $"{firm.CreditCode}|{firm.Number}|{firm.Outcome}|{firm.Amount}").ToListAsync();
        var totals = await db.RunTotals.AsNoTracking().Where(total => total.RunId == id).OrderBy(total => total.Outcome).ThenBy(total => total.Size).ThenBy(total => total.City)
            .Select(total => $"{total.Outcome}|{total.Size}|{total.City}|{total.Count}|{total.Amount}").ToListAsync();
        var blocks = await db.RowBlocks.AsNoTracking().Where(block => block.RunId == id).OrderBy(block => block.First).Select(block => block.Lines).ToListAsync();
        return string.Join('\n', [$"{run.RowsRead}|{run.AutomaticCount}|{run.AutomaticAmount}|{run.EligibleCount}|{run.EligibleAmount}|{run.IneligibleCount}|{run.IncompleteCount}|{run.RejectedCount}|{run.FirmsStored}",
            .. rows, .. firms, .. totals, System.Text.Encoding.UTF8.GetString([.. blocks.SelectMany(block => block)])]);
    }
}
