using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>A promise that was not kept is said once, to everybody concerned.</summary>
public sealed class MarkLateCasesTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task On_the_day_after_the_promised_one_it_is_said_once()
    {
        var no = (await _portal.FlexibleAsync()).No;
        await _portal.DaysLaterAsync(7);
        Assert.Single((await _portal.CaseAsync(no)).Events);

        await _portal.DaysLaterAsync(1);
        await _portal.RoundAsync();
        await _portal.DaysLaterAsync(30);

        var step = (await _portal.CaseAsync(no)).Events[^1];
        Assert.Equal((2, MarkLateCases.Message, "系统"), ((await _portal.CaseAsync(no)).Events.Count, step.What, step.ActorName));
        Assert.Contains("2020年11月23日", step.Why, StringComparison.Ordinal);
        var work = Assert.Single(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LateCase);
        Assert.Equal((Roles.Supervisor, TestCases.Heping), (work.Role, work.RegionCode));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal((await _portal.ActorAsync("graduate")).UserId, (await db.Messages.SingleAsync(message => message.Record == no)).UserId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Decided_the_item_closes_itself_at_once(bool approve)
    {
        var no = (await _portal.FlexibleAsync()).No;
        await _portal.DaysLaterAsync(10);
        async Task<CaseRef> Seen() => new(no, (await _portal.CaseAsync(no)).Version);
        var (reviewer, approver) = (await _portal.ActorAsync("reviewer"), await _portal.ActorAsync("approver"));
        await _portal.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        Assert.IsType<StepResult.Done>(approve
            ? await _portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null)
            : await _portal.Get<ProposeRefusal>().HandleAsync(reviewer, await Seen(), "不符合条件"));
        Assert.Contains(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LateCase);

        Assert.IsType<StepResult.Done>(await _portal.Get<DecideCase>().HandleAsync(approver, await Seen(), approve ? CaseAction.Approve : CaseAction.Refuse, null));

        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LateCase);
    }

    [Fact]
    public async Task While_it_waits_for_the_applicant_the_term_stands_still_and_the_round_closes_what_it_opened()
    {
        var no = (await _portal.FlexibleAsync()).No;
        await _portal.DaysLaterAsync(10);
        var seen = new CaseRef(no, (await _portal.CaseAsync(no)).Version);
        Assert.IsType<StepResult.Done>(await _portal.Get<RequestCorrection>().HandleAsync(await _portal.ActorAsync("reviewer"), seen, "请补缴费凭证"));

        await _portal.DaysLaterAsync(1);

        Assert.DoesNotContain(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.LateCase);
    }

    public void Dispose() => _portal.Dispose();
}
