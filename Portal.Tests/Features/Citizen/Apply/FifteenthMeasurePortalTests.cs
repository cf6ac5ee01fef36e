using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Administration.Guides;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Privacy;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>The portal with a measure more in its catalogue, and nothing else changed: pages, interface, form, desk and payment know it.</summary>
public sealed class FifteenthMeasurePortalTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly WebApplicationFactory<Program> _more;

    public FifteenthMeasurePortalTests() => _more = _portal.WithWebHostBuilder(
        builder => builder.ConfigureTestServices(services => services.AddSingleton(ToolAllowance.Catalog)));

    [Fact]
    public async Task Its_guide_is_listed_and_the_interface_for_programs_assesses_it()
    {
        using var anybody = _more.CreateClient();

        Assert.Contains("购置工具补助", WebUtility.HtmlDecode(await anybody.GetStringAsync("/policies?who=founder")), StringComparison.Ordinal);
        Assert.Contains("自己开店。", WebUtility.HtmlDecode(await anybody.GetStringAsync($"/policies/{ToolAllowance.MeasureCode}")), StringComparison.Ordinal);
        Assert.Contains(ToolAllowance.MeasureCode, await anybody.GetStringAsync("/api/v1/measures"), StringComparison.Ordinal);
        var answer = await (await anybody.PostAsJsonAsync("/api/v1/assessments", new
        {
            measure = ToolAllowance.MeasureCode,
            asOf = "2020-11-16",
            region = "210202",
            facts = new { keepsShop = true, toolCost = "1001" },
        })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("eligible", "500.50"), (answer.GetProperty("outcome").GetString(), answer.GetProperty("amount").GetString()));
        Assert.Contains(
            (await Get<ListGuides>().HandleAsync(await ActorAsync("admin"), null)).Lines, line => line.Subject.Code == ToolAllowance.MeasureCode);
    }

    [Fact]
    public async Task It_is_applied_for_granted_and_planned_like_any_other()
    {
        var (reviewer, approver) = (await ActorAsync("reviewer"), await ActorAsync("approver"));
        var no = ApplyScene.Submitted(await ApplyAsync(await ActorAsync("graduate")));
        Assert.IsType<StepResult.Done>(await Get<AssignCase>().HandleAsync(reviewer, await AtAsync(no)));
        Assert.IsType<StepResult.Done>(await Get<ProposeApproval>().HandleAsync(reviewer, await AtAsync(no), null));
        Assert.IsType<StepResult.Done>(await Get<DecideCase>().HandleAsync(approver, await AtAsync(no), CaseAction.Approve, null));

        var granted = await CaseAsync(no);
        Assert.Equal((CaseState.Approved, new Money(50050), "once"), (granted.State, granted.Entitlement!.Value, Assert.Single(granted.Claims).Period));
        var part = Assert.Single(granted.Instalments);
        Assert.Equal((Trigger.Approval, new Money(50050), new DateOnly(2020, 11, 23)), (part.Trigger, part.Amount, part.DueOn!.Value));
        Assert.Contains(ChangeCause.FinalAmount, (await Get<ShowRedetermination>().HandleAsync(reviewer, no))!.Causes);
    }

    public void Dispose()
    {
        _more.Dispose();
        _portal.Dispose();
    }

    private async Task<SubmitResult> ApplyAsync(Actor actor)
    {
        Assert.IsType<ConsentAnswer.Given>(await Get<GiveConsent>().HandleAsync(actor, ConsentForm.ToAll()));
        var started = Assert.IsType<StartDraftResult.Started>(await Get<StartDraft>().HandleAsync(actor, [ToolAllowance.MeasureCode], null));
        var draft = (await Get<OpenDraft>().HandleAsync(actor, started.DraftId))!;
        var saved = Assert.IsType<SaveDraftResult.Saved>(await Get<SaveDraft>().HandleAsync(actor, draft.Id, Filled(), draft.Version));
        var material = Assert.Single(Assert.Single(draft.Measures).Materials);
        var attached = Assert.IsType<AttachFileResult.Attached>(
            await Get<AttachFile>().HandleAsync(actor, draft.Id, saved.Version, material, "fapiao.pdf", ApplyScene.Pdf));
        return await Get<SubmitApplication>().HandleAsync(actor, draft.Id, attached.Version);
    }

    private static DraftContent Filled() => new()
    {
        Place = ApplyScene.Dalian,
        Bank = "样例银行大连分行",
        Account = ApplyScene.ValidCard,
        Measures = { new MeasureAnswers { Code = ToolAllowance.MeasureCode, Answers = { ["keepsShop"] = "true", ["toolCost"] = "1001" } } },
    };

    private async Task<CaseRef> AtAsync(string no) => new(no, (await CaseAsync(no)).Version);

    private async Task<Case> CaseAsync(string no)
    {
        await using var db = await Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Claims).Include(c => c.Instalments).SingleAsync(c => c.No == no);
    }

    private async Task<Actor> ActorAsync(string account)
    {
        await using var scope = _more.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByNameAsync(account);
        return Actor.From(await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user!))!;
    }

    private T Get<T>()
        where T : notnull => _more.Services.GetRequiredService<T>();
}
