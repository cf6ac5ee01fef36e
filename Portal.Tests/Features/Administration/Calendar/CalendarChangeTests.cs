using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Features.Administration.Calendar;
using Portal.Features.Desk.Review;
using Portal.Tests.Features.Administration.RuleChanges;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Calendar;

public sealed class CalendarChangeTests
{
    [Fact]
    public async Task A_year_that_two_people_entered_can_be_counted_in()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Year2027);
        Assert.False((await CalendarAsync(portal)).Covers(2027));

        await portal.ApproveAsync(id);

        var calendar = await CalendarAsync(portal);
        Assert.Equal(new DateOnly(2027, 1, 8), calendar.AddWorkingDays(new DateOnly(2026, 12, 31), 5));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 2, 20)));
        Assert.Equal(17, calendar.Find(2027)!.Holidays.Count);
    }

    [Fact]
    public async Task A_correction_replaces_the_year_and_what_was_before_stays_on_record()
    {
        using var portal = new PortalFactory();
        var shipped = (await CalendarAsync(portal)).Find(2021)!;
        var form = new YearForm { Year = "2021", Holidays = DayListText.Write(shipped.Holidays.Skip(1)), Workdays = DayListText.Write(shipped.Workdays), Source = "更正通知" };
        await portal.ApproveAsync(await portal.ProposeAsync(form));

        Assert.True((await CalendarAsync(portal)).IsWorkingDay(new DateOnly(2021, 1, 1)));
        Assert.False((await CalendarAsync(portal)).IsWorkingDay(new DateOnly(2020, 10, 1)));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(shipped.Holidays.Count + shipped.Workdays.Count, await db.CalendarDays.CountAsync(day => day.Year == 2021));
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM CalendarChangeDays"));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_year_again_is_no_change()
    {
        using var portal = new PortalFactory();
        await portal.ApproveAsync(await portal.ProposeAsync(RuleScene.Year2027));
        Assert.IsType<YearAnswer.Faulty>(await portal.Get<ProposeYear>().HandleAsync(await portal.ActorAsync("admin"), RuleScene.Year2027));
    }

    [Fact]
    public async Task Open_deadlines_that_would_be_counted_otherwise_are_listed()
    {
        using var portal = new PortalFactory();
        var record = await portal.FlexibleAsync();
        var granted = (await portal.HiringAsync(relief: false)).No;
        async Task<CaseRef> Seen() => new(granted, (await portal.CaseAsync(granted)).Version);
        await portal.Get<AssignCase>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen(), null);
        await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.Approve, null);
        var known = (await CalendarAsync(portal)).Find(2020)!;

        var preview = await portal.Get<PreviewYear>().HandleAsync(
            await portal.ActorAsync("admin"), known with { Holidays = [.. known.Holidays, new DateOnly(2020, 11, 18)] });

        var (due, moved) = (new DateOnly(2020, 11, 23), new DateOnly(2020, 11, 24));
        Assert.Equal(
            [(record.No, "承诺日期", due, moved), (granted, "第 1 笔拨付", due, moved)],
            preview.Moved.Select(deadline => (deadline.No, deadline.What, deadline.Due, deadline.Moved)));
        Assert.Equal((2, 2, true), (preview.Looked, preview.Changed, preview.IsKnown));
    }

    [Fact]
    public async Task A_missing_year_is_asked_for_once_and_the_warning_goes_when_it_is_there()
    {
        using var portal = new PortalFactory();
        var watch = portal.Get<CalendarWatch>();
        await watch.RunAsync();
        Assert.Empty(await WarningsAsync(portal));

        // To 1 October 2026; 2027 is not known.
        await portal.Get<BusinessClock>().AdvanceAsync(new DateOnly(2026, 10, 1).DayNumber - portal.Get<BusinessClock>().Today.DayNumber);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => watch.RunAsync())));

        var warning = Assert.Single(await WarningsAsync(portal));
        Assert.Equal((Roles.Administrator, new DateOnly(2026, 12, 31)), (warning.Role, warning.DueOn));
        Assert.Contains("2027", warning.Title, StringComparison.Ordinal);
        await portal.ApproveAsync(await portal.ProposeAsync(RuleScene.Year2027));
        Assert.NotNull(Assert.Single(await WarningsAsync(portal)).DoneAt);
    }

    private static async Task<WorkingDayCalendar> CalendarAsync(PortalFactory portal) => (await portal.Get<RulebookSource>().RulesAsync()).Calendar;

    private static async Task<List<WorkItem>> WarningsAsync(PortalFactory portal)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.WorkItems.AsNoTracking().Where(item => item.Kind == WorkKind.Warning).ToListAsync();
    }
}
