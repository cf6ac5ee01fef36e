using Portal.Casework.Steps;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Attachments;
using Portal.Features.Citizen.Cases;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases;

public sealed class MyCaseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CaseScene _scene = new(portal);

    [Fact]
    public async Task The_applicant_sees_how_many_working_days_the_promise_still_runs()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.SubmittedAsync(graduate);

        var shown = await portal.Get<ShowMyCase>().HandleAsync(graduate, record.No);

        Assert.Equal("还有 5 个工作日", shown!.Left);
        Assert.Equal("大连市中山区", shown.Place);
    }

    [Fact]
    public async Task Foreign_and_unknown_cases_look_alike()
    {
        var record = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        var hr = await portal.ActorAsync("hr");

        Assert.Null(await portal.Get<ShowMyCase>().HandleAsync(hr, record.No));
        Assert.Null(await portal.Get<ShowMyCase>().HandleAsync(hr, CaseNumber.Compose(new DateOnly(2020, 11, 16), 999)));
        Assert.IsType<StepResult.NotFound>(await portal.Get<WithdrawCase>().HandleAsync(hr, record.No, record.Version, "不是我的"));
        Assert.IsType<StepResult.NotFound>(
            await portal.Get<CorrectCase>().HandleAsync(hr, record.No, record.Version, new Correction("不是我的", null, [])));
    }

    [Fact]
    public async Task A_withdrawn_case_frees_its_months_and_leaves_no_work()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.SubmittedAsync(graduate);
        Assert.NotEmpty(await _scene.OpenWorkAsync(record.No));

        Assert.IsType<StepResult.Done>(await portal.Get<WithdrawCase>().HandleAsync(graduate, record.No, record.Version, "填错了"));
        Assert.IsType<StepResult.Done>(await portal.Get<WithdrawCase>().HandleAsync(graduate, record.No, record.Version, "填错了"));

        var withdrawn = await _scene.CaseAsync(record.No);
        Assert.Equal(CaseState.Withdrawn, withdrawn.State);
        Assert.Empty(withdrawn.Claims);
        Assert.Equal(("撤回申请", "填错了"), (withdrawn.Events[^1].What, withdrawn.Events[^1].Why));
        Assert.Empty(await _scene.OpenWorkAsync(record.No));
        Assert.Equal(3, (await _scene.SubmittedAsync(graduate)).Claims.Count);
    }

    [Fact]
    public async Task Withdrawing_needs_a_reason_and_the_case_as_it_was_shown()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.SubmittedAsync(graduate);
        var withdraw = portal.Get<WithdrawCase>();

        Assert.IsType<StepResult.Invalid>(await withdraw.HandleAsync(graduate, record.No, record.Version, " "));
        Assert.IsType<StepResult.Stale>(await withdraw.HandleAsync(graduate, record.No, Guid.NewGuid(), "填错了"));
        Assert.Equal(CaseState.Submitted, (await _scene.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task A_paper_goes_to_its_owner_and_staff_of_the_place_and_to_nobody_else()
    {
        var graduate = await portal.ActorAsync("graduate");
        var reviewer = await portal.ActorAsync("reviewer");
        var paper = (await _scene.SubmittedAsync(graduate)).Attachments[0];
        var download = portal.Get<DownloadAttachment>();

        Assert.Equal(ApplyScene.Pdf, (await download.HandleAsync(graduate, paper.Id))!.Bytes);
        Assert.NotNull(await download.HandleAsync(reviewer with { Place = "210200" }, paper.Id));
        Assert.Null(await download.HandleAsync(reviewer with { Place = "210100" }, paper.Id));
        Assert.Null(await download.HandleAsync(await portal.ActorAsync("hr"), paper.Id));
    }

    [Fact]
    public async Task A_download_is_never_shown_in_the_portal_or_kept_by_a_cache()
    {
        var hr = await portal.ActorAsync("hr");
        var paper = (await _scene.FirmCaseAsync(hr, "210102199203074252")).Attachments[0];
        var anonymous = portal.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await anonymous.GetAsync($"/attachments/{paper.Id}")).StatusCode);
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        var response = await client.GetAsync($"/attachments/{paper.Id}");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Staff_see_a_paper_in_the_page_where_it_can_run_and_load_nothing()
    {
        var record = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        var reviewer = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await reviewer.GetAsync($"/desk/cases/{record.No}");
        await reviewer.GetAsync(reviewer.Page.QuerySelector("details iframe.paper")!.GetAttribute("src")!);

        Assert.Null(reviewer.Response.Content.Headers.ContentDisposition);
        Assert.Equal("application/pdf", reviewer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", reviewer.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'", reviewer.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_look_up_answers_a_wrong_secret_as_an_unknown_number()
    {
        var person = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        var firm = await _scene.FirmCaseAsync(await portal.ActorAsync("hr"), "210102199203074260");
        var lookUp = portal.Get<LookUpCase>();

        var standing = await lookUp.HandleAsync($" {person.No.ToLowerInvariant()} ", "0002");
        Assert.Equal((CaseState.Submitted, person.PromisedOn), (standing!.State, standing.PromisedOn));
        Assert.NotNull(await lookUp.HandleAsync(firm.No, "001f"));
        Assert.Null(await lookUp.HandleAsync(person.No, "0003"));
        Assert.Null(await lookUp.HandleAsync(person.No, ""));
        Assert.Null(await lookUp.HandleAsync(CaseNumber.Compose(new DateOnly(2020, 11, 16), 999_999), "0002"));
        Assert.Null(await lookUp.HandleAsync(null, null));
    }
}
