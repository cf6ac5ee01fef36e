using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Features.Citizen.Apply;
using Portal.Features.Public.Check;
using Portal.Features.Refunds.Release;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Components;

/// <summary>The pages that have a circuit, as they begin in it, on a database that makes one wait.</summary>
public sealed class InteractivePageTests : BunitContext
{
    private readonly WaitingPortal _waiting = new();
    private readonly RosterFolder _rosters = new();
    private readonly BunitAuthorizationContext _session;

    public InteractivePageTests()
    {
        // How long is the machine's affair: what is waited for comes.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        Services.AddFallbackServiceProvider(_waiting.Portal.Services);
        _session = this.AddAuthorization();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task The_application_form_opens_at_its_first_page()
    {
        var graduate = await _waiting.Portal.ActorAsync("graduate");
        var draft = await new ApplyScene(_waiting.Portal).StartAsync(graduate, "flexible-social-insurance");
        SignIn(graduate);

        var page = At<ApplyPage>($"/apply/flexible-social-insurance?draft={draft.Id}", parameters => parameters.Add(apply => apply.Code, "flexible-social-insurance"));

        await page.WaitForAssertionAsync(() => Assert.StartsWith("第 1 步", page.Find(".form-head p").TextContent, StringComparison.Ordinal));
        Assert.Equal(draft.Id.ToString(), page.Find("[data-save-state=Saved]").GetAttribute("data-save-draft"));
    }

    [Fact]
    public async Task Before_a_form_is_begun_its_page_says_what_to_have_ready()
    {
        SignIn(await _waiting.Portal.ActorAsync("graduate"));

        var page = At<ApplyPage>("/apply/flexible-social-insurance", parameters => parameters.Add(apply => apply.Code, "flexible-social-insurance"));

        await page.WaitForAssertionAsync(() => Assert.Contains("开始填写", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_of_a_measure_asks_its_questions()
    {
        var page = At<CheckMeasurePage>("/check/hiring-grant", parameters => parameters.Add(check => check.Code, "hiring-grant"));

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("input")));
    }

    [Fact]
    public async Task A_run_that_waits_to_be_read_shows_how_far_it_is()
    {
        var run = await _waiting.Portal.UploadAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        SignIn(await _waiting.Portal.ActorAsync("operator"));

        var page = At<RunProgressPage>($"/runs/{run}/progress", parameters => parameters.Add(progress => progress.Id, run));

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("progress")));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        _waiting.Dispose();
        _rosters.Dispose();
    }

    private IRenderedComponent<T> At<T>(string address, Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(parameters);
    }

    private void SignIn(Actor actor)
    {
        _session.SetAuthorized(actor.Name);
        _session.SetClaims(
        [
            new Claim(ClaimTypes.NameIdentifier, actor.UserId.ToString()), new Claim(Actor.NameClaim, actor.Name),
            .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role)), .. actor.Place is { } place ? [new Claim(Actor.PlaceClaim, place)] : Array.Empty<Claim>(),
        ]);
    }
}
