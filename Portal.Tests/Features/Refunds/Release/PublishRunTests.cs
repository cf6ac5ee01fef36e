using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Work;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Refunds.Release;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Release;

/// <summary>A list is made public by two people, who are told before what it does.</summary>
public sealed class PublishRunTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task Whoever_proposed_a_publication_does_not_confirm_it_whatever_the_roles()
    {
        var id = await ScreenAsync();
        var both = (await _portal.ActorAsync("operator")) with { Roles = new HashSet<string> { Roles.Operator, Roles.Approver } };
        Assert.IsType<RunStepResult.Refused>(await _portal.ConfirmAsync(id, await _portal.ActorAsync("approver")));
        Assert.IsType<RunStepResult.Done>(await _portal.ProposeAsync(id, both));

        var refused = Assert.IsType<RunStepResult.Refused>(await _portal.ConfirmAsync(id, both));

        Assert.Contains("另一位同事", refused.Reason, StringComparison.Ordinal);
        var waiting = await _portal.RunAsync(id);
        Assert.Equal((RunState.Proposed, null, null), (waiting.State, waiting.NoticeNo, waiting.PublishedOn));
        Assert.IsType<RunStepResult.Done>(await _portal.ConfirmAsync(id, TestCases.Staff("210000", Roles.Operator)));
    }

    [Fact]
    public async Task The_second_person_finds_it_in_the_queue_with_its_firms_and_money_and_it_gets_its_number()
    {
        var id = await ScreenAsync();
        await _portal.ProposeAsync(id, await _portal.ActorAsync("operator"));
        var work = Assert.Single(await _portal.OpenWorkAsync(id.ToString()));
        Assert.Equal((WorkKind.ConfirmPublication, Roles.Approver), (work.Kind, work.Role));
        Assert.Contains("1 户，432.54 元", work.Title, StringComparison.Ordinal);
        var plan = (await _portal.Get<ShowPublicationPlan>().HandleAsync(await _portal.ActorAsync("approver"), id))!.Plan!;
        Assert.Equal((1, new Money(43254), new DateOnly(2020, 11, 23)), (plan.Firms, plan.Amount, plan.Period.Until));

        await _portal.ConfirmAsync(id, await _portal.ActorAsync("approver"));

        var run = await _portal.RunAsync(id);
        Assert.Equal(("GS20201116-0001", "辽宁省人力资源和社会保障厅", RunState.Published), (run.NoticeNo, run.Publisher, run.State));
        Assert.Empty(await _portal.OpenWorkAsync(id.ToString()));
        var second = await ScreenAsync();
        Assert.IsType<RunStepResult.Done>(await _portal.PublishAsync(second));
        Assert.Equal("GS20201116-0002", (await _portal.RunAsync(second)).NoticeNo);
    }

    [Fact]
    public async Task What_was_sent_back_can_be_proposed_again_and_says_why()
    {
        var id = await ScreenAsync();
        await _portal.ProposeAsync(id, await _portal.ActorAsync("operator"));
        var approver = await _portal.ActorAsync("approver");
        var version = (await _portal.RunAsync(id)).Version;
        Assert.IsType<RunStepResult.Refused>(await _portal.Get<ReturnPublication>().HandleAsync(approver, id, version, " "));

        Assert.IsType<RunStepResult.Done>(await _portal.Get<ReturnPublication>().HandleAsync(approver, id, version, "第 3 行的人数不对"));

        Assert.Equal(RunState.Screened, (await _portal.RunAsync(id)).State);
        Assert.Empty(await _portal.OpenWorkAsync(id.ToString()));
        var history = (await _portal.Get<ShowRun>().HandleAsync(approver, id))!.Events;
        Assert.Contains("第 3 行的人数不对", history[^1].What, StringComparison.Ordinal);
        Assert.IsType<RunStepResult.Done>(await _portal.PublishAsync(id));
    }

    [Fact]
    public async Task Nothing_is_published_on_another_day_than_the_page_named_nor_from_a_stale_page()
    {
        var id = await ScreenAsync();
        await _portal.ProposeAsync(id, await _portal.ActorAsync("operator"));
        var (approver, version) = (await _portal.ActorAsync("approver"), (await _portal.RunAsync(id)).Version);
        await _portal.Get<BusinessClock>().AdvanceAsync(1);
        var publish = _portal.Get<PublishRun>();

        Assert.Contains("2020年11月24日", Assert.IsType<RunStepResult.Refused>(await publish.HandleAsync(approver, id, version, new DateOnly(2020, 11, 23))).Reason, StringComparison.Ordinal);
        Assert.IsType<RunStepResult.Refused>(await publish.HandleAsync(approver, id, Guid.NewGuid(), new DateOnly(2020, 11, 24)));

        Assert.IsType<RunStepResult.Done>(await publish.HandleAsync(approver, id, version, new DateOnly(2020, 11, 24)));
        Assert.IsType<RunStepResult.DoneBefore>(await publish.HandleAsync(approver, id, version, new DateOnly(2020, 11, 24)));
    }

    [Theory]
    [InlineData("211223")]
    [InlineData("211200")]
    public async Task A_county_or_a_city_is_told_of_its_own_firms_alone_and_publishes_in_its_own_name(string place)
    {
        var clerk = (await _portal.ActorAsync("operator")) with { Place = place };
        var path = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow);
        var id = Assert.IsType<UploadResult.Stored>(await _portal.TryUploadAsync(path, clerk)).RunId;
        await _portal.Get<ReadRun>().HandleAsync(id);

        var plan = (await _portal.Get<ShowPublicationPlan>().HandleAsync(clerk, id))!.Plan!;

        Assert.Equal((1, new Money(43254)), (plan.Firms, plan.Amount));
        Assert.Equal(place == "211200" ? "铁岭市人力资源和社会保障局" : "铁岭市西丰县人力资源和社会保障局", plan.Publisher);
    }

    [Fact]
    public async Task Two_who_confirm_at_once_publish_once_and_two_lists_never_share_a_number()
    {
        var (first, second) = (await ScreenAsync(), await ScreenAsync());
        foreach (var id in (Guid[])[first, second]) await _portal.ProposeAsync(id, await _portal.ActorAsync("operator"));
        var people = Enumerable.Range(0, 4).Select(_ => TestCases.Staff("210000", Roles.Approver)).ToArray();

        await Task.WhenAll(people.Select((person, i) => Task.Run(() => _portal.ConfirmAsync(i % 2 == 0 ? first : second, person))));

        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(["GS20201116-0001", "GS20201116-0002"], await db.ScreeningRuns.Select(run => run.NoticeNo!).Order().ToListAsync());
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private Task<Guid> ScreenAsync() => _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
}
