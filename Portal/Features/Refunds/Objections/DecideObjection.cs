using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Objections;

/// <summary>An objection with the row it is about and the run that was published.</summary>
public sealed record ObjectionView(Objection Objection, ScreeningRow Row, ScreeningRun Run)
{
    /// <summary>Whether the firm objects to having been left out; else somebody objects to its being paid.</summary>
    public bool IsLeftOut => Row.Outcome != RowOutcome.Automatic;
}

/// <summary>A reviewer decides an objection to a published firm: upheld, the firm is left out; dismissed, it goes on.</summary>
/// <remarks>The objection of a firm that was left out is only dismissed here; upheld, it is decided again (<see cref="DecideAgain"/>). A row held back past its list's release is granted with the decision, in the same transaction.</remarks>
internal sealed class DecideObjection(IDbContextFactory<PortalDbContext> databases, RefundGrants grants, BusinessClock clock)
{
    private const int LongestFinding = 1000;

    public async Task<ObjectionView?> ShowAsync(Actor actor, Guid objectionId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await FindAsync(db, actor, objectionId, cancellation);
    }

    public async Task<RunStepResult> HandleAsync(Actor actor, Guid objectionId, bool uphold, string? finding, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await HoldRunAsync(db, objectionId, cancellation);
        if (await FindAsync(db, actor, objectionId, cancellation) is not { } view) return new RunStepResult.NotFound();
        if (view.Objection.State != ObjectionState.Open) return new RunStepResult.DoneBefore();
        if (uphold && view.IsLeftOut) return new RunStepResult.NotFound();
        if (await RefuseOwnFirmAsync(db, actor, view, cancellation) is { } own) return new RunStepResult.Refused(own);
        if (RefuseFinding(finding) is { } refusal) return new RunStepResult.Refused(refusal);
        Close(db, view, actor, clock, uphold ? ObjectionState.Upheld : ObjectionState.Dismissed, PlainText.Trim(finding),
            $"第 {view.Row.Number} 行的异议{(uphold ? "成立，不予放行" : view.IsLeftOut ? "不成立，维持原结果" : "不成立")}");
        await db.CloseWorkAsync(clock, WorkKind.Objection, objectionId.ToString(), actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            if (RunTransitions.ReleaseHasBegun(view.Run.State)) await GrantHeldBackAsync(db, view, actor, cancellation);
            await db.CloseIfDoneAsync(view.Run, actor, clock, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RunStepResult.DoneBefore();
        }
        catch (DbUpdateException meanwhile) when (meanwhile.IsDuplicate())
        {
            return new RunStepResult.Refused("这份名册正在放行，异议没有办结。请再提交一次。");
        }
        catch (AmountChangedException)
        {
            return new RunStepResult.Refused("按现行参数算出的金额与公示的不一致，异议没有办结。请先由管理员核对参数。");
        }

        return new RunStepResult.Done();
    }

    /// <returns>What is wrong with a finding, in Chinese; null when it can be kept.</returns>
    internal static string? RefuseFinding(string? finding) =>
        PlainText.Trim(finding).Length is 0 or > LongestFinding ? $"请在“核实情况”中写明查到了什么，不超过{LongestFinding}个字。" : null;

    /// <returns>Why somebody else has to decide, in Chinese; null when the actor may.</returns>
    internal static async Task<string?> RefuseOwnFirmAsync(PortalDbContext db, Actor actor, ObjectionView view, CancellationToken cancellation) =>
        CreditCode.TryParse(view.Row.CreditCode, out var code) == IdentifierFault.None
            && Recusal.IsParty(actor.UserId, await db.FirmMemberships.Where(member => member.Firm.CreditCode == code.Value).Select(member => member.UserId).ToListAsync(cancellation))
            ? "您是该企业的经办人，按回避要求请由其他同事办理。" : null;

    /// <summary>Comes first in the transaction, before anything of the run is read.</summary>
    internal static async Task HoldRunAsync(PortalDbContext db, Guid objectionId, CancellationToken cancellation)
    {
        var run = await db.Objections.Where(objection => objection.Id == objectionId).Select(objection => objection.RunId).SingleOrDefaultAsync(cancellation);
        await db.HoldAsync(run, cancellation);
    }

    internal static void Close(
        PortalDbContext db, ObjectionView view, Actor actor, BusinessClock clock, ObjectionState state, string finding, string told)
    {
        var objection = view.Objection;
        objection.State = state;
        (objection.DecidedById, objection.DecidedByName, objection.DecidedAt) = (actor.UserId, actor.Name, clock.Now);
        objection.Finding = finding;
        db.Add(new RunEvent { RunId = view.Run.Id, At = clock.Now, ActorId = actor.UserId, ActorName = actor.Name, What = told });
    }

    private async Task GrantHeldBackAsync(PortalDbContext db, ObjectionView view, Actor actor, CancellationToken cancellation)
    {
        var rows = await db.AutomaticRows(view.Run).NotHeldBack(db).Where(row => row.Number == view.Row.Number).ToListAsync(cancellation);
        await grants.GrantAsync(db, view.Run, rows, actor, cancellation);
    }

    internal static async Task<ObjectionView?> FindAsync(PortalDbContext db, Actor actor, Guid objectionId, CancellationToken cancellation)
    {
        var objection = await db.Objections.Include(objection => objection.Papers).SingleOrDefaultAsync(objection => objection.Id == objectionId, cancellation);
        if (objection is null || !actor.MayAs(Roles.Reviewer, objection.RegionCode)) return null;
        var row = await db.ScreeningRows.SingleAsync(row => row.RunId == objection.RunId && row.Number == objection.RowNumber, cancellation);
        return new ObjectionView(objection, row, await db.ScreeningRuns.SingleAsync(run => run.Id == objection.RunId, cancellation));
    }
}
