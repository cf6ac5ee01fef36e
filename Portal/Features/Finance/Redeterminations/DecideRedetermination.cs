using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Recoveries;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Another person than the proposer lets a redetermination stand or not; the proposer may withdraw it.</summary>
public sealed class DecideRedetermination(IDbContextFactory<PortalDbContext> databases, ApplyRedetermination apply, BusinessClock clock)
{
    /// <param name="version">Of the proposal as the actor saw it.</param>
    /// <param name="decision">Approved, Refused or Withdrawn.</param>
    public async Task<StepResult> HandleAsync(
        Actor actor, Guid id, Guid version, RedeterminationState decision, string? note, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var change = await db.Redeterminations.Include(one => one.Case).ThenInclude(record => record.Instalments).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (change is null || !actor.Sees(change.Case.RegionCode)) return new StepResult.NotFound();
        if (await WhyNotAsync(db, actor, change, decision, cancellation) is { } why) return new StepResult.Refused(why);
        if (change.State == decision && change.DecidedById == actor.UserId) return new StepResult.Done();
        if (change.State != RedeterminationState.Proposed || change.Version != version) return new StepResult.Stale();
        var words = PlainText.Trim(note);
        if (words.Length > Redetermination.ReasonAtMost || decision == RedeterminationState.Refused && words.Length == 0)
            return StepResult.Wrong("note", $"请写明不同意的原因，{Redetermination.ReasonAtMost}字以内。");
        var result = await databases.MoveAsync(change.Case, async () =>
        {
            if (decision == RedeterminationState.Approved && await apply.RunAsync(db, actor, change, cancellation) is { } refusal) return new StepResult.Refused(refusal);
            (change.State, change.DecidedById, change.DecidedAt, change.DecisionNote) = (decision, actor.UserId, clock.Now, words.Length == 0 ? null : words);
            await db.CloseWorkAsync(clock, WorkKind.ApproveRedetermination, change.Case.No, actor, cancellation);
            return await db.SaveStepAsync(cancellation);
        }, cancellation);
        if (result is not StepResult.Stale) return result;
        await using var fresh = await databases.CreateDbContextAsync(cancellation);
        return await fresh.Redeterminations.AnyAsync(one => one.Id == id && one.State == decision && one.DecidedById == actor.UserId, cancellation)
            ? new StepResult.Done() : new StepResult.Stale();
    }

    private static async Task<string?> WhyNotAsync(
        PortalDbContext db, Actor actor, Redetermination change, RedeterminationState decision, CancellationToken cancellation) =>
        decision switch
        {
            RedeterminationState.Withdrawn => change.ProposedById == actor.UserId && actor.Is(Roles.Reviewer) ? null : "只有提出人自己可以撤回。",
            RedeterminationState.Approved or RedeterminationState.Refused =>
                await RecoveryRights.WhyNotDecideAsync(db, actor, change.Case, change.ProposedById, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
}
