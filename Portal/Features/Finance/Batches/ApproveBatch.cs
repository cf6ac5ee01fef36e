using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.Batches;

/// <summary>Another person than who made or proposed a batch lets it go to the bank; a large one goes on in the background.</summary>
public sealed class ApproveBatch(BatchSteps steps, SendBatch sender, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, CancellationToken cancellation = default)
    {
        var result = await steps.RunAsync(
            actor, no, version, [Roles.Approver, Roles.Finance], BatchAction.Approve,
            batch => batch.ApprovedById == actor.UserId && batch.State is not (BatchState.Draft or BatchState.Proposed),
            async (db, batch) =>
            {
                if (Recusal.IsOwnProposal(actor.UserId, batch.MadeById, batch.ProposedById))
                    return new StepResult.Refused("这个批次由您编制或提交，要由另一位同事复核。");
                if (await StaleAccountAsync(db, batch, cancellation) is { } caseNo)
                    return new StepResult.Refused($"办件 {caseNo} 的收款账户在列入之后更换了，或正在更换。请退回批次，剔除这一笔再提交。");
                if (await DisputedAsync(db, batch, cancellation) is { } disputed)
                    return new StepResult.Refused($"办件 {disputed} 有一份银行回执和已知的情况不一致，可能已经付过。请先核实回执，或退回批次、剔除这一笔再提交。");
                if (batch.ExecutionOn < clock.Today)
                    return new StepResult.Refused($"要求银行付款的日期（{batch.ExecutionOn:yyyy年M月d日}）已经过了。请退回批次，重新填写日期再提交。");
                (batch.ApprovedById, batch.ApprovedByName, batch.ApprovedAt) = (actor.UserId, actor.Name, clock.Now);
                await db.CloseWorkAsync(clock, WorkKind.ApproveBatch, batch.No, actor, cancellation);
                return null;
            },
            cancellation);
        if (result is StepResult.Done) await sender.BeginAsync(no, cancellation);
        return result;
    }

    private static Task<string?> StaleAccountAsync(PortalDbContext db, PaymentBatch batch, CancellationToken cancellation) =>
        db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == LineState.Listed)
            .Where(line => line.Case.Account == null || line.Case.Account.Index != line.Account.Index || line.Case.BankCode != line.BankCode
                || db.AccountChanges.Any(change => change.CaseId == line.CaseId && change.State == AccountChangeState.Open))
            .Select(line => line.Case.No).FirstOrDefaultAsync(cancellation);

    private static Task<string?> DisputedAsync(PortalDbContext db, PaymentBatch batch, CancellationToken cancellation)
    {
        var disputed = db.DisputedCases();
        return db.BatchLines.Where(line => line.BatchId == batch.Id && line.State == LineState.Listed && disputed.Contains(line.CaseId))
            .Select(line => (string?)line.Case.No).FirstOrDefaultAsync(cancellation);
    }
}
