using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Refunds.Release;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Release;

/// <summary>Publication and release; each test has a portal and a clock of its own.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task The_sample_becomes_a_case_a_firm()
    {
        var id = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-3000.csv"));

        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id));

        Assert.Equal((1392, 1392, new Money(247325811)), await _portal.GrantedAsync());
        var run = await _portal.RunAsync(id);
        Assert.Equal((RunState.Released, new DateOnly(2020, 11, 23), 0), (run.State, run.ReleasedOn, run.AlreadyGrantedCount));
        Assert.Equal(["陈立新", "系统", "系统", "陈立新", "孙建国", "陈立新", "系统"], run.Events.Select(step => step.ActorName));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var record = await db.Cases.Include(c => c.Firm).Include(c => c.Events).Include(c => c.Instalments).SingleAsync(c => c.RowNumber == 3);
        var due = new DateOnly(2020, 11, 30);
        Assert.Equal((CaseState.Approved, "912112238DHXT2N823", new Money(43254), due), (record.State, record.Firm!.CreditCode, record.Entitlement, record.PromisedOn));
        Assert.Equal("*************0003", record.Account!.Masked);
        var step = Assert.Single(record.Events);
        Assert.Equal("免申即享名单公示期满，打到名册里的对公账户，不用申请", step.What);
        Assert.Contains("最迟 2020-11-30 拨付", step.Why, StringComparison.Ordinal);
        Assert.Equal((InstalmentState.Due, due), (Assert.Single(record.Instalments).State, record.Instalments[0].DueOn!.Value));
        Assert.Equal(1354, await db.WorkItems.CountAsync(item => item.Kind == WorkKind.PayInstalments && item.DueOn == due));
        Assert.Equal(38, await db.Cases.CountAsync(c => c.State == CaseState.AwaitingAccount));
        Assert.Contains("1354 户打到名册里的对公账户，38 户等待企业确认收款账户", run.Events[^1].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("样例12企业0000003有限公司", "62000000000000003", CaseState.Approved)]
    [InlineData(" 样例１２企业 0000003有限公司", "6200-0000-0000-0000-3", CaseState.Approved)]
    [InlineData("样例12企业0000003有限公司开原分公司", "62000000000000003", CaseState.AwaitingAccount)]
    [InlineData("王海燕", "62000000000000003", CaseState.AwaitingAccount)]
    [InlineData("", "62000000000000003", CaseState.AwaitingAccount)]
    [InlineData("样例12企业0000003有限公司", "", CaseState.AwaitingAccount)]
    [InlineData("样例12企业0000003有限公司", "6.2E+16", CaseState.AwaitingAccount)]
    public async Task Only_an_account_that_is_missing_or_not_the_firms_own_waits_for_the_firm(string holder, string account, CaseState state)
    {
        var row = RosterFolder.DemoFirmRow[..RosterFolder.DemoFirmRow.IndexOf("否,否,", StringComparison.Ordinal)] + $"否,否,{holder},中国样例银行,{account}";

        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, row)));

        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(state, Assert.Single(await db.Cases.ToListAsync()).State);
        Assert.Equal(state == CaseState.Approved, await db.WorkItems.AnyAsync(item => item.Kind == WorkKind.PayInstalments));
    }

    [Fact]
    public async Task Pressed_twice_at_once_or_later_it_is_released_once()
    {
        var id = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-500-gb18030.csv"));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _portal.ReleaseAsync(id))));

        Assert.Single(results, step => step is RunStepResult.Done);
        Assert.Equal(3, results.Count(step => step is RunStepResult.DoneBefore));
        Assert.IsType<RunStepResult.DoneBefore>(await _portal.ReleaseAsync(id, "approver"));
        Assert.Equal((222, 222, new Money(39541736)), await _portal.GrantedAsync());
        Assert.Single((await _portal.RunAsync(id)).Events, step => step.What.StartsWith("放行 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_screened_again_pays_nobody_twice()
    {
        var first = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-500-gb18030.csv"));
        await _portal.ReleaseAsync(first);
        var second = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-500-gb18030.csv"));

        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(second));

        Assert.Equal((222, 222, new Money(39541736)), await _portal.GrantedAsync());
        Assert.Equal(222, (await _portal.RunAsync(second)).AlreadyGrantedCount);
    }

    [Fact]
    public async Task A_code_written_another_way_is_still_the_same_firm()
    {
        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow)));
        var spaced = RosterFolder.DemoFirmRow.Replace("912112238DHXT2N823,", "９１2112 238DHX T2N823,", StringComparison.Ordinal);

        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, spaced)));

        Assert.Equal((1, 1, new Money(43254)), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task Values_that_changed_stop_the_whole_list_before_its_first_firm_and_the_next_press_does_all()
    {
        var id = await _portal.PublishedAndOverAsync(PortalFactory.TestData("roster-3000.csv"));
        await SpoilAsync(row: 2990, "2.00");

        await _portal.ReleaseAsync(id);

        Assert.Equal((0, 0, Money.Zero), await _portal.GrantedAsync());
        var run = await _portal.RunAsync(id);
        Assert.Equal(RunState.Published, run.State);
        Assert.Contains("没有放行任何企业", run.Failure, StringComparison.Ordinal);
        await SpoilAsync(row: 2990, null);
        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id));
        Assert.Equal((1392, 1392, new Money(247325811)), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task A_firm_that_stands_on_a_list_twice_is_granted_once()
    {
        var id = await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));
        await CodeAsync(id, row: 2, "912112238DHXT2N823");

        await _portal.ReleaseAsync(id);

        Assert.Equal((1, 1, new Money(43254)), await _portal.GrantedAsync());
        var run = await _portal.RunAsync(id);
        Assert.Equal((RunState.Released, 1), (run.State, run.AlreadyGrantedCount));
    }

    [Fact]
    public async Task A_firm_whose_data_cannot_be_handled_stops_the_list_and_the_operator_is_told()
    {
        var id = await _portal.PublishedAndOverAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));
        await CodeAsync(id, row: 2, "无");

        await _portal.ReleaseAsync(id);

        Assert.Equal((0, 0, Money.Zero), await _portal.GrantedAsync());
        var run = await _portal.RunAsync(id);
        Assert.Equal(RunState.Published, run.State);
        Assert.Contains("有一户的数据无法处理，没有放行任何企业。请联系系统管理员", run.Failure, StringComparison.Ordinal);
        Assert.Equal(WorkKind.ReleaseStopped, Assert.Single(await _portal.OpenWorkAsync(id.ToString())).Kind);
        await CodeAsync(id, row: 2, "91211322CD2JL6QM25");
        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id));
        Assert.Equal((2, 2, new Money(133319)), await _portal.GrantedAsync());
        Assert.Empty(await _portal.OpenWorkAsync(id.ToString()));
    }

    [Fact]
    public async Task Before_its_time_is_over_nothing_is_released_and_the_day_is_told()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        Assert.IsType<RunStepResult.Refused>(await _portal.ReleaseAsync(id));
        Assert.IsType<RunStepResult.Done>(await _portal.PublishAsync(id));
        Assert.IsType<RunStepResult.DoneBefore>(await _portal.PublishAsync(id));
        await _portal.Get<BusinessClock>().AdvanceAsync(6);

        var refused = Assert.IsType<RunStepResult.Refused>(await _portal.ReleaseAsync(id));

        Assert.Contains("2020年11月23日", refused.Reason, StringComparison.Ordinal);
        Assert.Equal((0, 0, Money.Zero), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task Who_only_looks_neither_publishes_nor_releases()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        Assert.IsType<RunStepResult.Refused>(await _portal.ProposeAsync(id, await _portal.ActorAsync("approver")));
        Assert.IsType<RunStepResult.Refused>(await _portal.ProposeAsync(id, await _portal.ActorAsync("reviewer")));
        Assert.IsType<RunStepResult.Refused>(await _portal.PublishAsync(id, "reviewer"));
        await _portal.PublishAsync(id);
        await _portal.Get<BusinessClock>().AdvanceAsync(7);

        Assert.IsType<RunStepResult.Refused>(await _portal.ReleaseAsync(id, "reviewer"));
        Assert.IsType<RunStepResult.Refused>(await _portal.ReleaseAsync(id, "admin"));
        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id, "approver"));
    }

    [Fact]
    public async Task Firms_of_other_places_in_a_city_s_file_are_not_the_city_s_to_pay()
    {
        var tieling = (await _portal.ActorAsync("operator")) with { Place = "211200" };
        var path = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow);
        var id = Assert.IsType<UploadResult.Stored>(await _portal.TryUploadAsync(path, tieling)).RunId;
        await _portal.Get<ReadRun>().HandleAsync(id);
        Assert.Equal(1, (await _portal.Get<ShowRun>().HandleAsync(tieling, id))!.Elsewhere);
        Assert.IsType<RunStepResult.Done>(await _portal.ProposeAsync(id, tieling));
        Assert.Equal((1, new Money(43254)), (await _portal.Get<ShowPublicationPlan>().HandleAsync(tieling, id))!.Plan is { } plan ? (plan.Firms, plan.Amount) : default);
        Assert.IsType<RunStepResult.Done>(await _portal.ConfirmAsync(id, (await _portal.ActorAsync("approver")) with { Place = "211200" }));
        await _portal.Get<BusinessClock>().AdvanceAsync(7);

        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id, tieling));

        Assert.Equal((1, 1, new Money(43254)), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task A_list_of_nobody_is_not_published()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header));

        Assert.IsType<RunStepResult.Refused>(await _portal.PublishAsync(id));
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    /// <summary>What no screening stores: a row with another's code, or with none.</summary>
    private async Task CodeAsync(Guid run, int row, string code)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        await db.ScreeningRows.Where(r => r.RunId == run && r.Number == row).ExecuteUpdateAsync(r => r.SetProperty(x => x.CreditCode, code));
    }

    /// <summary>Makes a row come to another amount than was published, or puts it right again.</summary>
    private async Task SpoilAsync(int row, string? premiums)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var target = await db.ScreeningRows.AsNoTracking().Where(r => r.Number <= row && r.Outcome == Portal.Domain.Screening.RowOutcome.Automatic)
            .OrderByDescending(r => r.Number).FirstAsync();
        var right = target.Amount!.Value.ToString();
        var facts = premiums is null ? target.FactsJson.Replace("\"2.00\"", $"\"{right}\"", StringComparison.Ordinal) : target.FactsJson.Replace($"\"{right}\"", $"\"{premiums}\"", StringComparison.Ordinal);
        Assert.NotEqual(target.FactsJson, facts);
        await db.ScreeningRows.Where(r => r.RunId == target.RunId && r.Number == target.Number).ExecuteUpdateAsync(r => r.SetProperty(x => x.FactsJson, facts));
    }
}
