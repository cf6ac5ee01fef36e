using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Ledger;
using Portal.Data.Recoveries;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Reconciliation;

/// <summary>All the money of one case: plan, entries, claims, and its lines in batches with what the bank said of them.</summary>
/// <param name="Record">With its instalments.</param>
public sealed record AuditedCase(Case Record, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<Recovery> Recoveries)
{
    /// <summary>Where its instalments stood or stand in batches.</summary>
    public IReadOnlyList<BatchLine> Lines { get; init; } = [];

    /// <summary>What the bank said of those lines.</summary>
    public IReadOnlyList<BankReportLine> Answers { get; init; } = [];

    public CaseBalances Book { get; } = new(Entries.Select(entry => entry.Line));
}

/// <summary>Something that does not agree.</summary>
/// <param name="CaseNo">Null where it is about no single case.</param>
/// <param name="Difference">By how much; zero where it is not about an amount.</param>
public sealed record AuditFinding(string Check, string? CaseNo, string Text, Money Difference = default);

/// <summary>One thing that must agree to the fen, proved case by case.</summary>
public abstract class CaseCheck
{
    /// <summary>What agrees when nothing is found, in words for people.</summary>
    public abstract string Sentence { get; }

    public abstract IEnumerable<AuditFinding> Find(AuditedCase audited);

    protected AuditFinding Found(AuditedCase audited, string text, Money difference = default) => new(GetType().Name, audited.Record.No, text, difference);
}

/// <summary>One thing that must agree across cases.</summary>
public interface IAuditCheck
{
    string Sentence { get; }

    IAsyncEnumerable<AuditFinding> FindAsync(CancellationToken cancellation);
}
