using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Data.Reference;
using Portal.Features.Administration.Parameters;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.RuleChanges;

public sealed class DecideRuleChangeTests
{
    private static readonly DateOnly Day = new(2020, 11, 16);

    [Fact]
    public async Task What_another_person_approves_holds_at_once_and_its_history_stays()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise with { To = "2020-11-30" });

        await portal.ApproveAsync(id);

        var book = (await portal.Get<RulebookSource>().RulesAsync()).Parameters;
        Assert.Equal("3000.00", book.FindRow(RuleScene.AmountKey, "210202", Day)!.Value);
        Assert.Equal("2500", book.FindRow(RuleScene.AmountKey, "210202", new DateOnly(2020, 12, 1))!.Value);
        Assert.Empty(await portal.OpenWorkAsync(id.ToString()));
        var view = await portal.Get<ShowParameter>().HandleAsync(RuleScene.AmountKey, null);
        Assert.Equal([("管理员", "吴强"), (null, null)], view!.History.Select(line => (line.Proposer, line.Approver)));
        Assert.Equal(["2500", "3000.00", "2500"], view.InForce.Select(row => row.Value));
    }

    [Fact]
    public async Task A_stop_ends_what_was_set()
    {
        using var portal = new PortalFactory();
        await portal.ApproveAsync(await portal.ProposeAsync(RuleScene.Raise with { Kind = ValueForm.Stop, Value = "" }));

        var book = (await portal.Get<RulebookSource>().RulesAsync()).Parameters;

        Assert.Null(book.FindRow(RuleScene.AmountKey, "210202", Day));
        Assert.Equal("2500", book.FindRow(RuleScene.AmountKey, "210202", new DateOnly(2020, 10, 31))!.Value);
    }

    [Fact]
    public async Task Nobody_decides_what_they_proposed_and_others_without_the_role_or_place_neither()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise);
        async Task<string> WhyNot(Actor actor) => Assert.IsType<StepResult.Refused>(await portal.DecideAsync(id, RuleChangeState.Approved, actor)).Message;

        Assert.Contains("是您提出的", await WhyNot(await portal.ActorAsync("admin")), StringComparison.Ordinal);
        Assert.Contains("只能查看", await WhyNot(await portal.ActorAsync("auditor")), StringComparison.Ordinal);
        Assert.Contains("只能查看", await WhyNot(TestCases.Staff("210100", Roles.Supervisor)), StringComparison.Ordinal);
        Assert.IsType<StepResult.NotFound>(await portal.DecideAsync(id, RuleChangeState.Approved, await portal.ActorAsync("reviewer")));
        Assert.Equal(RuleChangeState.Proposed, (await portal.ChangeAsync(id)).State);

        Assert.IsType<StepResult.Done>(await portal.DecideAsync(id, RuleChangeState.Approved, TestCases.Staff("210000", Roles.Administrator)));
    }

    [Fact]
    public async Task Approved_by_two_at_once_it_enters_the_book_once()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise);
        var version = (await portal.ChangeAsync(id)).Version;
        var actors = new[] { await portal.ActorAsync("supervisor"), TestCases.Staff("210000", Roles.Supervisor) };

        var answers = await Task.WhenAll(actors.Concat(actors).Select(actor => Task.Run(() => portal.DecideAsync(id, RuleChangeState.Approved, actor, version: version))));

        // Each pressed twice: the one who was first is done both times, the other is told so both times.
        Assert.Equal(2, answers.Count(answer => answer is StepResult.Done));
        Assert.Equal(2, answers.Count(answer => answer is StepResult.Stale { State: "已生效" }));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.Parameters.CountAsync(line => line.ChangeId == id));
    }

    [Fact]
    public async Task A_refusal_needs_words_and_leaves_the_book_alone()
    {
        using var portal = new PortalFactory();
        var id = await portal.ProposeAsync(RuleScene.Raise);

        Assert.IsType<StepResult.Invalid>(await portal.DecideAsync(id, RuleChangeState.Refused, reason: "  "));
        Assert.IsType<StepResult.Invalid>(await portal.DecideAsync(id, RuleChangeState.Refused, reason: new string('长', 1001)));
        Assert.IsType<StepResult.Done>(await portal.DecideAsync(id, RuleChangeState.Refused, reason: "文号不对"));
        Assert.IsType<StepResult.Stale>(await portal.DecideAsync(id, RuleChangeState.Approved));

        Assert.Equal("文号不对", (await portal.ChangeAsync(id)).Reason);
        Assert.Equal("2500", (await portal.Get<RulebookSource>().RulesAsync()).Parameters.FindRow(RuleScene.AmountKey, "210202", Day)!.Value);
    }

    [Fact]
    public async Task Whoever_proposed_may_take_it_back_while_it_waits_and_nobody_else()
    {
        using var portal = new PortalFactory();
        var admin = await portal.ActorAsync("admin");
        var id = await portal.ProposeAsync(RuleScene.Raise);

        Assert.IsType<StepResult.Refused>(await portal.DecideAsync(id, RuleChangeState.Withdrawn));
        Assert.IsType<StepResult.Done>(await portal.DecideAsync(id, RuleChangeState.Withdrawn, admin));
        Assert.IsType<StepResult.Done>(await portal.DecideAsync(id, RuleChangeState.Withdrawn, admin));
        Assert.Empty(await portal.OpenWorkAsync(id.ToString()));
    }

    [Fact]
    public async Task The_later_approval_stands_before_the_earlier_for_the_same_day()
    {
        using var portal = new PortalFactory();
        var first = await portal.ProposeAsync(RuleScene.Raise);
        var second = await portal.ProposeAsync(RuleScene.Raise with { Value = "2800" });

        await portal.ApproveAsync(second);
        await portal.ApproveAsync(first);

        Assert.Equal("3000.00", (await portal.Get<RulebookSource>().RulesAsync()).Parameters.FindRow(RuleScene.AmountKey, "210202", Day)!.Value);
    }
}
