using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Components.RuleChanges;
using Portal.Data;
using Portal.Data.Reference;
using Portal.Data.Work;

namespace Portal.Features.Administration.RuleChanges;

/// <summary>Another person than the proposer approves or refuses a change; the proposer may withdraw it.</summary>
public sealed class DecideRuleChange(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, CalendarWatch watch, BusinessClock clock)
{
    public const int LongestReason = 1000;

    /// <param name="decision">Approved, Refused or Withdrawn.</param>
    /// <param name="version">Of the change as the actor saw it.</param>
    public async Task<StepResult> HandleAsync(
        Actor actor, Guid id, Guid version, RuleChangeState decision, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var change = RuleRights.MayLook(actor) ? await db.RuleChanges.SingleOrDefaultAsync(change => change.Id == id, cancellation) : null;
        if (change is null) return new StepResult.NotFound();
        if (WhyNot(actor, change, decision) is { } why) return new StepResult.Refused(why);
        if (IsDone(change, actor, decision)) return new StepResult.Done();
        if (change.State != RuleChangeState.Proposed || change.Version != version) return new StepResult.Stale(RuleChangeTexts.Of(change.State));
        var words = reason?.Trim() ?? "";
        if (words.Length > LongestReason) return StepResult.Wrong("reason", $"理由最多 {LongestReason} 个字，现在是 {words.Length} 个字，请精简一些。");
        if (decision == RuleChangeState.Refused && words.Length == 0) return StepResult.Wrong("reason", "请写明不通过的原因，提出人会据此修改。");

        (change.State, change.DecidedById, change.DecidedAt, change.Reason) = (decision, actor.UserId, clock.Now, words.Length == 0 ? null : words);
        if (decision == RuleChangeState.Approved && change is ParameterChange parameter) db.Add(EntryOf(parameter, clock.Now));
        await db.CloseWorkAsync(clock, WorkKind.ApproveRuleChange, id.ToString(), actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return await AfterRaceAsync(actor, id, decision, cancellation);
        }

        if (decision == RuleChangeState.Approved) await TakeEffectAsync(cancellation);
        return new StepResult.Done();
    }

    private static string? WhyNot(Actor actor, RuleChange change, RuleChangeState decision) => decision switch
    {
        RuleChangeState.Approved or RuleChangeState.Refused => RuleRights.WhyNotDecide(actor, change),
        RuleChangeState.Withdrawn => change.ProposedById == actor.UserId ? null : "只有提出人自己可以撤回。",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private static bool IsDone(RuleChange change, Actor actor, RuleChangeState decision) => change.State == decision && change.DecidedById == actor.UserId;

    private static ParameterEntry EntryOf(ParameterChange change, DateTimeOffset at) => new()
    {
        Key = change.Key,
        RegionCode = change.RegionCode,
        From = change.From,
        To = change.To,
        Value = change.Value ?? "",
        Status = change.Status,
        Source = change.Source,
        ChangeId = change.Id,
        ApprovedAt = at,
    };

    private async Task TakeEffectAsync(CancellationToken cancellation)
    {
        rulebooks.Forget();
        await watch.RunAsync(cancellation);
    }

    private async Task<StepResult> AfterRaceAsync(Actor actor, Guid id, RuleChangeState decision, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var change = await db.RuleChanges.AsNoTracking().SingleAsync(change => change.Id == id, cancellation);
        return IsDone(change, actor, decision) ? new StepResult.Done() : new StepResult.Stale(RuleChangeTexts.Of(change.State));
    }
}
