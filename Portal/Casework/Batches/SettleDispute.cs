using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Casework.Batches;

/// <summary>Finance has asked the bank about a report that contradicts what is known, or is about nothing we sent, and records the finding.</summary>
/// <remarks>It moves no money: what the bank then puts right comes as an answer like any other.</remarks>
public sealed class SettleDispute(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const string FindingField = "finding";

    public async Task<StepResult> OfLineAsync(Actor actor, string endToEndId, string? finding, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.BatchLines.Include(line => line.Batch).SingleOrDefaultAsync(line => line.EndToEndId == endToEndId, cancellation);
        if (line is null || !actor.Sees(line.Batch.RegionCode)) return new StepResult.NotFound();
        if (await db.PartyToAsync(db.BatchLines.Where(one => one.Id == line.Id), actor, cancellation) is { } party) return new StepResult.Refused(BatchSteps.Party + party + "。");
        return await SettleAsync(db, actor, line.EndToEndId, finding, line.Dispute is null, text => (line.Dispute, line.Finding) = (null, text), cancellation);
    }

    public async Task<StepResult> OfAnswerAsync(Actor actor, Guid answerId, string? finding, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var answer = await db.BankReports.SeenBy(actor).SingleOrDefaultAsync(answer => answer.Id == answerId, cancellation);
        if (answer is null) return new StepResult.NotFound();
        return await SettleAsync(db, actor, answer.Id.ToString(), finding, answer.Finding is not null, text => answer.Finding = text, cancellation);
    }

    private async Task<StepResult> SettleAsync(
        PortalDbContext db, Actor actor, string record, string? finding, bool isDone, Action<string> settle, CancellationToken cancellation)
    {
        if (!actor.Is(Roles.Finance)) return new StepResult.Refused("核实由财务人员办理，您的账号没有这项权限。");
        if (isDone) return new StepResult.Done();
        var text = PlainText.Trim(finding);
        if (text.Length is < 4 or > BatchLine.ReasonAtMost) return StepResult.Wrong(FindingField, $"请写明向银行核实的结果，4 至 {BatchLine.ReasonAtMost} 个字。");
        settle(text);
        await db.CloseWorkAsync(clock, WorkKind.BankDispute, record, actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Refused("刚刚有别人改动过，请看过最新情况再登记。");
        }
    }
}
