using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Data.Work;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Public.Publications;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Release;

/// <summary>What nobody presses for: a published list goes on by itself when its time is over.</summary>
public sealed class ReleaseWhenOverTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task On_the_day_its_time_is_over_a_list_is_released_by_the_portal_once()
    {
        var id = await PublishedAsync(RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow);
        await _portal.DaysLaterAsync(6);
        Assert.Equal(RunState.Published, (await _portal.RunAsync(id)).State);

        await _portal.DaysLaterAsync(1);
        await _portal.RoundAsync();
        await _portal.DaysLaterAsync(5);

        Assert.Equal((2, 2, new Money(133319)), await _portal.GrantedAsync());
        var step = Assert.Single((await _portal.RunAsync(id)).Events, step => step.What.StartsWith("放行 2 户", StringComparison.Ordinal));
        Assert.Equal(("系统", null), (step.ActorName, step.ActorId));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.All(await db.CaseEvents.ToListAsync(), happened => Assert.Equal("系统", happened.ActorName));
    }

    [Fact]
    public async Task Missed_for_ten_days_it_is_released_once_with_the_next_round()
    {
        var id = await PublishedAsync(RosterFolder.DemoFirmRow);

        await _portal.DaysLaterAsync(17);

        Assert.Equal(new DateOnly(2020, 12, 3), (await _portal.RunAsync(id)).ReleasedOn);
        Assert.Equal((1, 1, new Money(43254)), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task What_an_objection_holds_back_still_waits_for_its_reviewer()
    {
        var id = await PublishedAsync(RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow);
        Assert.IsType<ObjectionResult.Filed>(await _portal.Get<FileObjection>().HandleAsync(id, 1, "张三", "13000000000", "这户裁过员"));

        await _portal.DaysLaterAsync(7);

        Assert.Equal((1, 1, new Money(90065)), await _portal.GrantedAsync());
    }

    [Fact]
    public async Task Amounts_that_changed_since_are_told_to_the_operator_once_and_release_nobody()
    {
        var id = await PublishedAsync(RosterFolder.DemoFirmRow);
        await PayAsync(id, "2.00", "432.54");
        await _portal.DaysLaterAsync(7);
        await _portal.DaysLaterAsync(1);

        var work = Assert.Single(await _portal.OpenWorkAsync(id.ToString()));
        Assert.Equal((WorkKind.ReleaseStopped, "operator"), (work.Kind, work.Role));
        Assert.Equal((RunState.Published, 0), ((await _portal.RunAsync(id)).State, (await _portal.GrantedAsync()).Cases));

        await PayAsync(id, "432.54", "2.00");
        await _portal.ReleaseAsync(id);
        Assert.Empty(await _portal.OpenWorkAsync(id.ToString()));
        Assert.Equal(1, (await _portal.GrantedAsync()).Cases);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<Guid> PublishedAsync(params string[] rows)
    {
        var id = await _portal.ScreenAsync(_rosters.Write([RosterFolder.Header, .. rows]));
        Assert.IsType<RunStepResult.Done>(await _portal.PublishAsync(id));
        return id;
    }

    /// <summary>Makes the premiums of the list's row others than were published.</summary>
    private async Task PayAsync(Guid run, string now, string before)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var row = await db.ScreeningRows.AsNoTracking().SingleAsync(row => row.RunId == run);
        Assert.Contains($"\"{before}\"", row.FactsJson, StringComparison.Ordinal);
        var facts = row.FactsJson.Replace($"\"{before}\"", $"\"{now}\"", StringComparison.Ordinal);
        await db.ScreeningRows.Where(r => r.RunId == run).ExecuteUpdateAsync(r => r.SetProperty(x => x.FactsJson, facts));
    }
}
