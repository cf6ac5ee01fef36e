using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Ledger;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Ledger;

/// <summary>The money of one case in a unit of work: where an instalment stands and the ledger change together, here and nowhere else.</summary>
/// <remarks>The caller saves. A second try of the same occasion meets the ledger's unique index and changes nothing.</remarks>
public sealed partial class CaseLedger
{
    private readonly PortalDbContext _db;
    private readonly BusinessClock _clock;
    private readonly Actor? _actor;

    private CaseLedger(PortalDbContext db, Case record, CaseBalances book, BusinessClock clock, Actor? actor) =>
        (_db, Record, Book, _clock, _actor) = (db, record, book, clock, actor);

    public Case Record { get; }

    public CaseBalances Book { get; }

    /// <summary>Of a case that has nothing in the ledger yet.</summary>
    public static CaseLedger Begin(PortalDbContext db, Case record, BusinessClock clock, Actor? actor) => new(db, record, new CaseBalances([]), clock, actor);

    /// <param name="record">With its instalments loaded and tracked.</param>
    public static async Task<CaseLedger> OpenAsync(PortalDbContext db, Case record, BusinessClock clock, Actor? actor, CancellationToken cancellation) =>
        (await OpenManyAsync(db, [record], clock, actor, cancellation))[record.Id];

    public static async Task<IReadOnlyDictionary<Guid, CaseLedger>> OpenManyAsync(
        PortalDbContext db, IReadOnlyCollection<Case> records, BusinessClock clock, Actor? actor, CancellationToken cancellation)
    {
        var ids = records.Select(record => record.Id).ToArray();
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => ids.Contains(entry.CaseId)).OrderBy(entry => entry.Id).ToListAsync(cancellation);
        var lines = entries.ToLookup(entry => entry.CaseId, entry => entry.Line);
        return records.ToDictionary(record => record.Id, record => new CaseLedger(db, record, new CaseBalances(lines[record.Id]), clock, actor));
    }

    /// <summary>Grants instalments; what has its date already falls due with it.</summary>
    /// <param name="split">Over all of them; null where the text splits nothing.</param>
    public void Commit(IReadOnlyList<PaymentInstalment> parts, FundingSplit? split)
    {
        var left = SourceAmounts.Of(split, Money.Sum(parts.Select(part => part.Amount)));
        foreach (var part in parts)
        {
            var amounts = left.Take(part.Amount);
            left -= amounts;
            Write(Book.Commit(part.Sequence, amounts), Guid.Empty, _clock.Today);
            part.State = InstalmentState.Waiting;
            if (part.DueOn is { } due) FallDue(part, due);
        }
    }

    /// <summary>The condition is met. Where it was what earlier instalments were advanced for, they are earned.</summary>
    /// <param name="happenedOn">The day on which the condition came to pass; null where there was none.</param>
    public void FallDue(PaymentInstalment part, DateOnly due, DateOnly? happenedOn = null)
    {
        Take(part, InstalmentState.Waiting, InstalmentState.Due);
        (part.DueOn, part.HappenedOn) = (due, happenedOn ?? part.HappenedOn);
        Write(Book.MoveAll(part.Sequence, EntryKind.FallDue, LedgerAccount.Committed, LedgerAccount.Due), Guid.Empty, _clock.Today);
        if (Trigger.Settles(part.Trigger)) ClearEarned(part.Id);
    }

    /// <summary>Stands in a batch from now on, and in no other.</summary>
    public static void Batch(PaymentInstalment part) => Take(part, InstalmentState.Due, InstalmentState.Batched);

    /// <summary>The batch was given up before the bank got it.</summary>
    public static void Unbatch(PaymentInstalment part) => Take(part, InstalmentState.Batched, InstalmentState.Due);

    /// <param name="line">The line of the batch.</param>
    public void Send(PaymentInstalment part, Guid line)
    {
        Take(part, InstalmentState.Batched, InstalmentState.Sent);
        Write(Book.MoveAll(part.Sequence, EntryKind.Send, LedgerAccount.Due, LedgerAccount.InTransit), line, _clock.Today);
    }

    /// <summary>The bank did not pay; it may be tried again.</summary>
    public void Refuse(PaymentInstalment part, Guid line, string why)
    {
        Take(part, InstalmentState.Sent, InstalmentState.Due);
        part.Refusal = PlainText.Head(why, PaymentInstalment.RefusalAtMost);
        Write(Book.MoveAll(part.Sequence, EntryKind.Refuse, LedgerAccount.InTransit, LedgerAccount.Due), line, _clock.Today);
    }

    /// <param name="occasion">The line of a batch; a new one where somebody recorded it by hand.</param>
    /// <param name="reference">The bank's or treasury's number.</param>
    public void Pay(PaymentInstalment part, Guid occasion, DateOnly paidOn, string reference)
    {
        var from = part.State == InstalmentState.Sent ? LedgerAccount.InTransit : LedgerAccount.Due;
        Take(part, part.State == InstalmentState.Sent ? InstalmentState.Sent : InstalmentState.Due, InstalmentState.Paid);
        (part.PaidOn, part.PaidById, part.Reference, part.Refusal) = (paidOn, part.PaidById ?? _actor?.UserId, reference, null);
        Write(Book.MoveAll(part.Sequence, EntryKind.Pay, from, PaidTo(part)), occasion, paidOn);
    }

    /// <summary>The bank paid, and got it back (退汇): it may be tried again.</summary>
    /// <remarks>What was set off stays so: no money came back of that.</remarks>
    public void Return(PaymentInstalment part, Guid occasion, string why)
    {
        Take(part, InstalmentState.Paid, InstalmentState.Due);
        (part.PaidOn, part.PaidById, part.Reference, part.Refusal) = (null, null, null, PlainText.Head(why, PaymentInstalment.RefusalAtMost));
        TakeFromPayee(part, EntryKind.Return, LedgerAccount.Due, part.Amount - part.SetOff, occasion);
    }

    /// <summary>Not owed any more; nothing of it was paid.</summary>
    public void Lapse(PaymentInstalment part, Guid occasion)
    {
        var from = part.State == InstalmentState.Waiting ? LedgerAccount.Committed : LedgerAccount.Due;
        Take(part, part.State == InstalmentState.Waiting ? InstalmentState.Waiting : InstalmentState.Due, InstalmentState.Lapsed);
        part.Refusal = null;
        Write(Book.MoveAll(part.Sequence, EntryKind.Lapse, from, LedgerAccount.Budget), occasion, _clock.Today);
    }

    /// <summary>Puts lines of the book down; for moves that leave an instalment where it stands, such as a claim.</summary>
    public void Write(IReadOnlyList<LedgerLine> lines, Guid occasion, DateOnly day)
    {
        foreach (var line in lines)
        {
            _db.Add(new LedgerEntry
            {
                CaseId = Record.Id,
                Sequence = line.Sequence,
                Source = line.Source,
                Kind = line.Kind,
                Debit = line.Debit,
                Credit = line.Credit,
                Amount = line.Amount,
                Day = day,
                Occasion = occasion,
                MeasureCode = Record.MeasureCode,
                RegionCode = Record.RegionCode,
                At = _clock.Now,
                ActorId = _actor?.UserId,
            });
        }
    }

    /// <summary>Whether what is paid now is paid in advance: its condition is still to come.</summary>
    private bool IsAdvancing => Record.Instalments.Exists(part => part.State == InstalmentState.Waiting && Trigger.Settles(part.Trigger));

    /// <summary>Where a payment of the instalment goes.</summary>
    public LedgerAccount PaidTo(PaymentInstalment part) => !Trigger.Settles(part.Trigger) && IsAdvancing ? LedgerAccount.Advanced : LedgerAccount.Paid;


    private static void Take(PaymentInstalment part, InstalmentState from, InstalmentState to) =>
        part.State = part.State == from ? to : throw new LedgerException($"Instalment {part.Id} is {part.State}, not {from}, and cannot become {to}.");
}
