using CsCheck;
using Portal.Domain.Ledger;
using Portal.Domain.Values;
using static Portal.Domain.Ledger.LedgerAccount;

namespace Portal.Tests.Domain.Ledger;

/// <summary>Whatever happens to the money of a case, in whatever order and however often, none is lost and none is made.</summary>
public sealed class CaseBalancesTests
{
    private static readonly (EntryKind Kind, LedgerAccount From, LedgerAccount To)[] Moves =
        [.. from kind in Enum.GetValues<EntryKind>() where kind != EntryKind.Commit from @from in Enum.GetValues<LedgerAccount>() from to in Enum.GetValues<LedgerAccount>()
            where EntryKinds.Allows(kind, @from, to) select (kind, @from, to)];

    private static readonly Gen<(int Sequence, int Move, double Share)[]> Happenings = Gen.Select(Gen.Int[1, 3], Gen.Int[0, Moves.Length - 1], Gen.Double.Unit).Array[0, 60];

    private static readonly Gen<SourceAmounts[]> Plans = Gen.Select(Gen.Long[0, 9_999_999], Gen.Long[0, 9_999_999], Gen.Long[1, 9_999_999])
        .Select((central, province, city) => new SourceAmounts(new Money(central), new Money(province), new Money(city))).Array[3];

    [Fact]
    public void Money_is_conserved_and_no_account_but_the_budget_is_ever_negative() => Gen.Select(Plans, Happenings).Sample((plan, happenings) =>
    {
        var (book, lines) = Played(plan, happenings);

        Assert.Equal(Money.Zero, Enum.GetValues<LedgerAccount>().Aggregate(Money.Zero, (sum, account) => sum + book.Balance(account)));
        foreach (var account in Enum.GetValues<LedgerAccount>().Where(account => account != Budget))
            for (var sequence = 1; sequence <= 3; sequence++)
                Assert.All(SourceAmounts.Sources, source => Assert.True(book[sequence, account][source] >= Money.Zero));
        Assert.All(lines, line => Assert.True(line.Amount > Money.Zero && line.Debit != line.Credit));
        var lapsed = lines.Where(line => line.Kind == EntryKind.Lapse).Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        Assert.Equal(plan.Aggregate(Money.Zero, (sum, part) => sum + part.Total) - lapsed, book.Granted);
    });

    [Fact]
    public void Every_budget_gets_back_or_pays_exactly_what_was_its_to_pay() => Gen.Select(Plans, Happenings).Sample((plan, happenings) =>
    {
        var (book, _) = Played(plan, happenings);

        for (var sequence = 1; sequence <= 3; sequence++)
        {
            var held = Enum.GetValues<LedgerAccount>().Where(account => account != Budget).Aggregate(default(SourceAmounts), (sum, account) => sum + book[sequence, account]);
            Assert.Equal(held, default(SourceAmounts) - book[sequence, Budget]);
        }
    });

    [Fact]
    public void The_balances_are_the_sums_of_the_lines_in_any_order() => Gen.Select(Plans, Happenings, Gen.Int[0, int.MaxValue]).Sample((plan, happenings, seed) =>
    {
        var (book, lines) = Played(plan, happenings);
        var shuffled = lines.ToArray();
        new Random(seed).Shuffle(shuffled);

        var read = new CaseBalances(shuffled);

        foreach (var account in Enum.GetValues<LedgerAccount>()) Assert.Equal(book.BySource(account), read.BySource(account));
    });

    [Fact]
    public void What_is_not_there_does_not_move()
    {
        var book = new CaseBalances([]);
        book.Commit(1, new SourceAmounts(new Money(30), new Money(50), new Money(20)));

        Assert.Throws<LedgerException>(() => book.Move(1, EntryKind.FallDue, Committed, Due, new Money(101)));
        Assert.Throws<LedgerException>(() => book.Move(1, EntryKind.Send, Due, InTransit, new Money(1)));
        Assert.Throws<LedgerException>(() => book.Move(1, EntryKind.Pay, Committed, Paid, new Money(1)));
    }

    private static (CaseBalances Book, List<LedgerLine> Lines) Played(SourceAmounts[] plan, (int Sequence, int Move, double Share)[] happenings)
    {
        var book = new CaseBalances([]);
        var lines = new List<LedgerLine>();
        for (var i = 0; i < plan.Length; i++) lines.AddRange(book.Commit(i + 1, plan[i]));
        foreach (var (sequence, index, share) in happenings)
        {
            var (kind, from, to) = Moves[index];
            lines.AddRange(book.Move(sequence, kind, from, to, new Money((long)(book[sequence, from].Total.Fen * share))));
        }

        return (book, lines);
    }
}
