using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.MyHome;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>A request for correction bears the day by which it is to be answered; after that staff decide, and nothing is refused or late by itself (R20).</summary>
public sealed class AwaitedCorrectionTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Theory]
    [InlineData(null, "2020-11-30")]
    [InlineData("3", "2020-11-19")]
    public async Task The_applicant_reads_by_when_to_answer(string? days, string due)
    {
        var no = await AskedAsync(days);
        var (graduate, day) = (await _portal.ActorAsync("graduate"), DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(day, (await _portal.CaseAsync(no)).CorrectionDueOn);
        Assert.Contains($"{day:yyyy年M月d日}", Assert.Single((await _portal.Get<ShowMyHome>().HandleAsync(graduate, 1)).Tasks).Todo, StringComparison.Ordinal);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            Assert.Contains($"{day:yyyy年M月d日}", Assert.Single(await db.Messages.Where(message => message.UserId == graduate.UserId && message.Record == no).ToListAsync()).Body, StringComparison.Ordinal);
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "graduate");
        await visitor.GetAsync($"/cases/{no}");
        Assert.Contains($"请在 {day:yyyy年M月d日} 前提交", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("很久")]
    public async Task A_number_of_days_that_cannot_be_is_refused_beside_its_field(string days)
    {
        var no = (await _portal.FlexibleAsync()).No;

        var result = await _portal.Get<RequestCorrection>().HandleAsync(await _portal.ActorAsync("reviewer"), await SeenAsync(no), "请补缴费凭证", days);

        Assert.Equal(CorrectionDue.DaysField, Assert.Single(Assert.IsType<StepResult.Invalid>(result).Errors).FieldId);
    }

    [Fact]
    public async Task Without_an_answer_it_comes_back_to_staff_once_and_is_neither_refused_nor_late()
    {
        var no = await AskedAsync("3");

        await _portal.DaysLaterAsync(3);
        Assert.Empty(await _portal.OpenWorkAsync(no));
        await _portal.DaysLaterAsync(1);
        await _portal.DaysLaterAsync(30);

        var item = Assert.Single(await _portal.OpenWorkAsync(no));
        Assert.Equal((WorkKind.NoCorrection, Roles.Reviewer, (DateOnly?)null), (item.Kind, item.Role, item.DueOn));
        var record = await _portal.CaseAsync(no);
        Assert.Equal(CaseState.CorrectionRequested, record.State);
        Assert.Single(record.Events, step => step.What == ReturnUnanswered.Message);
    }

    [Fact]
    public async Task Staff_put_it_off_and_the_applicant_is_told_the_new_day()
    {
        var no = await AskedAsync("3");
        await _portal.DaysLaterAsync(5);
        var reviewer = await _portal.ActorAsync("reviewer");

        Assert.IsType<StepResult.Done>(await _portal.Get<ExtendCorrection>().HandleAsync(reviewer, await SeenAsync(no), "5"));

        Assert.Equal(new DateOnly(2020, 11, 27), (await _portal.CaseAsync(no)).CorrectionDueOn);
        Assert.Empty(await _portal.OpenWorkAsync(no));
        Assert.Equal(CorrectionDue.DaysField, Assert.Single(Assert.IsType<StepResult.Invalid>(await _portal.Get<ExtendCorrection>().HandleAsync(reviewer, await SeenAsync(no), "2")).Errors).FieldId);
        await _portal.DaysLaterAsync(20);
        Assert.Equal(WorkKind.NoCorrection, Assert.Single(await _portal.OpenWorkAsync(no)).Kind);
    }

    [Fact]
    public async Task Staff_go_on_without_it_only_after_the_day_and_what_was_left_of_the_term_runs_on()
    {
        var no = await AskedAsync("3");
        var reviewer = await _portal.ActorAsync("reviewer");
        Assert.IsType<StepResult.Refused>(await _portal.Get<EndCorrection>().HandleAsync(reviewer, await SeenAsync(no)));
        await _portal.DaysLaterAsync(7);

        Assert.IsType<StepResult.Done>(await _portal.Get<EndCorrection>().HandleAsync(reviewer, await SeenAsync(no)));

        var record = await _portal.CaseAsync(no);
        Assert.Equal((CaseState.UnderReview, new DateOnly(2020, 11, 30)), (record.State, record.PromisedOn!.Value));
        Assert.Equal(WorkKind.ReviewCase, Assert.Single(await _portal.OpenWorkAsync(no)).Kind);
    }

    [Fact]
    public async Task A_late_answer_still_counts_and_takes_it_off_the_queue()
    {
        var no = await AskedAsync("3");
        await _portal.DaysLaterAsync(10);

        Assert.IsType<StepResult.Done>(await _portal.Get<CorrectCase>().HandleAsync(
            await _portal.ActorAsync("graduate"), no, (await _portal.CaseAsync(no)).Version, new Correction("补好了", null, [])));

        Assert.Equal(WorkKind.ReviewCase, Assert.Single(await _portal.OpenWorkAsync(no)).Kind);
        Assert.Null((await _portal.CaseAsync(no)).CorrectionDueOn);
    }

    [Fact]
    public async Task The_page_of_the_queue_puts_it_off_or_goes_on()
    {
        var no = await AskedAsync("3");
        await _portal.DaysLaterAsync(5);
        var reviewer = await ScriptlessBrowser.AsAsync(_portal, "reviewer");
        await reviewer.GetAsync($"/desk?kind={nameof(WorkKind.NoCorrection)}");
        Assert.NotNull(reviewer.Page.QuerySelector($"a[href='/desk/cases/{no}/correction']"));

        await reviewer.GetAsync($"/desk/cases/{no}/correction");
        await reviewer.SubmitAsync("extend", new() { ["Form.CorrectionDays"] = "100" });
        Assert.Contains("1 到 60 的整数", reviewer.Text, StringComparison.Ordinal);
        await reviewer.SubmitAsync("go-on", []);

        Assert.Contains("已回到审核中", reviewer.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _portal.Dispose();

    private async Task<string> AskedAsync(string? days)
    {
        var no = (await _portal.FlexibleAsync()).No;
        Assert.IsType<StepResult.Done>(await _portal.Get<RequestCorrection>().HandleAsync(await _portal.ActorAsync("reviewer"), await SeenAsync(no), "请补缴费凭证", days));
        return no;
    }

    private async Task<CaseRef> SeenAsync(string no) => new(no, (await _portal.CaseAsync(no)).Version);
}
