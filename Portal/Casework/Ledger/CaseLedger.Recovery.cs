using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Casework.Ledger;

/// <summary>The ledger's part in redeterminations and recoveries.</summary>
public sealed partial class CaseLedger
{
    private static readonly LedgerAccount[] WithPayee = [LedgerAccount.Advanced, LedgerAccount.Paid];

    /// <summary>The plan as it stands, for <see cref="PlanChange.Of"/>.</summary>
    public IReadOnlyList<PlanPart> Plan => [.. Record.Instalments.OrderBy(part => part.Sequence)
        .Select(part => new PlanPart(part.Sequence, part.Trigger, part.Amount, part.State, part.SetOff, part.Claimed))];

    /// <summary>Whether the bank may still give it back: what is claimed from the payee has first to be waived.</summary>
    public static bool MayReturn(PaymentInstalment part) => part.State == InstalmentState.Paid && part.Claimed == Money.Zero;

    /// <summary>Brings the plan to its new total; what was advanced and is kept is earned once nothing more depends on it.</summary>
    /// <param name="topUp">Whose budgets pay what comes on top.</param>
    /// <param name="dueOf">The deadline of a new instalment; null while it waits for its condition.</param>
    public void Change(PlanChange change, Guid occasion, SourceAmounts topUp, Func<PlanAddition, DateOnly?> dueOf)
    {
        if (change.Stuck > Money.Zero) throw new LedgerException($"Case {Record.No}: {change.Stuck} of the plan cannot be changed now.");
        var successors = change.Added.Where(part => part.Instead is not null).ToDictionary(part => part.Instead!.Value, part => OpenSources(part.Instead!.Value).Take(part.Amount));
        var dues = change.Added.ToDictionary(part => part, dueOf);
        foreach (var sequence in change.Lapsed) Lapse(Part(sequence), occasion);
        foreach (var claim in change.Claimed) Claim(Part(claim.Sequence), claim.Amount, occasion);
        foreach (var addition in change.Added)
        {
            var amounts = addition.Instead is { } instead ? successors[instead] : topUp.Take(addition.Amount);
            if (addition.Instead is null) topUp -= amounts;
            Add(addition, amounts, dues[addition]);
        }

        ClearEarned(occasion);
    }

    /// <summary>What was paid is to be paid back, of an advance first what is not earned.</summary>
    public void Claim(PaymentInstalment part, Money amount, Guid occasion)
    {
        if (part.State != InstalmentState.Paid) throw new LedgerException($"Case {Record.No}, instalment {part.Sequence}: {amount} is claimed of what was not paid.");
        TakeFromPayee(part, EntryKind.Claim, LedgerAccount.Receivable, amount, occasion);
        part.Claimed += amount;
    }

    /// <summary>The claim was wrong: the payee keeps it.</summary>
    public void Waive(Money amount, Guid occasion) =>
        Spread(amount, (part, some) =>
        {
            Write(Book.Move(part.Sequence, EntryKind.Waive, LedgerAccount.Receivable, LedgerAccount.Paid, some), occasion, _clock.Today);
            part.Claimed -= some;
        });

    /// <param name="kind">Recover for money that came in, SetOff for what was kept back from a payment.</param>
    public void Recover(Money amount, EntryKind kind, Guid occasion, DateOnly day) =>
        Spread(amount, (part, some) => Write(Book.Move(part.Sequence, kind, LedgerAccount.Receivable, LedgerAccount.Recovered, some), occasion, day));

    /// <summary>Keeps a part of what is due back for what the payee owes on this case or another; if that is all of it, it is paid.</summary>
    public void KeepBack(PaymentInstalment part, Money amount, Guid occasion, string reference)
    {
        if (part.State != InstalmentState.Due) throw new LedgerException($"Case {Record.No}, instalment {part.Sequence} is {part.State}: nothing can be kept back.");
        Write(Book.Move(part.Sequence, EntryKind.SetOff, LedgerAccount.Due, PaidTo(part), amount), occasion, _clock.Today);
        part.SetOff += amount;
        if (part.SetOff < part.Amount) return;
        part.State = InstalmentState.Paid;
        (part.PaidOn, part.PaidById, part.Reference, part.Refusal) = (_clock.Today, _actor?.UserId, reference, null);
    }

    private void Add(PlanAddition addition, SourceAmounts amounts, DateOnly? due)
    {
        var part = new PaymentInstalment
        {
            CaseId = Record.Id,
            Sequence = Record.Instalments.Max(other => other.Sequence) + 1,
            Trigger = addition.Trigger,
            Amount = addition.Amount,
            State = InstalmentState.Waiting,
            HappenedOn = addition.Instead is { } instead ? Part(instead).HappenedOn : null,
        };
        Record.Instalments.Add(part);
        _db.Add(part);
        Write(Book.Commit(part.Sequence, amounts), Guid.Empty, _clock.Today);
        if (due is { } day) FallDue(part, day);
    }

    /// <summary>Of what the payee has, first what is advanced and not earned.</summary>
    private void TakeFromPayee(PaymentInstalment part, EntryKind kind, LedgerAccount to, Money amount, Guid occasion)
    {
        foreach (var account in WithPayee)
        {
            var some = Money.Min(amount, Book[part.Sequence, account].Total);
            Write(Book.Move(part.Sequence, kind, account, to, some), occasion, _clock.Today);
            amount -= some;
        }

        if (amount > Money.Zero) throw new LedgerException($"Case {Record.No}, instalment {part.Sequence}: {kind} of {amount} more than was paid.");
    }

    private void ClearEarned(Guid occasion)
    {
        if (IsAdvancing) return;
        foreach (var part in Record.Instalments) Write(Book.MoveAll(part.Sequence, EntryKind.Clear, LedgerAccount.Advanced, LedgerAccount.Paid), occasion, _clock.Today);
    }

    private void Spread(Money amount, Action<PaymentInstalment, Money> each)
    {
        foreach (var part in Record.Instalments.OrderBy(part => part.Sequence))
        {
            var some = Money.Min(amount, Book[part.Sequence, LedgerAccount.Receivable].Total);
            if (some > Money.Zero) each(part, some);
            amount -= some;
        }

        if (amount > Money.Zero) throw new LedgerException($"Case {Record.No}: {amount} more than is to be paid back.");
    }

    private SourceAmounts OpenSources(int sequence) => Book[sequence, LedgerAccount.Committed] + Book[sequence, LedgerAccount.Due];

    private PaymentInstalment Part(int sequence) => Record.Instalments.Single(part => part.Sequence == sequence);
}
