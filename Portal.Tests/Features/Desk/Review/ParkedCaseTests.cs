using Portal.Casework.Rulebooks;
using Portal.Data.Reference;
using Portal.Data.Work;
using Portal.Domain.Values;
using Portal.Features.Desk.Review;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review;

/// <summary>A case whose city has not set its value waits for it: no term runs, and it goes on by itself (R8, R20).</summary>
public sealed class ParkedCaseTests : IDisposable
{
    private readonly PortalFactory _portal = new();

    [Fact]
    public async Task It_is_never_late_says_what_it_waits_for_and_goes_on_when_the_value_is_set()
    {
        var scene = new ApplyScene(_portal);
        var content = ApplyScene.Hiring(ApplyScene.GraduateHire("210102199203074316"));
        content.Place = "210102";
        var no = ApplyScene.Submitted(await scene.ApplyAsync(await _portal.ActorAsync("hr"), "hiring-grant", content, await scene.FirmAsync()));
        Assert.Null((await _portal.CaseAsync(no)).PromisedOn);
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "hr");
        await visitor.GetAsync($"/cases/{no}");
        Assert.Contains("当地还没有公布“每人补贴标准”", visitor.Text, StringComparison.Ordinal);

        await _portal.DaysLaterAsync(30);
        Assert.DoesNotContain((await _portal.CaseAsync(no)).Events, step => step.What == MarkLateCases.Message);
        Assert.Null(Assert.Single(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.ReviewCase).DueOn);
        Assert.Equal(0, (await _portal.Get<ListQueue>().HandleAsync(await _portal.ActorAsync("reviewer"), new QueueFilter(), 1)).Counts.Overdue);

        await SetAmountAsync();
        await _portal.DaysLaterAsync(1);

        var resumed = await _portal.CaseAsync(no);
        // Seventeen December and five working days on.
        Assert.Equal((Money.Yuan(1000), new DateOnly(2020, 12, 24)), (resumed.Entitlement!.Value, resumed.PromisedOn!.Value));
        Assert.Equal(ResumeParkedCases.Message, resumed.Events[^1].What);
        Assert.Equal(resumed.PromisedOn, Assert.Single(await _portal.OpenWorkAsync(no), item => item.Kind == WorkKind.ReviewCase).DueOn);
    }

    public void Dispose() => _portal.Dispose();

    private async Task SetAmountAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        db.Add(new ParameterEntry { Key = "hiring-grant.amountPerPerson", RegionCode = "210100", From = new DateOnly(2020, 1, 1), To = new DateOnly(2020, 12, 31), Value = "1000", Status = "S", Source = "test" });
        await db.SaveChangesAsync();
        _portal.Get<RulebookSource>().Forget();
    }
}
