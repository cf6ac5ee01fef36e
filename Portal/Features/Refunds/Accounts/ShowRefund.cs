using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Screening;
using Portal.Domain.Rules;

namespace Portal.Features.Refunds.Accounts;

/// <param name="Run">The run it comes from, for how it came about.</param>
/// <param name="Asked">The account that waits for a second person; null when there is none.</param>
public sealed record RefundView(Case Case, string FirmName, Assessment Assessment, ScreeningRun Run, AccountChange? Asked);

/// <summary>A refund with how it came about, for the members of its firm.</summary>
public sealed class ShowRefund(IDbContextFactory<PortalDbContext> databases)
{
    public async Task<RefundView?> HandleAsync(Actor actor, string caseNo, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.RefundOf(actor, caseNo).AsNoTracking().Include(record => record.Firm).Include(record => record.Instalments)
            .SingleOrDefaultAsync(cancellation);
        if (record is null) return null;
        var run = await db.ScreeningRuns.AsNoTracking().SingleAsync(run => run.Id == record.RunId, cancellation);
        return new RefundView(record, record.Firm!.Name, CaseJson.ReadAssessment(record.AssessmentJson), run,
            await db.OpenAccountChangeAsync(record.Id, cancellation));
    }
}
