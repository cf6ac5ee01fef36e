using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Features.Runs;

/// <summary>An objection with the row it is about and the run that was published.</summary>
public sealed record ObjectionView(Objection Objection, ScreeningRow Row, ScreeningRun Run);

/// <summary>A reviewer decides an objection: upheld, the firm is left out; dismissed, it goes on.</summary>
/// <remarks>A row held back past its list's release is granted with the decision, in the same transaction.</remarks>
internal sealed class DecideObjection(IDbContextFactory<PortalDbContext> databases, RefundGrants grants, BusinessClock clock)
{
    private const int LongestFinding = 1000;

    public async Task<ObjectionView?> ShowAsync(Actor actor, Guid objectionId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await FindAsync(db, actor, objectionId, cancellation);
    }

    public async Task<RunStep> HandleAsync(Actor actor, Guid objectionId, bool uphold, string? finding, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(db, actor, objectionId, cancellation) is not { } view) return new RunStep.NotFound();
        if (view.Objection.State != ObjectionState.Open) return new RunStep.DoneBefore();
        var found = PlainText.Trim(finding);
        if (found.Length is 0 or > LongestFinding) return new RunStep.Refused($"请在“核实情况”中写明查到了什么，不超过{LongestFinding}个字。");
        Decide(view.Objection, actor, uphold, found);
        db.Add(new RunEvent
        {
            RunId = view.Run.Id,
            At = clock.Now,
            ActorId = actor.UserId,
            ActorName = actor.Name,
            What = $"第 {view.Row.Number} 行的异议{(uphold ? "成立，不予放行" : "不成立")}",
        });
        await db.CloseWorkAsync(clock, WorkKind.Objection, objectionId.ToString(), actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            if (RunProgress.Granted.Contains(view.Run.State)) await GrantHeldBackAsync(db, view, actor, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStep.DoneBefore();
        }
        catch (AmountChangedException)
        {
            return new RunStep.Refused("按现行参数算出的金额与公示的不一致，异议没有办结。请先由管理员核对参数。");
        }

        return new RunStep.Done();
    }

    private void Decide(Objection objection, Actor actor, bool uphold, string finding)
    {
        objection.State = uphold ? ObjectionState.Upheld : ObjectionState.Dismissed;
        (objection.DecidedById, objection.DecidedByName, objection.DecidedAt) = (actor.UserId, actor.Name, clock.Now);
        objection.Finding = finding;
    }

    private async Task GrantHeldBackAsync(PortalDbContext db, ObjectionView view, Actor actor, CancellationToken cancellation)
    {
        var rows = await db.AutomaticRows(view.Run).NotHeldBack(db).Where(row => row.Number == view.Row.Number).ToListAsync(cancellation);
        await grants.GrantAsync(db, view.Run, rows, actor, cancellation);
    }

    private static async Task<ObjectionView?> FindAsync(PortalDbContext db, Actor actor, Guid objectionId, CancellationToken cancellation)
    {
        var objection = await db.Objections.SingleOrDefaultAsync(objection => objection.Id == objectionId, cancellation);
        if (objection is null || !actor.MayAs(Roles.Reviewer, objection.RegionCode)) return null;
        var row = await db.ScreeningRows.SingleAsync(row => row.RunId == objection.RunId && row.Number == objection.RowNumber, cancellation);
        return new ObjectionView(objection, row, await db.ScreeningRuns.SingleAsync(run => run.Id == objection.RunId, cancellation));
    }
}
