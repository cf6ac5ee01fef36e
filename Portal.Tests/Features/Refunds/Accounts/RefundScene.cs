using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Features.Citizen.AccountChanges;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

/// <summary>A released list whose firms are asked for their accounts.</summary>
internal static class RefundScene
{
    public const string Firm = "样例12企业0000003有限公司";

    /// <summary>Released on 23 November 2020.</summary>
    /// <returns>The numbers of the cases, in the order of the rows.</returns>
    public static async Task<IReadOnlyList<string>> ReleasedAsync(this PortalFactory portal, RosterFolder rosters, params string[] rows)
    {
        Assert.IsType<Portal.Casework.Runs.RunStepResult.Done>(
            await portal.ReleaseAsync(await portal.PublishedAndOverAsync(rosters.Write([RosterFolder.Header, .. rows]))));
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Cases.Where(record => record.Origin == CaseOrigin.Screening).OrderBy(record => record.RowNumber).Select(record => record.No).ToListAsync();
    }

    public static async Task<ConfirmResult> ConfirmAsync(this PortalFactory portal, string no, AccountChoice choice) =>
        await portal.Get<ConfirmRefundAccount>().HandleAsync(await portal.ActorAsync("hr"), no, choice);

    /// <summary>The firm keeps the roster's account, and a reviewer lets it be paid to.</summary>
    public static async Task AnsweredAsync(this PortalFactory portal, string no)
    {
        Assert.IsType<ConfirmResult.Waits>(await portal.ConfirmAsync(no, new AccountChoice(true, HolderChecked: true)));
        var record = await portal.CaseAsync(no);
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.IsType<StepResult.Done>(await portal.Get<DecideAccountChange>()
            .HandleAsync(await portal.ActorAsync("reviewer"), no, (await db.OpenAccountChangeAsync(record.Id))!.Id, true, null));
    }

    /// <summary>Somebody else who acts for the firm of a case.</summary>
    public static async Task<Actor> ColleagueAsync(this PortalFactory portal, string no, bool administrator)
    {
        var person = await portal.AddPersonAsync("同事");
        await using var db = await portal.Databases.CreateDbContextAsync();
        var firm = await db.Cases.Where(record => record.No == no).Select(record => record.FirmId!.Value).SingleAsync();
        db.Add(new FirmMembership { FirmId = firm, UserId = person.UserId, IsAdministrator = administrator });
        await db.SaveChangesAsync();
        return person;
    }
}
