using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Recoveries;
using Portal.Data.Work;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>What came of several cases at once.</summary>
/// <param name="Refusals">By number of the case, for those it could not be done for.</param>
public sealed record TopUpAnswer(int Done, IReadOnlyList<(string No, string Why)> Refusals);

/// <summary>Tops up chosen cases after a value was raised: a reviewer proposes, an approver decides, each case for itself.</summary>
public sealed class TopUpCases(IDbContextFactory<PortalDbContext> databases, ListTopUps list, DecideRedetermination decide, BusinessClock clock)
{
    public async Task<TopUpAnswer?> ProposeAsync(Actor actor, Guid changeId, IReadOnlyCollection<string> numbers, CancellationToken cancellation = default)
    {
        if (!actor.Is(Roles.Reviewer) || await list.HandleAsync(actor, changeId, cancellation) is not { } found) return null;
        var (done, refusals) = (0, new List<(string, string)>());
        foreach (var higher in found.Cases.Where(one => numbers.Contains(one.Record.No)))
        {
            if (higher.WaitingId is not null) continue;
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await db.IsPartyAsync(actor, higher.Record, cancellation))
            {
                refusals.Add((higher.Record.No, CaseParties.LeaveToOthers));
                continue;
            }

            db.Add(new Redetermination
            {
                Id = Guid.CreateVersion7(),
                CaseId = higher.Record.Id,
                Cause = ChangeCause.ValueRaised,
                FactsJson = higher.Record.FactsJson,
                AssessmentJson = CaseJson.Write(higher.Now),
                OldTotal = higher.Record.Entitlement!.Value,
                NewTotal = higher.Now.Amount!.Value,
                Reason = $"{found.Place}的“{found.Label}”提高了（{found.Change.Source}），按您申请当日的标准补差",
                RuleChangeId = changeId,
                ProposedById = actor.UserId,
                ProposedAt = clock.Now,
            });
            db.OpenWork(clock, WorkKind.ApproveRedetermination, higher.Record.No, $"补差：{higher.Record.ApplicantName}", higher.Record.RegionCode, Roles.Approver, null);
            if (await db.SaveStepAsync(cancellation) is StepResult.Done) done++;
        }

        return new TopUpAnswer(done, refusals);
    }

    public async Task<TopUpAnswer?> ApproveAsync(Actor actor, Guid changeId, IReadOnlyCollection<string> numbers, CancellationToken cancellation = default)
    {
        if (await list.HandleAsync(actor, changeId, cancellation) is not { } found) return null;
        var (done, refusals) = (0, new List<(string, string)>());
        foreach (var higher in found.Cases.Where(one => one.WaitingId is not null && numbers.Contains(one.Record.No)))
        {
            var result = await decide.HandleAsync(actor, higher.WaitingId!.Value, higher.WaitingVersion, RedeterminationState.Approved, null, cancellation);
            if (result is StepResult.Done) done++;
            else refusals.Add((higher.Record.No, string.Concat(result.Complaints(RecoveryRights.Stale).Select(complaint => complaint.Message))));
        }

        return new TopUpAnswer(done, refusals);
    }
}
