using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>Keeps one payment back (暂缓): out of its batch before that is approved, and out of every other until another person releases it.</summary>
/// <remarks>No money moves: the instalment stays due.</remarks>
public sealed class HoldLine(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const string ReasonField = "hold-reason";
    private const int ReasonAtMost = 100;

    public async Task<StepResult> HandleAsync(Actor actor, string endToEndId, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (line, refusal) = await FindAsync(db, actor, endToEndId, cancellation);
        if (line is null || refusal is not null) return refusal ?? new StepResult.NotFound();
        var part = line.Instalment;
        if (part.HeldLine == endToEndId) return new StepResult.Done();
        var why = PlainText.Trim(reason);
        if (why.Length is 0 or > ReasonAtMost) return StepResult.Wrong(ReasonField, $"请写明为什么暂缓，不超过 {ReasonAtMost} 个字。");
        if (line.State != LineState.Listed || line.Batch.State is not (BatchState.Draft or BatchState.Proposed))
            return new StepResult.Stale(BatchTransitions.ToChinese(line.Batch.State));
        CaseLedger.Unbatch(part);
        line.Drop($"暂缓：{why}");
        (line.Batch.Count, line.Batch.Total) = (line.Batch.Count - 1, line.Batch.Total - line.Amount);
        part.Hold(why, actor.UserId, actor.Name, clock.Now, endToEndId);
        // Why is the office's own matter; that it waits is the payee's too.
        line.Case.AddEvent(actor, clock, $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 暂缓拨付，核对以后再办");
        return await SaveAsync(db, cancellation);
    }

    /// <summary>By another person than who held it back: from now on it may stand in a batch again.</summary>
    public async Task<StepResult> ReleaseAsync(Actor actor, string endToEndId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (line, refusal) = await FindAsync(db, actor, endToEndId, cancellation);
        if (line is null || refusal is not null) return refusal ?? new StepResult.NotFound();
        var part = line.Instalment;
        if (part.HeldReason is null) return new StepResult.Done();
        if (Recusal.IsOwnProposal(actor.UserId, part.HeldById)) return new StepResult.Refused("这一笔由您暂缓，要由另一位同事解除。");
        part.Release();
        line.Case.AddEvent(actor, clock, $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 解除暂缓，列入以后的批次拨付");
        return await SaveAsync(db, cancellation);
    }

    private static async Task<(BatchLine? Line, StepResult? Refusal)> FindAsync(PortalDbContext db, Actor actor, string endToEndId, CancellationToken cancellation)
    {
        var line = await db.BatchLines.Include(line => line.Batch).Include(line => line.Instalment).Include(line => line.Case)
            .SingleOrDefaultAsync(line => line.EndToEndId == endToEndId, cancellation);
        if (line is null || !actor.Sees(line.Batch.RegionCode)) return (null, null);
        if (!actor.Is(Roles.Finance) && !actor.Is(Roles.Approver)) return (line, new StepResult.Refused("暂缓和解除由财务或复核人员办理，您的账号没有这项权限。"));
        var party = await PartyAsync(db, line, actor, cancellation);
        return (line, party is null ? null : new StepResult.Refused(BatchSteps.Party + party + "。"));
    }

    // A line that was taken out names its case all the same.
    private static Task<string?> PartyAsync(PortalDbContext db, BatchLine line, Actor actor, CancellationToken cancellation) =>
        db.Cases.Where(record => record.Id == line.CaseId && (record.ApplicantId == actor.UserId
                || record.FirmId != null && db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.UserId == actor.UserId)))
            .Select(record => (string?)record.No).FirstOrDefaultAsync(cancellation);

    private static async Task<StepResult> SaveAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Refused("刚刚有别人改动过，您的操作没有生效。请看过最新情况再办。");
        }
    }
}
