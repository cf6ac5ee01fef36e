using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Refunds.Release;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Screening;

/// <summary>The steps of a run, as staff take them.</summary>
internal static class RunScene
{
    public static async Task<Guid> UploadAsync(this PortalFactory portal, string path, string account = "operator", string asOf = "2020-11-16")
    {
        var actor = await portal.ActorAsync(account);
        return Assert.IsType<UploadResult.Stored>(await portal.TryUploadAsync(path, actor, asOf)).RunId;
    }

    public static async Task<UploadResult> TryUploadAsync(this PortalFactory portal, string path, Actor actor, string asOf = "2020-11-16", string? place = null)
    {
        await using var file = File.OpenRead(path);
        var roster = await portal.Get<RosterFiles>().ReceiveAsync(Path.GetFileName(path), file, long.MaxValue, default);
        return await portal.Get<UploadRoster>().HandleAsync(actor, place ?? actor.Place!, roster!, asOf);
    }

    public static async Task<Guid> ScreenAsync(this PortalFactory portal, string path, string account = "operator")
    {
        var id = await portal.UploadAsync(path, account);
        await portal.Get<ReadRun>().HandleAsync(id);
        return id;
    }

    /// <summary>Screened, published, and its time over.</summary>
    public static async Task<Guid> PublishedAndOverAsync(this PortalFactory portal, string path)
    {
        var id = await portal.ScreenAsync(path);
        Assert.IsType<RunStepResult.Done>(await portal.PublishAsync(id));
        await portal.Get<BusinessClock>().AdvanceAsync(7);
        return id;
    }

    /// <summary>Proposed by the operator, and confirmed by another.</summary>
    public static async Task<RunStepResult> PublishAsync(this PortalFactory portal, Guid id, string account = "approver")
    {
        var proposer = await portal.ActorAsync("operator");
        var proposed = await portal.ProposeAsync(id, proposer);
        return proposed is RunStepResult.Refused ? proposed : await portal.ConfirmAsync(id, await portal.ActorAsync(account));
    }

    public static async Task<RunStepResult> ProposeAsync(this PortalFactory portal, Guid id, Actor actor) =>
        await portal.Get<ProposePublication>().HandleAsync(actor, id, await portal.VersionAsync(id));

    /// <summary>As the page shows it to whoever is about to confirm.</summary>
    public static async Task<RunStepResult> ConfirmAsync(this PortalFactory portal, Guid id, Actor actor)
    {
        var plan = (await portal.Get<ShowPublicationPlan>().HandleAsync(actor, id))?.Plan;
        return await portal.Get<PublishRun>().HandleAsync(actor, id, await portal.VersionAsync(id), plan?.Period.Until ?? default);
    }

    private static async Task<Guid> VersionAsync(this PortalFactory portal, Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.ScreeningRuns.Where(run => run.Id == id).Select(run => run.Version).SingleAsync();
    }

    public static async Task<RunStepResult> ReleaseAsync(this PortalFactory portal, Guid id, string account = "operator") =>
        await portal.ReleaseAsync(id, await portal.ActorAsync(account));

    /// <summary>Presses, and waits until the background is done with it.</summary>
    public static async Task<RunStepResult> ReleaseAsync(this PortalFactory portal, Guid id, Actor actor)
    {
        var step = await portal.Get<ReleaseRun>().HandleAsync(actor, id);
        await portal.Get<ReleaseRows>().HandleAsync(id);
        return step;
    }

    /// <summary>Waits until no list is being released.</summary>
    public static async Task ReleasedAsync(this PortalFactory portal)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        foreach (var id in await db.ScreeningRuns.Where(run => run.State == RunState.Releasing).Select(run => run.Id).ToListAsync())
            await portal.Get<ReleaseRows>().HandleAsync(id);
    }

    /// <summary>Every firm that was granted something has been paid.</summary>
    public static async Task PaidAsync(this PortalFactory portal, Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        await db.Cases.Where(record => record.RunId == id).ExecuteUpdateAsync(record => record.SetProperty(r => r.State, CaseState.Settled));
        await db.ScreeningRuns.Where(run => run.Id == id).ExecuteUpdateAsync(run => run.SetProperty(r => r.State, RunState.Paying));
    }

    public static async Task<ScreeningRun> RunAsync(this PortalFactory portal, Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.ScreeningRuns.AsNoTracking().Include(run => run.Events).SingleAsync(run => run.Id == id);
    }

    /// <summary>How many refunds there are, how many claims hold them, and how much they come to.</summary>
    public static async Task<(int Cases, int Claims, Money Sum)> GrantedAsync(this PortalFactory portal)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var amounts = await db.Cases.Where(record => record.Origin == CaseOrigin.Screening).Select(record => record.Entitlement).ToListAsync();
        return (amounts.Count, await db.BenefitClaims.CountAsync(), amounts.Aggregate(Money.Zero, (sum, amount) => sum + (amount ?? Money.Zero)));
    }
}
