using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data.Work;
using Portal.Domain.Measures;
using Portal.Features.Administration.Parameters;
using Portal.Tests.Features.Administration.RuleChanges;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Parameters;

public sealed class ProposeValueTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_proposal_changes_nothing_and_waits_in_the_queue_of_the_second_person()
    {
        var id = await portal.ProposeAsync(RuleScene.Raise);

        Assert.Equal("2500", (await portal.Get<RulebookSource>().RulesAsync()).Parameters.FindRow(RuleScene.AmountKey, "210202", new DateOnly(2020, 11, 16))!.Value);
        var item = Assert.Single(await portal.OpenWorkAsync(id.ToString()));
        Assert.Equal((WorkKind.ApproveRuleChange, Roles.Supervisor, "210200", new DateOnly(2020, 11, 16)), (item.Kind, item.Role, item.RegionCode, item.DueOn));
        Assert.Equal("大连市：每人补贴标准", item.Title);
    }

    [Fact]
    public async Task Pressed_twice_it_is_proposed_once()
    {
        var form = RuleScene.Raise with { Id = Guid.CreateVersion7() };
        var admin = await portal.ActorAsync("admin");
        var handler = portal.Get<ProposeValue>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => handler.HandleAsync(admin, RuleScene.AmountKey, form))));

        Assert.All(answers, answer => Assert.Equal(form.Id, Assert.IsType<ValueAnswer.Proposed>(answer).Id));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.RuleChanges.CountAsync(change => change.Id == form.Id));
        Assert.Single(await portal.OpenWorkAsync(form.Id.ToString()));
    }

    public static TheoryData<ValueForm, string, string> Faulty => new()
    {
        { RuleScene.Raise with { Place = "" }, "place", "请选择执行地区" },
        { RuleScene.Raise with { Place = "999999" }, "place", "请选择执行地区" },
        { RuleScene.Raise with { Value = " " }, "value", "请填写新标准" },
        { RuleScene.Raise with { Value = "三千" }, "value", "看不懂" },
        { RuleScene.Raise with { Value = "-5" }, "value", "看不懂" },
        { RuleScene.Raise with { From = "2020-02-30" }, "from", "从哪天开始" },
        { RuleScene.Raise with { From = "0202-11-01" }, "from", "从哪天开始" },
        { RuleScene.Raise with { To = "明年" }, "to", "看不懂" },
        { RuleScene.Raise with { To = "2020-10-31" }, "to", "早于开始日期" },
        { RuleScene.Raise with { Source = "" }, "source", "来源文件" },
        { RuleScene.Raise with { Source = "????" }, "source", "来源文件" },
        { RuleScene.Raise with { Status = "Z" }, "status", "可靠程度" },
        { RuleScene.Raise with { Note = new string('长', 1001) }, "note", "1000" },
        { RuleScene.Raise with { Kind = ValueForm.Stop }, "value", "停止执行" },
        { RuleScene.Raise with { Kind = ValueForm.Stop, Value = "", Place = "210300" }, "kind", "没有单独的标准" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task What_cannot_be_meant_is_told_beside_its_field(ValueForm form, string field, string words)
    {
        var answer = await portal.Get<ProposeValue>().HandleAsync(await portal.ActorAsync("admin"), RuleScene.AmountKey, form);
        var error = Assert.Single(Assert.IsType<ValueAnswer.Faulty>(answer).Errors);
        Assert.Equal(field, error.FieldId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_above_the_whole_is_no_share_and_a_promise_to_everybody_cannot_be_stopped()
    {
        var admin = await portal.ActorAsync("admin");
        var share = RuleScene.Raise with { Place = "210000", Value = "150%" };
        var stop = RuleScene.Raise with { Place = "210000", Kind = ValueForm.Stop, Value = "" };

        Assert.Contains("100%", Errors(await portal.Get<ProposeValue>().CheckAsync(admin, HiringGrant.PrepayShare.Key, share))[0].Message, StringComparison.Ordinal);
        Assert.Equal("kind", Errors(await portal.Get<ProposeValue>().CheckAsync(admin, "payment.dueWorkingDays", stop))[0].FieldId);
        Assert.IsType<ValueAnswer.NotFound>(await portal.Get<ProposeValue>().CheckAsync(admin, "no.such.key", share));
    }

    [Fact]
    public async Task Only_administrators_of_the_place_propose()
    {
        var handler = portal.Get<ProposeValue>();
        foreach (var account in (string[])["reviewer", "supervisor", "auditor", "hr"])
            Assert.IsType<ValueAnswer.NotAllowed>(await handler.HandleAsync(await portal.ActorAsync(account), RuleScene.AmountKey, RuleScene.Raise));

        var shenyang = TestCases.Staff("210100", Roles.Administrator);
        Assert.Equal("place", Errors(await handler.HandleAsync(shenyang, RuleScene.AmountKey, RuleScene.Raise))[0].FieldId);
        Assert.IsType<ValueAnswer.Sound>(await handler.CheckAsync(shenyang, RuleScene.AmountKey, RuleScene.Raise with { Place = "210102" }));
    }

    private static IReadOnlyList<Portal.Forms.FormError> Errors(ValueAnswer answer) => Assert.IsType<ValueAnswer.Faulty>(answer).Errors;
}
