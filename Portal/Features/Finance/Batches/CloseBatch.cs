using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Domain.Batches;

namespace Portal.Features.Finance.Batches;

/// <summary>Finance has compared an answered batch with the bank's statement. A return may still come later, and is taken.</summary>
public sealed class CloseBatch(BatchSteps steps, BusinessClock clock)
{
    public Task<StepResult> HandleAsync(Actor actor, string no, Guid version, CancellationToken cancellation = default) => steps.RunAsync(
        actor, no, version, [Roles.Finance], BatchAction.Close, batch => batch.State == BatchState.Closed,
        async (db, batch) =>
        {
            if (await db.BatchLines.Where(line => line.BatchId == batch.Id && line.Dispute != null).Select(line => line.EndToEndId).FirstOrDefaultAsync(cancellation) is { } disputed)
                return new StepResult.Refused($"还有回执没有核实：{disputed}。核实以后才能对账办结。");
            (batch.ClosedByName, batch.ClosedAt) = (actor.Name, clock.Now);
            return null;
        },
        cancellation);
}
