using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>What the bank did not pay or got back, and what is to be paid back, stands in the queue of whoever must act.</summary>
public sealed class WhatIsOpenIsQueued(IDbContextFactory<PortalDbContext> databases) : IAuditCheck
{
    public string Sentence => "银行没有付成或退回的每一笔、没有还清的每一项追缴，都在待办里有人要办。";

    public async IAsyncEnumerable<AuditFinding> FindAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var refused = await (
            from record in db.Cases
            where record.Instalments.Any(part => part.State == InstalmentState.Due && part.Refusal != null)
                && !db.WorkItems.Any(item => item.Kind == WorkKind.BankRefusal && item.Record == record.No && item.DoneAt == null)
            orderby record.No
            select record.No).ToListAsync(cancellation);
        foreach (var no in refused) yield return new AuditFinding(nameof(WhatIsOpenIsQueued), no, "有银行没有付成的一笔，待办里没有人办");
        // By the text of the id as items have it: databases write an id each in its own way.
        var queued = (await db.WorkItems.Where(item => item.Kind == WorkKind.CollectRecovery && item.DoneAt == null).Select(item => item.Record).ToListAsync(cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var recovery in await db.Recoveries.Where(recovery => recovery.ClosedOn == null).Select(recovery => new { recovery.Id, recovery.Case.No }).ToListAsync(cancellation))
            if (!queued.Contains(recovery.Id.ToString()))
                yield return new AuditFinding(nameof(WhatIsOpenIsQueued), recovery.No, "有没有还清的追缴，待办里没有人办");
    }
}
