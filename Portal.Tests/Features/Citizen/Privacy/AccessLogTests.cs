using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data.Accounts;
using Portal.Data.Privacy;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Desk.Replay;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

/// <summary>Every look of staff at a case is written down, and shown to the person it is about.</summary>
public sealed class AccessLogTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Opening_a_case_is_written_down_once_in_ten_minutes()
    {
        var record = await portal.FlexibleAsync();
        var reviewer = await portal.ActorAsync("reviewer");

        await portal.Get<ShowCase>().HandleAsync(reviewer, record.No);
        await portal.Get<ShowCase>().HandleAsync(reviewer, record.No);
        await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("approver"), record.No);

        var entries = await EntriesAsync(record.No);
        Assert.Equal([("赵敏", "审核"), ("孙建国", "复核")], entries.Select(entry => (entry.ActorName, entry.ActorRoles)));
    }

    [Fact]
    public async Task After_ten_minutes_it_is_another_look()
    {
        var record = await portal.FlexibleAsync();
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<ShowCase>().HandleAsync(reviewer, record.No);
        await portal.Get<BusinessClock>().AdvanceAsync(1);

        await portal.Get<ShowCase>().HandleAsync(reviewer, record.No);

        Assert.Equal(2, (await EntriesAsync(record.No)).Count);
    }

    [Fact]
    public async Task The_replay_and_the_payment_plan_are_looks_of_their_own()
    {
        var record = await portal.FlexibleAsync();
        var auditor = await portal.ActorAsync("auditor");

        await portal.Get<ShowReplay>().HandleAsync(auditor, record.No, 0, byToday: false);
        await portal.Get<ShowPlan>().HandleAsync(auditor, record.No);

        Assert.Equal([AccessKind.Replay, AccessKind.Payments], (await EntriesAsync(record.No)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Who_may_not_see_a_case_leaves_no_trace_on_it()
    {
        var record = await portal.FlexibleAsync();

        Assert.Null(await portal.Get<ShowCase>().HandleAsync(TestCases.Staff("210200", Roles.Reviewer), record.No));

        Assert.Empty(await EntriesAsync(record.No));
    }

    [Fact]
    public async Task The_applicant_reads_who_looked_and_a_stranger_does_not()
    {
        var record = await portal.FlexibleAsync();
        await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("reviewer"), record.No);

        var mine = await portal.Get<ListMyViews>().HandleAsync(await portal.ActorAsync("graduate"), null);
        var strangers = await portal.Get<ListMyViews>().HandleAsync(await portal.AddPersonAsync("路人"), null);

        var entry = mine.Entries.First(one => one.CaseNo == record.No);
        Assert.Equal("赵敏（审核，辽宁省）", mine.WhoIs(entry));
        Assert.Empty(strangers.Entries);
    }

    [Fact]
    public async Task A_firms_administrator_reads_about_its_cases_and_a_plain_member_does_not()
    {
        var record = await portal.HiringAsync();
        await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("reviewer"), record.No);
        var member = await portal.AddPersonAsync("同事", place: null, Roles.Applicant, Roles.Member);
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.Add(new FirmMembership { FirmId = record.FirmId!.Value, UserId = member.UserId });
            await db.SaveChangesAsync();
        }

        Assert.Contains((await ViewsOfAsync(await portal.ActorAsync("hr"))).Entries, entry => entry.CaseNo == record.No);
        Assert.Empty((await ViewsOfAsync(member)).Entries);
    }

    [Fact]
    public async Task Auditors_filter_the_log_of_their_place_page_by_page()
    {
        var record = await portal.FlexibleAsync();
        var auditor = await portal.ActorAsync("auditor");
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.AddRange(Enumerable.Range(0, AccessPage.Size + 5).Select(n => portal.Get<AccessLog>()
                .Entry(auditor, AccessedRecord.Of(record), AccessKind.File, $"打开了材料“{n}”")));
            await db.SaveChangesAsync();
        }

        var filter = new AccessFilter(AccessKind.File, CaseNo: $" {record.No} ");
        var first = await portal.Get<ListViews>().HandleAsync(auditor, filter, null);
        var second = await portal.Get<ListViews>().HandleAsync(auditor, filter, first.Before);

        Assert.Equal((AccessPage.Size, 5), (first.Entries.Count, second.Entries.Count));
        Assert.Null(second.Before);
        Assert.Empty((await portal.Get<ListViews>().HandleAsync(auditor, filter with { Name = "赵敏" }, null)).Entries);
        Assert.Empty((await portal.Get<ListViews>().HandleAsync(TestCases.Staff("210200", Roles.Auditor), filter, null)).Entries);
        Assert.Empty((await portal.Get<ListViews>().HandleAsync(await portal.ActorAsync("supervisor"), filter, null)).Entries);
    }

    [Theory]
    [InlineData("UPDATE AccessEntries SET What = 'else'")]
    [InlineData("DELETE FROM AccessEntries")]
    public async Task The_log_refuses_change_and_deletion(string sql)
    {
        var record = await portal.FlexibleAsync();
        await portal.Get<ShowCase>().HandleAsync(await portal.ActorAsync("reviewer"), record.No);
        await using var db = await portal.Databases.CreateDbContextAsync();

        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    private Task<AccessPage> ViewsOfAsync(Actor person) => portal.Get<ListMyViews>().HandleAsync(person, null);

    private async Task<List<AccessEntry>> EntriesAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.AccessEntries.Where(entry => entry.CaseNo == no).OrderBy(entry => entry.Id).ToListAsync();
    }
}
