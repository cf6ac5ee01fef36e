using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Cases;
using Portal.Features.Citizen.MyHome;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>A flexible worker goes on claiming with one look, the month's receipt and one press.</summary>
public sealed class NextMonthTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Proof = "社会保险缴费凭证";
    private static readonly FlexibleSocialInsurance Flexible = new();
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task The_month_after_the_last_one_is_claimed_with_the_same_account_and_papers()
    {
        var person = await portal.AddApplicantAsync("孙一");
        var last = await GrantedAsync(person, ApplyScene.Flexible("2020-08", "2"));

        var offered = Assert.IsType<NextMonth.Offered>(await portal.Get<PlanNextMonth>().HandleAsync(person, Flexible));
        Assert.Equal((new Month(2020, 10), last.Account!.Masked, Money.Yuan(1000)), (offered.Month, offered.MaskedAccount, offered.Contribution!.Value));
        var record = await _scene.CaseAsync(Submitted(await ClaimAsync(person, "2020-10")));

        Assert.Equal("2020-10", Assert.Single(record.Claims).Period);
        Assert.Equal(last.Account.Index, record.Account!.Index);
        Assert.Equal(Papers(last).Where(paper => paper.Material != Proof).Order(), Papers(record).Where(paper => paper.Material != Proof).Order());
        Assert.Equal("十月.pdf", Assert.Single(record.Attachments, file => file.Material == Proof).FileName);
        Assert.Contains("\"monthsAlreadyPaid\":\"2\"", record.FactsJson, StringComparison.Ordinal);
        Assert.Contains($"资料沿用上次：信息、账户和证件与办件 {last.No} 相同", Assert.Single(record.Events).Why, StringComparison.Ordinal);
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.True(await db.WorkItems.AnyAsync(item => item.Record == record.No));
    }

    [Fact]
    public async Task The_receipts_of_earlier_months_are_no_proof_of_the_next()
    {
        var person = await portal.AddApplicantAsync("孙七");
        await GrantedAsync(person, ApplyScene.Flexible("2020-08", "2"));

        var none = Assert.IsType<ClaimNextMonthResult.NotNow>(await portal.Get<ClaimNextMonth>().HandleAsync(person, Flexible, "2020-10", []));
        var bad = Assert.IsType<ClaimNextMonthResult.NotNow>(await portal.Get<ClaimNextMonth>().HandleAsync(person, Flexible, "2020-10", [new UploadedFile("凭证.pdf", 2, "MZ"u8.ToArray())]));

        Assert.Equal(ClaimNextMonth.ProofField, Assert.Single(none.Errors).FieldId);
        Assert.Contains("请上传2020年10月的“社会保险缴费凭证”", none.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(ClaimNextMonth.ProofField, Assert.Single(bad.Errors).FieldId);
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Drafts.AnyAsync(draft => draft.OwnerId == person.UserId && draft.CaseNo == null));
    }

    [Fact]
    public async Task Home_and_the_case_offer_a_month_as_soon_as_it_can_be_had_and_only_then()
    {
        var (early, ready) = (await portal.AddApplicantAsync("孙八"), await portal.AddApplicantAsync("孙九"));
        var upToOctober = await GrantedAsync(early, ApplyScene.Flexible("2020-09", "2"));
        var upToSeptember = await GrantedAsync(ready, ApplyScene.Flexible("2020-08", "2"));

        Assert.Empty((await portal.Get<ShowMyHome>().HandleAsync(early, 1)).GoOn);
        Assert.Null((await portal.Get<ShowMyCase>().HandleAsync(early, upToOctober.No))!.NextMonth);
        Assert.Equal(new OfferedMonth(Flexible, new Month(2020, 10)), Assert.Single((await portal.Get<ShowMyHome>().HandleAsync(ready, 1)).GoOn) with { Measure = Flexible });
        Assert.Equal(new Month(2020, 10), (await portal.Get<ShowMyCase>().HandleAsync(ready, upToSeptember.No))!.NextMonth);

        await ClaimAsync(ready, "2020-10");
        Assert.Empty((await portal.Get<ShowMyHome>().HandleAsync(ready, 1)).GoOn);
    }

    [Fact]
    public async Task Two_presses_make_one_case()
    {
        var person = await portal.AddApplicantAsync("孙二");
        await GrantedAsync(person, ApplyScene.Flexible("2020-08", "1"));

        var results = await Task.WhenAll(Task.Run(() => ClaimAsync(person, "2020-09")), Task.Run(() => ClaimAsync(person, "2020-09")));
        var later = Submitted(await ClaimAsync(person, "2020-09"));

        Assert.All(results, result => Assert.Equal(later, Submitted(result)));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(2, await db.Cases.CountAsync(record => record.ApplicantId == person.UserId));
        Assert.False(await db.Drafts.AnyAsync(draft => draft.OwnerId == person.UserId && draft.CaseNo == null));
    }

    [Fact]
    public async Task Whoever_never_claimed_is_shown_the_ordinary_way() =>
        Assert.Contains("第一次请按步骤填写申请", await RefusedAsync(await portal.AddApplicantAsync("孙三")), StringComparison.Ordinal);

    [Fact]
    public async Task A_month_that_has_not_ended_is_not_offered()
    {
        var person = await portal.AddApplicantAsync("孙四");
        await GrantedAsync(person, ApplyScene.Flexible("2020-09", "2"));

        Assert.Contains("2020年12月1日起可以申请", await RefusedAsync(person), StringComparison.Ordinal);
        Assert.IsType<ClaimNextMonthResult.NotNow>(await ClaimAsync(person, "2020-11"));
    }

    [Fact]
    public async Task While_a_case_is_open_nothing_further_is_offered()
    {
        var person = await portal.AddApplicantAsync("孙五");
        await GrantedAsync(person, ApplyScene.Flexible("2020-06", "1"));
        var open = Submitted(await ClaimAsync(person, "2020-07"));

        Assert.Contains($"办件 {open} 还在办理", await RefusedAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_is_used_up_ends_it()
    {
        var person = await portal.AddApplicantAsync("孙六");
        var content = ApplyScene.Flexible("2020-06", "1");
        content.Measures[0].Answers["personCategory"] = "hardship";
        content.Measures[0].Answers["monthsAlreadyPaid"] = "35";
        await GrantedAsync(person, content);

        Assert.Contains("补贴期限已经用完", await RefusedAsync(person), StringComparison.Ordinal);
        Assert.IsType<ClaimNextMonthResult.NotNow>(await ClaimAsync(person, "2020-07"));
    }

    [Fact]
    public async Task The_page_works_without_scripts_and_a_second_press_leads_to_the_same_case()
    {
        await GrantedAsync(await portal.ActorAsync("graduate"), ApplyScene.Flexible("2020-08", "1"));
        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var page = WebUtility.HtmlDecode(await (await graduate.GetAsync("/apply/flexible-social-insurance/next")).Content.ReadAsStringAsync());
        Assert.Contains("2020年9月", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ApplyScene.ValidCard, page, StringComparison.Ordinal);

        var without = await graduate.PostAsync("/apply/flexible-social-insurance/next", "next-month", ("Form.Month", "2020-09"));
        Assert.Contains("请上传2020年9月的“社会保险缴费凭证”。以前月份的凭证不能证明这个月。", await ScriptlessBrowser.ErrorsAsync(without));
        var first = Submitted(await ClaimAsync(await portal.ActorAsync("graduate"), "2020-09"));
        var second = ScriptlessBrowser.TargetOf(await graduate.PostAsync("/apply/flexible-social-insurance/next", "next-month", ("Form.Month", "2020-09")));

        Assert.Equal($"/cases/{first}?receipt=1", second);
    }

    private async Task<Case> GrantedAsync(Actor person, DraftContent content)
    {
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", content));
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Cases.Where(record => record.No == no).ExecuteUpdateAsync(set => set.SetProperty(record => record.State, CaseState.Approved));
        return await _scene.CaseAsync(no);
    }

    private Task<ClaimNextMonthResult> ClaimAsync(Actor person, string month) => portal.Get<ClaimNextMonth>().HandleAsync(
        person, Flexible, month, [new UploadedFile("十月.pdf", ApplyScene.Pdf.Length, ApplyScene.Pdf)]);

    private static IEnumerable<(string Material, Guid Content)> Papers(Case record) => record.Attachments.Select(file => (file.Material, file.ContentId));

    private async Task<string> RefusedAsync(Actor person) => string.Concat(Assert.IsType<NextMonth.NotNow>(await portal.Get<PlanNextMonth>().HandleAsync(person, Flexible)).Reasons);

    private static string Submitted(ClaimNextMonthResult result) => Assert.IsType<ClaimNextMonthResult.Submitted>(result).CaseNo;
}
