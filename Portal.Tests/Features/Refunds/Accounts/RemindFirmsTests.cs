using Microsoft.EntityFrameworkCore;
using Portal.Data.Messages;
using Portal.Data.Work;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

public sealed class RemindFirmsTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task A_firm_is_reminded_on_the_third_seventh_fourteenth_and_thirtieth_day_once_each()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        var released = (await RemindersAsync(no)).Count;

        foreach (var (days, sent) in ((int, int)[])[(2, 0), (1, 1), (0, 1), (3, 1), (1, 2), (7, 3), (15, 3), (1, 4), (40, 4)])
        {
            if (days > 0) await _portal.DaysLaterAsync(days);
            else await _portal.RoundAsync();
            Assert.Equal(released + sent, (await RemindersAsync(no)).Count);
        }

        var steps = (await _portal.CaseAsync(no)).Events.TakeLast(4).ToArray();
        Assert.Equal([3, 7, 14, 30], steps.Select(step => int.Parse(step.What.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(steps, step => Assert.Equal("系统", step.ActorName));
        Assert.Contains("最后一次提醒", steps[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_were_missed_only_the_last_is_sent()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        var before = (await RemindersAsync(no)).Count;

        await _portal.DaysLaterAsync(20);
        await _portal.RoundAsync();

        Assert.Equal(before + 1, (await RemindersAsync(no)).Count);
        Assert.Equal("请确认收款账户，已经等了 20 天", (await _portal.CaseAsync(no)).Events[^1].What);
        await _portal.DaysLaterAsync(10);
        Assert.Equal(before + 2, (await RemindersAsync(no)).Count);
    }

    [Fact]
    public async Task Nobody_on_the_portal_is_sent_nothing_and_whoever_has_answered_neither()
    {
        var cases = await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow, RosterFolder.OtherFirmAskedRow);
        Assert.IsType<ConfirmResult.Waits>(await _portal.ConfirmAsync(cases[0], new AccountChoice(false, RefundScene.Firm, "铁岭银行", "880012345678")));

        await _portal.DaysLaterAsync(5);

        Assert.Equal(2, (await _portal.CaseAsync(cases[0])).Events.Count);
        Assert.Single((await _portal.CaseAsync(cases[1])).Events);
    }

    [Fact]
    public async Task After_the_last_the_operator_has_one_item_for_the_run_until_all_have_answered()
    {
        var no = (await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow))[0];
        var run = (await _portal.CaseAsync(no)).RunId!.Value.ToString();
        await _portal.DaysLaterAsync(29);
        Assert.Empty(await _portal.OpenWorkAsync(run));

        await _portal.DaysLaterAsync(1);
        await _portal.DaysLaterAsync(1);
        var work = Assert.Single(await _portal.OpenWorkAsync(run));
        Assert.Equal((WorkKind.UnansweredRefunds, "operator"), (work.Kind, work.Role));
        Assert.Contains("1 户", work.Title, StringComparison.Ordinal);

        await _portal.AnsweredAsync(no);
        await _portal.DaysLaterAsync(1);
        Assert.Empty(await _portal.OpenWorkAsync(run));
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task<List<Message>> RemindersAsync(string no)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Messages.Where(message => message.Record == no).ToListAsync();
    }
}
