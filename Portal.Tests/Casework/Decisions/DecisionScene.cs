using Microsoft.EntityFrameworkCore;
using Portal.Casework.Decisions;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Desk.Review;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Decisions;

/// <summary>Cases whose decisions were taken down as they were made.</summary>
internal static class DecisionScene
{
    /// <summary>A hiring grant in Dalian for as many people as are named.</summary>
    public static async Task<string> AppliedAsync(this PortalFactory portal, params PersonEntry[] people)
    {
        var scene = new ApplyScene(portal);
        return ApplyScene.Submitted(await scene.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", ApplyScene.Hiring(people), await scene.FirmAsync()));
    }

    public static async Task ProposedAsync(this PortalFactory portal, string no)
    {
        var reviewer = await portal.ActorAsync("reviewer");
        Assert.IsType<StepResult.Done>(await portal.Get<AssignCase>().HandleAsync(reviewer, await portal.SeenAsync(no)));
        Assert.IsType<StepResult.Done>(await portal.Get<ProposeApproval>().HandleAsync(reviewer, await portal.SeenAsync(no), null));
    }

    public static async Task<CaseRef> SeenAsync(this PortalFactory portal, string no) => new(no, (await portal.CaseAsync(no)).Version);

    public static async Task<IReadOnlyList<CaseDecision>> DecisionsAsync(this PortalFactory portal, string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.CaseDecisions.AsNoTracking().Include(decision => decision.Snapshot)
            .Where(decision => db.Cases.Any(record => record.Id == decision.CaseId && record.No == no))
            .OrderBy(decision => decision.At).ThenBy(decision => decision.Id).ToListAsync();
    }

    public static async Task<IReadOnlyList<CasePerson>> PeopleAsync(this PortalFactory portal, string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return (await db.Cases.AsNoTracking().Include(record => record.People.OrderBy(person => person.Sequence)).SingleAsync(record => record.No == no)).People;
    }

    public static async Task<ReplayResult> ReplayAsync(this PortalFactory portal, string no, Func<CaseDecision, CaseDecision>? change = null)
    {
        var decision = (await portal.DecisionsAsync(no))[^1];
        return portal.Get<DecisionReplay>().Run(change?.Invoke(decision) ?? decision, await portal.PeopleAsync(no));
    }

    /// <summary>Adds a decision whose amount no rule ever came to, as only a hand in the database could.</summary>
    public static async Task ForgeAsync(this PortalFactory portal, string no, long amount)
    {
        var real = (await portal.DecisionsAsync(no))[^1];
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new CaseDecision
        {
            CaseId = real.CaseId,
            At = real.At,
            Occasion = DecisionOccasion.Proposed,
            MeasureCode = real.MeasureCode,
            RuleVersion = real.RuleVersion,
            RegionCode = real.RegionCode,
            AsOf = real.AsOf,
            FactsJson = real.FactsJson,
            AssessmentJson = real.AssessmentJson,
            Outcome = real.Outcome,
            Amount = new Money(amount),
            SnapshotId = real.SnapshotId,
        });
        await db.SaveChangesAsync();
    }

    public static Task SetCountyAmountAsync(this PortalFactory portal, string amount) => portal.SetAmountAsync("210202", amount, "大人社发〔2020〕99号");
}
