using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Reference;
using Portal.Features.Administration.Calendar;
using Portal.Features.Administration.Parameters;
using Portal.Features.Administration.RuleChanges;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.RuleChanges;

/// <summary>Changes of rules as administrators propose and supervisors decide them.</summary>
internal static class RuleScene
{
    public const string AmountKey = "hiring-grant.amountPerPerson";

    /// <summary>Dalian raises the hiring grant from 2,500 to 3,000 yuan a person.</summary>
    public static readonly ValueForm Raise = new()
    {
        Place = "210200",
        Value = "3,000",
        From = "2020-11-01",
        Source = "大人社发〔2020〕9号",
        Status = "C",
    };

    public static readonly YearForm Year2027 = new()
    {
        Year = "2027",
        Holidays = "1月1日至3日\n2027-02-05~2027-02-11\n10月1日至7日",
        Workdays = "2027-02-20、2027-10-09",
        Source = "国办发明电〔2026〕8号",
    };

    public static async Task<Guid> ProposeAsync(this PortalFactory portal, ValueForm form, string key = AmountKey, string account = "admin") =>
        Assert.IsType<ValueAnswer.Proposed>(await portal.Get<ProposeValue>().HandleAsync(await portal.ActorAsync(account), key, form)).Id;

    public static async Task<Guid> ProposeAsync(this PortalFactory portal, YearForm form) =>
        Assert.IsType<YearAnswer.Proposed>(await portal.Get<ProposeYear>().HandleAsync(await portal.ActorAsync("admin"), form)).Id;

    public static async Task<StepResult> DecideAsync(
        this PortalFactory portal, Guid id, RuleChangeState decision, Actor? actor = null, string? reason = null, Guid? version = null) =>
        await portal.Get<DecideRuleChange>().HandleAsync(
            actor ?? await portal.ActorAsync("supervisor"), id, version ?? (await portal.ChangeAsync(id)).Version, decision, reason);

    public static async Task ApproveAsync(this PortalFactory portal, Guid id) =>
        Assert.IsType<StepResult.Done>(await portal.DecideAsync(id, RuleChangeState.Approved));

    public static async Task<RuleChange> ChangeAsync(this PortalFactory portal, Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.RuleChanges.AsNoTracking().SingleAsync(change => change.Id == id);
    }
}
