using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.Places;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>Proves that plans, ledger, claims, batches and bank answers agree to the fen, and names what does not (对账).</summary>
/// <remarks>Cases are read by their number, so many at a time: a million of them take no more memory than a page of them.</remarks>
public sealed class RunAudit(IDbContextFactory<PortalDbContext> databases, IEnumerable<CaseCheck> cases, IEnumerable<IAuditCheck> wholes)
{
    private const int Batch = 500;

    public IReadOnlyList<string> Sentences { get; } = [.. cases.Select(check => check.Sentence), .. wholes.Select(check => check.Sentence)];

    /// <summary>Whether what spans places is proved, too: the staff of one place could do nothing about another's.</summary>
    public static bool IsWhole(string? place) => place is null or RegionDirectory.Province;

    /// <summary>What is proved for a place, in words for people.</summary>
    public IReadOnlyList<string> SentencesFor(string? place) => IsWhole(place) ? Sentences : [.. cases.Select(check => check.Sentence)];

    /// <summary>How many cases the last finding stood behind; for whoever reports afterwards.</summary>
    public sealed class Progress
    {
        public int Cases { get; internal set; }
    }

    /// <param name="place">The place whose cases are looked at; null for all, and then the whole too.</param>
    public async IAsyncEnumerable<AuditFinding> FindAsync(string? place, Progress? progress = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var prefix = place is null ? "" : RegionDirectory.PrefixOf(place);
        for (var last = ""; ;)
        {
            var batch = await ReadAsync(prefix, last, cancellation);
            foreach (var audited in batch)
                foreach (var finding in cases.SelectMany(check => check.Find(audited)))
                    yield return finding;
            if (progress is not null) progress.Cases += batch.Count;
            if (batch.Count < Batch) break;
            last = batch[^1].Record.No;
        }

        if (!IsWhole(place)) yield break;
        foreach (var check in wholes)
            await foreach (var finding in check.FindAsync(cancellation))
                yield return finding;
    }

    private async Task<IReadOnlyList<AuditedCase>> ReadAsync(string prefix, string last, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // One view of all these tables, or a payment between two reads would look like a fault.
        await using var transaction = await db.BeginReadingAsync(cancellation);
        var records = await db.Cases.AsNoTracking().AsSplitQuery().Include(record => record.Instalments.OrderBy(part => part.Sequence))
            .Where(record => record.RegionCode.StartsWith(prefix) && string.Compare(record.No, last) > 0
                && (record.Instalments.Any() || db.LedgerEntries.Any(entry => entry.CaseId == record.Id)))
            .OrderBy(record => record.No).Take(Batch).ToListAsync(cancellation);
        var ids = records.Select(record => record.Id).ToArray();
        var entries = (await db.LedgerEntries.AsNoTracking().Where(entry => ids.Contains(entry.CaseId)).OrderBy(entry => entry.Id).ToListAsync(cancellation)).ToLookup(entry => entry.CaseId);
        var recoveries = (await db.Recoveries.AsNoTracking().AsSplitQuery().Include(one => one.Parts).Include(one => one.Receipts)
            .Where(one => ids.Contains(one.CaseId)).ToListAsync(cancellation)).ToLookup(one => one.CaseId);
        var lines = (await db.BatchLines.AsNoTracking().Where(line => ids.Contains(line.CaseId)).ToListAsync(cancellation)).ToLookup(line => line.CaseId);
        var answers = (await (
            from answer in db.BankReportLines.AsNoTracking()
            join line in db.BatchLines on answer.LineId equals line.Id
            where ids.Contains(line.CaseId)
            select new { line.CaseId, Answer = answer }).ToListAsync(cancellation)).ToLookup(one => one.CaseId, one => one.Answer);
        return [.. records.Select(record => new AuditedCase(record, [.. entries[record.Id]], [.. recoveries[record.Id]]) { Lines = [.. lines[record.Id]], Answers = [.. answers[record.Id]] })];
    }
}
