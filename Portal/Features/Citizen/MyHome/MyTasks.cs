using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.MyHome;

/// <summary>All that waits for a person, for themselves and the firms they act for, each with the next step; in one place, so that nothing open is ever called nothing to do.</summary>
public sealed class MyTasks(MeasureCatalog measures, MilestoneBook milestones, BusinessClock clock)
{
    private const int MilestonesAtMost = 50;

    public async Task<IReadOnlyList<MyTask>> ReadAsync(PortalDbContext db, Actor actor, HomeScope scope, CancellationToken cancellation = default)
    {
        var mine = scope.CasesOf(db, actor);
        var tasks = new List<MyTask>();
        foreach (var kind in Enum.GetValues<MyTaskKind>())
            tasks.AddRange(kind switch
            {
                MyTaskKind.Correction => await CorrectionsAsync(mine, cancellation),
                MyTaskKind.Refusal => await RefusalsAsync(db, mine, cancellation),
                MyTaskKind.Recovery => await RecoveriesAsync(db, mine, cancellation),
                MyTaskKind.RefundAccount => await RefundAccountsAsync(db, mine, cancellation),
                MyTaskKind.OthersAccount => await OthersAccountsAsync(db, mine, actor, cancellation),
                MyTaskKind.Milestone => await MilestonesAsync(db, mine, cancellation),
                MyTaskKind.FirmClaim => scope.Firm is null ? await FirmClaimsAsync(db, actor, cancellation) : [],
                MyTaskKind.Consent => scope.Firm is null ? await ConsentAsync(db, actor, cancellation) : [],
                _ => throw new InvalidOperationException($"Nothing tells what {kind} leaves to do."),
            });
        return tasks;
    }

    private async Task<IEnumerable<MyTask>> CorrectionsAsync(IQueryable<Case> mine, CancellationToken cancellation) =>
        (await mine.Where(record => record.State == CaseState.CorrectionRequested).OrderBy(record => record.CorrectionDueOn).ThenBy(record => record.No)
            .Select(record => new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name, record.CorrectionDueOn }).ToListAsync(cancellation))
        .Select(one => new MyTask(MyTaskKind.Correction, one.No, measures.NameOf(one.MeasureCode), one.Firm, $"/cases/{one.No}",
            "材料要补一补，请点进去看说明，改好后重新提交。" + (one.CorrectionDueOn is not { } due ? "" : due < clock.Today ? $"期限（{due:M月d日}）已过，仍然可以提交。" : $"请在 {due:yyyy年M月d日} 前提交。"),
            CaseTransitions.ToChinese(CaseState.CorrectionRequested)));

    private async Task<IEnumerable<MyTask>> RefusalsAsync(PortalDbContext db, IQueryable<Case> mine, CancellationToken cancellation) =>
        (await mine.Where(record => !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open))
            .SelectMany(record => record.Instalments.Where(part => part.Refusal != null && part.PaidOn == null && part.State == InstalmentState.Due),
                (record, part) => new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name, part.Sequence, part.Refusal })
            .OrderBy(one => one.No).ThenBy(one => one.Sequence).ToListAsync(cancellation))
        .DistinctBy(one => one.No).Select(one => new MyTask(MyTaskKind.Refusal, one.No, measures.NameOf(one.MeasureCode), one.Firm, $"/cases/{one.No}/change-account",
            $"银行没有付成：{one.Refusal}。请核对收款账户，换成能收款的账户后重新拨付。", "换收款账户"));

    private async Task<IEnumerable<MyTask>> RecoveriesAsync(PortalDbContext db, IQueryable<Case> mine, CancellationToken cancellation) =>
        (await db.Recoveries.AsNoTracking().Where(recovery => recovery.ClosedOn == null && mine.Any(record => record.Id == recovery.CaseId))
            .Select(recovery => new
            {
                recovery.Case.No,
                recovery.Case.MeasureCode,
                Firm = recovery.Case.Firm == null ? null : recovery.Case.Firm.Name,
                recovery.Amount,
                recovery.Received,
                recovery.Waived,
            }).OrderBy(one => one.No).ToListAsync(cancellation))
        .Select(one => (One: one, Left: one.Amount - one.Received - one.Waived)).Where(pair => pair.Left > Money.Zero)
        .Select(pair => new MyTask(MyTaskKind.Recovery, pair.One.No, measures.NameOf(pair.One.MeasureCode), pair.One.Firm, $"/cases/{pair.One.No}/recovery",
            $"{(pair.One.Received > Money.Zero ? "还" : "")}有 {pair.Left.ToChinese()} 需要退回。请看原因、期限和退到哪个账户；有不同意见也在那里提出。", "需要退回"));

    private async Task<IEnumerable<MyTask>> RefundAccountsAsync(PortalDbContext db, IQueryable<Case> mine, CancellationToken cancellation) =>
        (await mine.Where(record => record.State == CaseState.AwaitingAccount && !db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open))
            .OrderBy(record => record.No).Select(record => new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name }).ToListAsync(cancellation))
        .Select(one => new MyTask(MyTaskKind.RefundAccount, one.No, measures.NameOf(one.MeasureCode), one.Firm, $"/cases/{one.No}",
            "这笔钱不用申请，只缺收款账户：请填写单位的对公账户，确认后就拨付。", CaseTransitions.ToChinese(CaseState.AwaitingAccount)));

    private async Task<IEnumerable<MyTask>> OthersAccountsAsync(PortalDbContext db, IQueryable<Case> mine, Actor actor, CancellationToken cancellation) =>
        (await mine.Where(record => db.AccountChanges.Any(change => change.CaseId == record.Id && change.State == AccountChangeState.Open && change.AskedById != actor.UserId)
                && db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId && member.IsAdministrator))
            .OrderBy(record => record.No).Select(record => new { record.No, record.MeasureCode, Firm = record.Firm == null ? null : record.Firm.Name, record.State }).ToListAsync(cancellation))
        .Select(one => new MyTask(MyTaskKind.OthersAccount, one.No, $"{measures.NameOf(one.MeasureCode)}：{(one.State == CaseState.AwaitingAccount ? "确认收款账户" : "更换收款账户")}", one.Firm, $"/cases/{one.No}/change-account",
            one.State == CaseState.AwaitingAccount ? "同事提出了收款账户，请核对后确认；确认后才能拨付。" : "同事提出把钱打到另一个账户，请核对后确认；确认之前暂停拨付。", "待您确认"));

    private async Task<IEnumerable<MyTask>> MilestonesAsync(PortalDbContext db, IQueryable<Case> mine, CancellationToken cancellation)
    {
        var waiting = await mine.Include(record => record.Instalments).Include(record => record.Firm)
            .Where(record => record.State == CaseState.Approved && record.Instalments.Any(part => part.State == InstalmentState.Waiting)
                && !db.MilestoneFilings.Any(filing => filing.CaseId == record.Id && filing.State == MilestoneFilingState.Open))
            .OrderBy(record => record.No).Take(MilestonesAtMost).ToListAsync(cancellation);
        var tasks = new List<MyTask>();
        foreach (var record in waiting)
            if (await milestones.NextAsync(db, record, cancellation) is { Window: { IsOpen: true } window } next && Milestones.MayBeFiled(window.Trigger))
                tasks.Add(new MyTask(MyTaskKind.Milestone, record.No, measures.NameOf(record.MeasureCode), record.Firm?.Name, $"/cases/{record.No}/milestone",
                    $"{MilestoneTexts.Parts(next)}要等“{Trigger.EventOf(window.Trigger)}”。到了以后请填报日期、上传证明，工作人员核对后拨付。", "到时填报"));
        return tasks;
    }

    private static async Task<IEnumerable<MyTask>> FirmClaimsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation)
    {
        var claims = await db.FirmClaims.AsNoTracking().Where(claim => claim.UserId == actor.UserId
                && !db.FirmMemberships.Any(member => member.UserId == actor.UserId && member.Firm.CreditCode == claim.CreditCode))
            .OrderByDescending(claim => claim.ClaimedAt).Select(claim => new { claim.CreditCode, claim.FirmName, claim.State, claim.Reason }).ToListAsync(cancellation);
        return claims.DistinctBy(claim => claim.CreditCode).Where(claim => claim.State == FirmClaimState.Refused)
            .Select(claim => new MyTask(MyTaskKind.FirmClaim, null, $"认领企业：{claim.FirmName}", null, "/firms", $"授权书没有通过：{claim.Reason} 改好后可以重新认领。", "重新认领"));
    }

    private static async Task<IEnumerable<MyTask>> ConsentAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        await db.Drafts.AnyAsync(draft => draft.OwnerId == actor.UserId && draft.CaseNo == null, cancellation) && !await db.HasConsentedAsync(actor.UserId, cancellation)
            ? [new MyTask(MyTaskKind.Consent, null, "个人信息处理的同意", null, "/me/consent", "您还没有同意，或者撤回了同意，没填完的申请现在不能提交。要接着办，请先看说明、重新同意；不办了可以删掉草稿。", "先同意")] : [];
}
