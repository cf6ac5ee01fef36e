using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Ratings;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Ratings;

public sealed class RatingTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_bad_rating_becomes_a_task_that_the_supervisors_answer_closes_and_the_applicant_hears_of()
    {
        var no = await ClosedAsync();
        var graduate = await portal.ActorAsync("graduate");
        Assert.IsType<RateResult.Rated>(await portal.Get<RateCase>().HandleAsync(graduate, no, 1, "等了很久"));
        Assert.IsType<RateResult.Rated>(await portal.Get<RateCase>().HandleAsync(graduate, no, 5, null));
        var task = Assert.Single(await portal.OpenWorkAsync(no), item => item.Kind == WorkKind.BadRating);
        Assert.Equal((Roles.Supervisor, new DateOnly(2020, 11, 23)), (task.Role, task.DueOn));

        var supervisor = await portal.ActorAsync("supervisor");
        Assert.IsType<AnswerResult.Invalid>(await portal.Get<AnswerRating>().HandleAsync(supervisor, no, "  "));
        Assert.IsType<AnswerResult.Answered>(await portal.Get<AnswerRating>().HandleAsync(supervisor, no, "已向您致歉，并加派人手。"));

        Assert.DoesNotContain(await portal.OpenWorkAsync(no), item => item.Kind == WorkKind.BadRating);
        var view = await portal.Get<ShowRating>().HandleAsync(graduate, no);
        Assert.Equal((1, "已向您致歉，并加派人手。"), (view!.Rating!.Score, view.Rating.Answer));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Contains(await db.Messages.Where(message => message.Record == no).ToListAsync(), message => message.Body.Contains("加派人手", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_good_rating_needs_no_words_and_gives_nobody_work()
    {
        var no = await ClosedAsync();

        Assert.IsType<RateResult.Rated>(await portal.Get<RateCase>().HandleAsync(await portal.ActorAsync("graduate"), no, 5, null));

        Assert.DoesNotContain(await portal.OpenWorkAsync(no), item => item.Kind == WorkKind.BadRating);
    }

    [Theory]
    [InlineData(0, "好", "score")]
    [InlineData(6, "好", "score")]
    [InlineData(2, " ", "comment")]
    public async Task What_cannot_be_counted_or_followed_up_is_asked_for(int score, string comment, string field)
    {
        var result = await portal.Get<RateCase>().HandleAsync(await portal.ActorAsync("graduate"), await ClosedAsync(), score, comment);

        Assert.Equal(field, Assert.IsType<RateResult.Invalid>(result).FieldId);
    }

    [Fact]
    public async Task Only_the_applicant_rates_and_only_when_the_case_is_closed()
    {
        var open = (await portal.FlexibleAsync()).No;

        Assert.IsType<RateResult.NotYet>(await portal.Get<RateCase>().HandleAsync(await portal.ActorAsync("graduate"), open, 5, null));
        Assert.IsType<RateResult.NotFound>(await portal.Get<RateCase>().HandleAsync(await portal.ActorAsync("hr"), await ClosedAsync(), 5, null));
    }

    [Fact]
    public async Task A_supervisor_of_another_place_neither_sees_nor_answers()
    {
        var no = await ClosedAsync();
        await portal.Get<RateCase>().HandleAsync(await portal.ActorAsync("graduate"), no, 2, "慢");
        var elsewhere = TestCases.Staff("210200", Roles.Supervisor);

        Assert.Null(await portal.Get<AnswerRating>().ShowAsync(elsewhere, no));
        Assert.IsType<AnswerResult.NotFound>(await portal.Get<AnswerRating>().HandleAsync(elsewhere, no, "好"));
    }

    [Fact]
    public async Task The_page_takes_a_rating_and_thanks_for_it()
    {
        var no = await ClosedAsync();
        var visitor = await ScriptlessBrowser.AsAsync(portal, "graduate");
        await visitor.GetAsync($"/cases/{no}");
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='/cases/{no}/rate']"));

        await visitor.GetAsync($"/cases/{no}/rate");
        await visitor.SubmitAsync("rate", new() { ["Form.Score"] = "2", ["Form.Comment"] = "" });
        Assert.Contains("哪里不满意", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("rate", new() { ["Form.Score"] = "2", ["Form.Comment"] = "电话打不通" });

        Assert.Contains("您的评价：不满意", visitor.Text, StringComparison.Ordinal);
        var supervisor = await ScriptlessBrowser.AsAsync(portal, "supervisor");
        await supervisor.GetAsync("/desk");
        Assert.NotNull(supervisor.Page.QuerySelector($"a[href='/desk/ratings/{no}']"));
        await supervisor.GetAsync($"/desk/ratings/{no}");
        await supervisor.SubmitAsync("answer", new() { ["Text"] = "已修好电话。" });
        Assert.Contains("已经回访", supervisor.Text, StringComparison.Ordinal);
    }

    private async Task<string> ClosedAsync()
    {
        var no = (await portal.FlexibleAsync()).No;
        await using var db = await portal.Databases.CreateDbContextAsync();
        (await db.Cases.SingleAsync(record => record.No == no)).State = CaseState.Settled;
        await db.SaveChangesAsync();
        return no;
    }
}
