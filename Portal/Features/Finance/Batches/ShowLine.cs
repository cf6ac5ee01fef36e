using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Batches;
using Portal.Data.Privacy;

namespace Portal.Features.Finance.Batches;

/// <param name="Line">With its batch, case and instalment.</param>
/// <param name="Answers">What the bank has said of it, in order.</param>
public sealed record LineView(BatchLine Line, IReadOnlyList<BankReportLine> Answers);

/// <summary>One payment of a batch and everything the bank has said of it.</summary>
public sealed class ShowLine(IDbContextFactory<PortalDbContext> databases, AccessLog access)
{
    /// <returns>Null when there is no such line in the actor's place.</returns>
    public async Task<LineView?> HandleAsync(Actor actor, string endToEndId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var line = await db.BatchLines.AsNoTracking().Include(line => line.Batch).Include(line => line.Case).Include(line => line.Instalment)
            .SingleOrDefaultAsync(line => line.EndToEndId == endToEndId && db.PaymentBatches.SeenBy(actor).Any(batch => batch.Id == line.BatchId), cancellation);
        if (line is null || !line.Case.IsOpenTo(actor)) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(line.Case), AccessKind.Payments, "查看了拨付批次里的一笔", cancellation);
        return new LineView(line, await db.BankReportLines.AsNoTracking().Where(answer => answer.LineId == line.Id).OrderBy(answer => answer.Id).ToListAsync(cancellation));
    }
}
