using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>Several measures in one go: chosen in the questionnaire, asked once, split into cases.</summary>
public sealed class TogetherTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Answers = "1&place=210202&situation=flexible.rent&identity=graduate&contributionsPaid=true&monthlyRent=2000";

    private static readonly string[] Both = ["flexible-social-insurance", "venue-subsidy"];

    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task One_answer_and_one_paper_serve_two_measures_that_become_two_cases()
    {
        var (first, draft) = await SubmitBothAsync(_scene, await portal.AddApplicantAsync("钱一"));

        await using var db = await portal.Databases.CreateDbContextAsync();
        var cases = await db.Cases.Where(record => record.DraftId == draft).OrderBy(record => record.DraftPart).ToListAsync();
        Assert.Equal(Both, cases.Select(record => record.MeasureCode));
        Assert.Equal(first, cases[0].No);
        Assert.All(cases, record => Assert.Contains("\"personCategory\":\"graduate\"", record.FactsJson, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receipt_of_several_shows_every_number_and_a_code_for_each()
    {
        await using var own = new PortalFactory();
        var (first, draft) = await SubmitBothAsync(new ApplyScene(own), await own.ActorAsync("graduate"));
        await using var db = await own.Databases.CreateDbContextAsync();
        var second = await db.Cases.Where(record => record.DraftId == draft && record.No != first).Select(record => record.No).SingleAsync();
        var graduate = await new ScriptlessBrowser(own).SignedInAsync("graduate");

        await graduate.GetAsync($"/cases/{first}?receipt=1");

        Assert.Equal([first, second], graduate.Page.QuerySelectorAll("main ul strong.num").Select(number => number.TextContent));
        Assert.Equal([$"二维码：查询办件 {first} 的进度", $"二维码：查询办件 {second} 的进度"], graduate.Page.QuerySelectorAll("svg.qr").Select(code => code.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Measures_for_persons_and_for_firms_are_not_applied_for_together() =>
        Assert.IsType<StartDraftResult.NotOffered>(
            await portal.Get<StartDraft>().HandleAsync(await portal.AddApplicantAsync("钱二"), ["venue-subsidy", "hiring-grant"], await _scene.FirmAsync()));

    [Fact]
    public async Task Of_two_measures_that_exclude_each_other_one_has_to_be_chosen()
    {
        var answer = await portal.Get<StartDraft>().HandleAsync(await portal.AddApplicantAsync("钱三"), ["unemployment-insurance", "temporary-relief"], null);

        Assert.Contains("只能领失业保险金", Assert.IsType<StartDraftResult.Exclusive>(answer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questionnaires_answers_are_read_by_the_questionnaire()
    {
        var (measures, answers) = await portal.Get<ReadSelection>().HandleAsync(new Selection(["venue-subsidy", "flexible-social-insurance", "nothing"], Answers + "&rubbish=1"));

        Assert.Equal(Both, measures.Select(measure => measure.Code));
        Assert.Equal("210202", answers.Place);
        Assert.Equal("graduate", answers.Facts["venue-subsidy"].ToTexts()["personCategory"]);
        Assert.Equal("true", answers.Facts["flexible-social-insurance"].ToTexts()["contributionsPaid"]);
    }

    [Fact]
    public async Task One_press_of_somebody_signed_in_starts_one_draft_and_no_answer_stands_in_an_address()
    {
        await _scene.ConsentAsync(await portal.ActorAsync("graduate"));
        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        var response = await SendAsync(graduate, "/home", Both);

        var target = ScriptlessBrowser.TargetOf(response)!;
        Assert.StartsWith("/apply/flexible-social-insurance?draft=", target, StringComparison.Ordinal);
        var opened = await portal.Get<OpenDraft>().HandleAsync(await portal.ActorAsync("graduate"), Guid.Parse(target.Split('=')[1]));
        Assert.Equal(Both, opened!.Measures.Select(measure => measure.Code));
        Assert.Equal("graduate", opened.Content.Measures[0].Answers["personCategory"]);
        Assert.DoesNotContain("personCategory", opened.Content.Measures[1].Answers);
        Assert.Equal(("2000.00", CarriedAnswers.Source), (opened.Content.Measures[1].Answers["monthlyRent"], opened.Content.Measures[1].Sources["monthlyRent"]));
    }

    [Fact]
    public async Task Answers_come_past_the_sign_in_and_are_stored_only_when_the_person_presses()
    {
        await _scene.ConsentAsync(await portal.ActorAsync("graduate"));
        var stranger = new ScriptlessBrowser(portal);
        var before = await DraftsAsync();
        Assert.Equal("/apply/start", ScriptlessBrowser.TargetOf(await SendAsync(stranger, "/login", Both)));
        Assert.StartsWith("/login", ScriptlessBrowser.TargetOf(await stranger.GetAsync("/apply/start")), StringComparison.Ordinal);
        await stranger.SignedInAsync("graduate");

        var page = WebUtility.HtmlDecode(await (await stranger.GetAsync("/apply/start")).Content.ReadAsStringAsync());
        Assert.Contains("创业场地补贴", page, StringComparison.Ordinal);
        // Which papers it takes stands there before anything is begun, each once.
        Assert.Equal(2, page.Split("<li>社会保险缴费凭证</li>").Length);
        Assert.Contains("<li>场地租赁合同</li>", page, StringComparison.Ordinal);
        Assert.Equal(before, await DraftsAsync());
        var response = await stranger.PostAsync("/apply/start", "start", ("Form.Codes", "flexible-social-insurance"), ("Form.Codes", "venue-subsidy"));

        Assert.StartsWith("/apply/flexible-social-insurance?draft=", ScriptlessBrowser.TargetOf(response), StringComparison.Ordinal);
        Assert.Equal(before + 1, await DraftsAsync());
        Assert.Contains("没有带过来", WebUtility.HtmlDecode(await (await stranger.GetAsync("/apply/start")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_consented_is_asked_and_comes_back_with_the_answers()
    {
        var person = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        Assert.Equal("/apply/start", ScriptlessBrowser.TargetOf(await SendAsync(person, "/home", Both)));

        var response = await person.PostAsync("/apply/start", "start", ("Form.Codes", "venue-subsidy"));

        Assert.Equal("/me/consent?return=/apply/start", ScriptlessBrowser.TargetOf(response));
        Assert.Contains("创业场地补贴", WebUtility.HtmlDecode(await (await person.GetAsync("/apply/start")).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_measures_that_are_not_combined_are_told_before_the_start()
    {
        await _scene.ConsentAsync(await portal.ActorAsync("graduate"));
        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        var response = await SendAsync(graduate, "/home", ["unemployment-insurance", "temporary-relief"]);

        Assert.Equal("/apply/start", ScriptlessBrowser.TargetOf(response));
        var page = WebUtility.HtmlDecode(await (await graduate.GetAsync("/apply/start")).Content.ReadAsStringAsync());
        Assert.Contains("这两项不能都领", page, StringComparison.Ordinal);
        var none = await graduate.PostAsync("/apply/start", "start");
        Assert.Contains("请至少选一项政策", WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        await _scene.ConsentAsync(await portal.ActorAsync("graduate"));
        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var before = await DraftsAsync();

        Assert.Equal("/apply/start", ScriptlessBrowser.TargetOf(await graduate.PostWithoutTokenAsync("/apply/answers")));

        Assert.Equal(before, await DraftsAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(ScriptlessBrowser client, string page, string[] measures) =>
        client.SendAsync(page, "/apply/answers", null, [("answers", Answers), .. measures.Select(measure => ("measure", measure))]);

    private static void Fill(MeasureAnswers typed, MeasureAnswers eligible)
    {
        typed.FirstMonth = eligible.FirstMonth;
        foreach (var (name, text) in eligible.Answers) typed.Answers[name] = text;
    }

    private async Task<OpenedDraft> StartAsync(Actor person)
    {
        await _scene.ConsentAsync(person);
        var started = Assert.IsType<StartDraftResult.Started>(await portal.Get<StartDraft>().HandleAsync(person, Both, null));
        return (await portal.Get<OpenDraft>().HandleAsync(person, started.DraftId))!;
    }

    private async Task<int> DraftsAsync()
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Drafts.CountAsync();
    }

    private static async Task<(string First, Guid Draft)> SubmitBothAsync(ApplyScene scene, Actor person)
    {
        var draft = await scene.StartAsync(person, Both);
        var content = draft.Content;
        (content.Place, content.Bank, content.Account) = (ApplyScene.Dalian, "样例银行大连分行", ApplyScene.ValidCard);
        Fill(content.Measures[0], ApplyScene.Flexible().Measures[0]);
        Fill(content.Measures[1], EligibleForms.For("venue-subsidy").Measures[0]);
        content.Measures[1].Answers.Remove("personCategory");
        return (ApplyScene.Submitted(await scene.SubmitAsync(person, draft.Id, await scene.FillAsync(person, draft, content))), draft.Id);
    }
}
