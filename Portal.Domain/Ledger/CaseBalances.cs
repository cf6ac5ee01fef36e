using Portal.Domain.Values;

namespace Portal.Domain.Ledger;

/// <summary>One line of the ledger: an amount that the credited account gives and the debited one receives.</summary>
/// <param name="Sequence">Of the instalment within its case.</param>
/// <param name="Amount">Above zero.</param>
public readonly record struct LedgerLine(int Sequence, FundingSource Source, EntryKind Kind, LedgerAccount Debit, LedgerAccount Credit, Money Amount);

/// <summary>The money of one case: what each account holds of each instalment from each budget, as the sum of its lines.</summary>
public sealed class CaseBalances
{
    private readonly Dictionary<(int Sequence, LedgerAccount Account), SourceAmounts> _balances = [];

    public CaseBalances(IEnumerable<LedgerLine> lines)
    {
        foreach (var line in lines) Add(line);
    }

    /// <summary>What was granted and not taken back: together the case's entitlement and what is still to be recovered or was.</summary>
    public Money Granted => Money.Zero - Balance(LedgerAccount.Budget);

    public SourceAmounts this[int sequence, LedgerAccount account] => _balances.GetValueOrDefault((sequence, account));

    public Money Balance(LedgerAccount account) => BySource(account).Total;

    public SourceAmounts BySource(LedgerAccount account) =>
        _balances.Where(balance => balance.Key.Account == account).Aggregate(default(SourceAmounts), (sum, balance) => sum + balance.Value);

    /// <summary>Grants an instalment of known sources.</summary>
    public IReadOnlyList<LedgerLine> Commit(int sequence, SourceAmounts amounts) =>
        Book(sequence, EntryKind.Commit, LedgerAccount.Budget, LedgerAccount.Committed, amounts);

    /// <summary>Moves a part of what an account holds of an instalment, from each budget in proportion.</summary>
    /// <returns>A line for each budget that moves; none for nothing.</returns>
    /// <exception cref="LedgerException">The kind does not move money so, or there is not so much.</exception>
    public IReadOnlyList<LedgerLine> Move(int sequence, EntryKind kind, LedgerAccount from, LedgerAccount to, Money amount)
    {
        var held = this[sequence, from];
        if (amount < Money.Zero || amount > held.Total)
            throw new LedgerException($"Instalment {sequence}: {kind} of {amount} from {from}, which holds {held.Total}.");
        return Book(sequence, kind, from, to, held.Take(amount));
    }

    /// <summary>Moves all that an account holds of an instalment.</summary>
    public IReadOnlyList<LedgerLine> MoveAll(int sequence, EntryKind kind, LedgerAccount from, LedgerAccount to) =>
        Book(sequence, kind, from, to, this[sequence, from]);

    private LedgerLine[] Book(int sequence, EntryKind kind, LedgerAccount from, LedgerAccount to, SourceAmounts amounts)
    {
        if (!EntryKinds.Allows(kind, from, to)) throw new LedgerException($"{kind} does not move money from {from} to {to}.");
        LedgerLine[] lines = [.. SourceAmounts.Sources.Where(source => amounts[source] > Money.Zero)
            .Select(source => new LedgerLine(sequence, source, kind, Debit: to, Credit: from, amounts[source]))];
        foreach (var line in lines) Add(line);
        return lines;
    }

    private void Add(LedgerLine line)
    {
        var amounts = SourceAmounts.Of(line.Source, line.Amount);
        _balances[(line.Sequence, line.Debit)] = this[line.Sequence, line.Debit] + amounts;
        _balances[(line.Sequence, line.Credit)] = this[line.Sequence, line.Credit] - amounts;
    }
}

/// <summary>Money was about to move that is not there: a fault of the program, never of a person.</summary>
public sealed class LedgerException(string message) : InvalidOperationException(message);
