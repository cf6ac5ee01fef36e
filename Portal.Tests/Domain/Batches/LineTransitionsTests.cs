using CsCheck;
using Portal.Domain.Batches;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Tests.Domain.Batches;

/// <summary>Whatever the bank answers, in whatever order and however often: nothing is paid twice, and no fen is lost.</summary>
public sealed class LineTransitionsTests
{
    private static readonly Money Amount = new(43254);

    /// <summary>An act of the bank or of the house: answers to any line ever sent, a new batch, a payment by hand.</summary>
    private static readonly Gen<(int Act, int Line, BankVerdict Verdict, bool RightAmount)[]> Acts =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], Gen.Enum<BankVerdict>(), Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))).Array[0, 60];

    [Fact]
    public void However_the_answers_come_an_instalment_is_paid_at_most_once() => Acts.Sample(acts =>
    {
        var instalment = new Instalment();
        foreach (var (act, line, verdict, rightAmount) in acts)
        {
            if (act == 0) instalment.PayByHand();
            else if (act <= 2) instalment.PutIntoBatch();
            else if (instalment.Lines.Count > 0) instalment.Answer(line % instalment.Lines.Count, verdict, rightAmount);
            var live = instalment.Lines.Count(state => LineTransitions.IsLive(state));
            Assert.True(live + (instalment.IsPaidByHand ? 1 : 0) <= 1, "Two lines would pay it.");
            Assert.Equal(Amount, instalment.Due + instalment.InTransit + instalment.Paid);
            Assert.Equal(live == 1 || instalment.IsPaidByHand ? Money.Zero : Amount, instalment.Due);
            Assert.Equal(instalment.Lines.Exists(LineTransitions.IsOpen) ? Amount : Money.Zero, instalment.InTransit);
        }
    });

    [Fact]
    public void The_same_answers_once_more_change_nothing() => Gen.Enum<BankVerdict>().Array[1, 12].Sample(verdicts =>
    {
        var state = LineState.Sent;
        var taken = new HashSet<int>();
        void Hear(int answer)
        {
            var step = LineTransitions.After(state, verdicts[answer], isKnown: taken.Contains(answer));
            if (step.Contradiction is null && !step.IsRepeat(state)) taken.Add(answer);
            state = step.State;
        }

        for (var i = 0; i < verdicts.Length; i++) Hear(i);
        var after = state;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (taken.Contains(i)) Hear(i);
            Assert.Equal(after, state);
        }
    });

    [Fact]
    public void What_never_went_to_the_bank_is_moved_by_no_answer() =>
        Gen.Select(Gen.Bool.Select(listed => listed ? LineState.Listed : LineState.Dropped), Gen.Enum<BankVerdict>(), Gen.Bool, Gen.Bool, Gen.Bool).Sample((state, verdict, known, right, free) =>
            LineTransitions.After(state, verdict, known, right, free) == new LineStep(state, AnswerMove.None, Contradiction.NotSent));

    [Theory]
    [InlineData(LineState.Sent, BankVerdict.Paid, LineState.Paid, AnswerMove.Pay, null)]
    [InlineData(LineState.Unknown, BankVerdict.Paid, LineState.Paid, AnswerMove.Pay, null)]
    [InlineData(LineState.Sent, BankVerdict.Refused, LineState.Refused, AnswerMove.Refuse, null)]
    [InlineData(LineState.Sent, BankVerdict.Unknown, LineState.Unknown, AnswerMove.None, null)]
    [InlineData(LineState.Sent, BankVerdict.Returned, LineState.Returned, AnswerMove.Refuse, null)]
    [InlineData(LineState.Paid, BankVerdict.Returned, LineState.Returned, AnswerMove.Return, null)]
    [InlineData(LineState.Paid, BankVerdict.Refused, LineState.Paid, AnswerMove.None, Contradiction.RefusedAfterPaid)]
    [InlineData(LineState.Paid, BankVerdict.Unknown, LineState.Paid, AnswerMove.None, null)]
    [InlineData(LineState.Refused, BankVerdict.Paid, LineState.Paid, AnswerMove.Pay, null)]
    [InlineData(LineState.Refused, BankVerdict.Unknown, LineState.Refused, AnswerMove.None, null)]
    [InlineData(LineState.Returned, BankVerdict.Paid, LineState.Returned, AnswerMove.None, null)]
    public void An_answer_leads_where_it_should(LineState before, BankVerdict verdict, LineState after, AnswerMove move, Contradiction? contradiction) =>
        Assert.Equal(new LineStep(after, move, contradiction), LineTransitions.After(before, verdict));

    [Fact]
    public void Paid_after_refused_moves_nothing_once_the_instalment_went_elsewhere() =>
        Assert.Equal(new LineStep(LineState.Refused, AnswerMove.None, Contradiction.PaidAfterRefused), LineTransitions.After(LineState.Refused, BankVerdict.Paid, isInstalmentFree: false));

    [Fact]
    public void What_is_claimed_back_does_not_come_back_by_itself() =>
        Assert.Equal(new LineStep(LineState.Paid, AnswerMove.None, Contradiction.ReturnedAfterClaim), LineTransitions.After(LineState.Paid, BankVerdict.Returned, mayReturn: false));

    [Fact]
    public void An_amount_that_differs_moves_nothing() => Gen.Select(Gen.Enum<LineState>(), Gen.Enum<BankVerdict>()).Sample((state, verdict) =>
    {
        var step = LineTransitions.After(state, verdict, isAmountRight: false);
        return step.Move == AnswerMove.None && step.State == state && step.Contradiction is not null;
    });

    [Fact]
    public void A_batch_is_approved_only_when_proposed_and_given_up_only_before_the_bank_has_it()
    {
        Assert.Equal([BatchState.Proposed], Enum.GetValues<BatchState>().Where(state => BatchTransitions.After(state, BatchAction.Approve) is not null));
        Assert.DoesNotContain(Enum.GetValues<BatchState>().Where(state => BatchTransitions.After(state, BatchAction.Cancel) is not null), BatchTransitions.IsFinal);
    }

    /// <summary>One instalment in the ledger, and the lines it ever stood in.</summary>
    private sealed class Instalment
    {
        private readonly CaseBalances _book = new([]);

        public Instalment()
        {
            _book.Commit(1, new SourceAmounts(new Money(10000), new Money(30000), new Money(3254)));
            _book.MoveAll(1, EntryKind.FallDue, LedgerAccount.Committed, LedgerAccount.Due);
        }

        public List<LineState> Lines { get; } = [];

        public bool IsPaidByHand { get; private set; }

        public Money Due => _book[1, LedgerAccount.Due].Total;

        public Money InTransit => _book[1, LedgerAccount.InTransit].Total;

        public Money Paid => _book[1, LedgerAccount.Paid].Total;

        private bool IsFree => !IsPaidByHand && !Lines.Exists(LineTransitions.IsLive);

        public void PutIntoBatch()
        {
            if (!IsFree) return;
            Lines.Add(LineState.Sent);
            Move(EntryKind.Send, LedgerAccount.Due, LedgerAccount.InTransit);
        }

        public void PayByHand()
        {
            if (!IsFree) return;
            IsPaidByHand = true;
            Move(EntryKind.Pay, LedgerAccount.Due, LedgerAccount.Paid);
        }

        public void Answer(int line, BankVerdict verdict, bool isAmountRight)
        {
            var before = Lines[line];
            var step = LineTransitions.After(before, verdict, false, isAmountRight, IsFree);
            Lines[line] = step.State;
            if (step.Move == AnswerMove.Pay) Move(EntryKind.Pay, LineTransitions.IsOpen(before) ? LedgerAccount.InTransit : LedgerAccount.Due, LedgerAccount.Paid);
            if (step.Move == AnswerMove.Refuse) Move(EntryKind.Refuse, LedgerAccount.InTransit, LedgerAccount.Due);
            if (step.Move == AnswerMove.Return) Move(EntryKind.Return, LedgerAccount.Paid, LedgerAccount.Due);
        }

        private void Move(EntryKind kind, LedgerAccount from, LedgerAccount to)
        {
            Assert.Equal(Amount, _book[1, from].Total);
            _book.MoveAll(1, kind, from, to);
        }
    }
}
