using Portal.Access;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

public sealed class QueueTests
{
    private static readonly QueueFilter All = new();

    [Fact]
    public async Task The_queue_goes_by_deadline_with_what_has_none_at_the_end()
    {
        using var portal = new PortalFactory();
        DateOnly?[] days = [null, new(2020, 11, 18), new(2020, 11, 13), new(2020, 11, 16), new(2021, 1, 4)];
        foreach (var day in days) await OpenAsync(portal, "210102", Roles.Reviewer, day);

        var queue = await portal.Get<ListQueue>().HandleAsync(await portal.ActorAsync("reviewer"), All, 1);

        Assert.Equal([new(2020, 11, 13), new(2020, 11, 16), new(2020, 11, 18), new(2021, 1, 4), null], queue.Rows.Select(row => row.DueOn));
        Assert.Equal(new QueueCounts(All: 5, Overdue: 1, Today: 1, Later: 2, Undated: 1), queue.Counts);
        Assert.False(queue.IsReadOnly);
    }

    [Fact]
    public async Task The_queue_is_bounded_by_role_and_place()
    {
        using var portal = new PortalFactory();
        await OpenAsync(portal, "210102", Roles.Reviewer, null);
        await OpenAsync(portal, "210202", Roles.Reviewer, null);
        await OpenAsync(portal, "210102", Roles.Approver, null);
        async Task<int> Count(Actor actor) => (await portal.Get<ListQueue>().HandleAsync(actor, All, 1)).Counts.All;

        Assert.Equal(2, await Count(TestCases.Staff("210000", Roles.Reviewer)));
        Assert.Equal(1, await Count(TestCases.Staff("210100", Roles.Reviewer)));
        Assert.Equal(1, await Count(TestCases.Staff("210202", Roles.Reviewer)));
        Assert.Equal(0, await Count(TestCases.Staff("210203", Roles.Reviewer)));
        Assert.Equal(2, await Count(TestCases.Staff("210100", Roles.Reviewer, Roles.Approver)));
        Assert.Equal(0, await Count(TestCases.Staff("210000", Roles.Finance)));
        Assert.Equal(3, await Count(await portal.ActorAsync("auditor")));
        Assert.Equal(0, await Count(await portal.ActorAsync("hr")));
        Assert.True((await portal.Get<ListQueue>().HandleAsync(await portal.ActorAsync("auditor"), All, 1)).IsReadOnly);
    }

    [Fact]
    public async Task Filters_narrow_the_queue_and_leave_the_counts()
    {
        using var portal = new PortalFactory();
        var reviewer = await portal.ActorAsync("reviewer");
        var own = await portal.FlexibleAsync();
        var hiring = await portal.HiringAsync();
        await OpenAsync(portal, "210302", Roles.Reviewer, null, WorkKind.ApproveFirmClaim);
        await portal.Get<AssignCase>().HandleAsync(reviewer, new CaseRef(own.No, own.Version));
        async Task<string[]> Records(QueueFilter filter)
        {
            var queue = await portal.Get<ListQueue>().HandleAsync(reviewer, filter, 1);
            Assert.Equal(3, queue.Counts.All);
            return [.. queue.Rows.Select(row => row.Record)];
        }

        Assert.Equal([own.No], await Records(new QueueFilter(Taken: TakenBy.Me)));
        Assert.Equal([hiring.No, "record"], await Records(new QueueFilter(Taken: TakenBy.Nobody)));
        Assert.Equal([hiring.No], await Records(new QueueFilter(Measure: "hiring-grant")));
        Assert.Equal(["record"], await Records(new QueueFilter(Kind: WorkKind.ApproveFirmClaim)));
        Assert.Equal([own.No], await Records(new QueueFilter(City: "210100")));
    }

    [Fact]
    public async Task A_case_sent_back_shows_who_had_it()
    {
        using var portal = new PortalFactory();
        var reviewer = await portal.ActorAsync("reviewer");
        var no = (await portal.FlexibleAsync()).No;
        async Task<CaseRef> Seen() => new(no, (await portal.CaseAsync(no)).Version);
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null);
        await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.ReturnToReview, "请核对");

        var row = Assert.Single((await portal.Get<ListQueue>().HandleAsync(reviewer, All, 1)).Rows);

        Assert.Equal(("赵敏", true), (row.Owner, row.IsMine));
    }

    [Fact]
    public async Task All_cases_are_paged_by_their_number_and_bounded_by_place()
    {
        using var portal = new PortalFactory();
        var numbers = new List<string>();
        for (var i = 0; i < ListCases.PageSize + 2; i++) numbers.Insert(0, (await portal.FlexibleAsync()).No);
        await portal.HiringAsync();
        var shenyang = TestCases.Staff("210100", Roles.Auditor);

        var first = await portal.Get<ListCases>().HandleAsync(shenyang, CaseState.Submitted, null, null);
        var second = await portal.Get<ListCases>().HandleAsync(shenyang, CaseState.Submitted, null, first.Before);

        Assert.Equal(numbers, first.Lines.Concat(second.Lines).Select(line => line.No));
        Assert.Null(second.Before);
        Assert.Empty((await portal.Get<ListCases>().HandleAsync(shenyang, CaseState.Settled, null, null)).Lines);
        Assert.Equal("hiring-grant", Assert.Single((await portal.Get<ListCases>().HandleAsync(await portal.ActorAsync("auditor"), null, "hiring-grant", null)).Lines).MeasureCode);
    }

    [Fact]
    public async Task A_number_is_found_as_people_type_it()
    {
        using var portal = new PortalFactory();
        var no = (await portal.FlexibleAsync()).No;
        var reviewer = await portal.ActorAsync("reviewer");
        var wrongDigit = no[..16] + (char)('0' + (no[16] - '0' + 1) % 10);

        Assert.Equal(no, (await portal.Get<SearchCases>().HandleAsync(reviewer, $" {no.ToLowerInvariant()} ")).No);
        Assert.Contains("15 位数字", (await portal.Get<SearchCases>().HandleAsync(reviewer, wrongDigit)).Fault, StringComparison.Ordinal);
        Assert.Contains("没有这个编号", (await portal.Get<SearchCases>().HandleAsync(reviewer, CaseNumber.Compose(new DateOnly(2020, 1, 2), 7))).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("210102199901010002", 2)]
    [InlineData("大连示例软件", 1)]
    [InlineData("大连示例软件有限公司", 1)]
    [InlineData("91210202000000001f", 1)]
    [InlineData("张三", 1)]
    [InlineData("１３８００００００００", 0)]
    [InlineData("210102199901010003", 0)]
    [InlineData("%", null)]
    [InlineData("", null)]
    [InlineData("_%", 0)]
    public async Task What_somebody_at_the_window_says_finds_their_cases(string said, int? found)
    {
        using var portal = new PortalFactory();
        var apply = new ApplyScene(portal);
        await apply.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire()), await apply.FirmAsync());
        await portal.FlexibleAsync();

        var answer = await portal.Get<SearchCases>().HandleAsync(await portal.ActorAsync("reviewer"), said);

        Assert.Equal(found is null, answer.Fault is not null);
        Assert.Equal(found ?? 0, answer.Lines.Count);
        Assert.Empty((await portal.Get<SearchCases>().HandleAsync(TestCases.Staff("210300", Roles.Reviewer), said)).Lines);
    }

    [Fact]
    public async Task The_queue_goes_by_amount_and_head_count_too_and_its_filter_survives_an_address()
    {
        using var portal = new PortalFactory();
        var (small, large) = (await portal.FlexibleAsync("500.00"), await portal.FlexibleAsync("2000.00"));
        var reviewer = await portal.ActorAsync("reviewer");
        var filter = new QueueFilter(WorkKind.ReviewCase, "flexible-social-insurance", "210100", TakenBy.Nobody, OnlyOverdue: false, QueueSort.Amount);

        Assert.Equal(filter, QueueFilter.Read(filter.Write()));
        Assert.Equal([large.No, small.No], (await portal.Get<ListQueue>().HandleAsync(reviewer, filter, 1)).Rows.Select(row => row.Record));
        Assert.Equal(small.No, await portal.Get<ListQueue>().NextAsync(reviewer, filter, large.No));
        Assert.Equal(large.No, await portal.Get<ListQueue>().NextAsync(reviewer, filter, small.No));
        Assert.Null(await portal.Get<ListQueue>().NextAsync(reviewer, filter with { Measure = "hiring-grant" }, small.No));
        Assert.Null(await portal.Get<ListQueue>().NextAsync(await portal.ActorAsync("auditor"), filter, small.No));
    }

    private static async Task OpenAsync(PortalFactory portal, string region, string role, DateOnly? due, WorkKind kind = WorkKind.Warning)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.OpenWork(portal.Get<BusinessClock>(), kind, "record", "一件事", region, role, due);
        await db.SaveChangesAsync();
    }
}
