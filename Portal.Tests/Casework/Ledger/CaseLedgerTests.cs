using Microsoft.EntityFrameworkCore;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Desk.Review;
using Portal.Features.Finance.Payments;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Ledger;

/// <summary>From the decision to the last payment the ledger says where the money stands.</summary>
public sealed class CaseLedgerTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly DateOnly Today = new(2020, 11, 16);

    [Fact]
    public async Task Half_is_an_advance_until_contributions_resume()
    {
        var record = await GrantedAsync();
        Assert.Equal("Committed 3750.00, Due 3750.00", await BalancesAsync(record));

        await PayAsync(record.No, 0);
        Assert.Equal("Committed 3750.00, Advanced 3750.00", await BalancesAsync(record));

        await ResumeAsync(record.No);
        Assert.Equal("Due 3750.00, Paid 3750.00", await BalancesAsync(record));

        await PayAsync(record.No, 1);
        Assert.Equal("Paid 7500.00", await BalancesAsync(record));
        Assert.Equal(CaseState.Settled, (await portal.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task What_is_paid_late_is_no_advance_any_more()
    {
        var record = await GrantedAsync();

        await ResumeAsync(record.No);
        await PayAsync(record.No, 0);

        Assert.Equal("Due 3750.00, Paid 3750.00", await BalancesAsync(record));
    }

    [Fact]
    public async Task An_instalment_goes_to_the_bank_comes_back_and_is_paid_in_the_end()
    {
        var record = await GrantedAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        await DoAsync(record.No, (money, part) => Send(money, part, first));
        Assert.Equal("Committed 3750.00, InTransit 3750.00", await BalancesAsync(record));
        await DoAsync(record.No, (money, part) => money.Refuse(part, first, "账号户名不符"));
        Assert.Equal("Committed 3750.00, Due 3750.00", await BalancesAsync(record));
        Assert.Equal("账号户名不符", (await portal.CaseAsync(record.No)).Instalments[0].Refusal);

        await DoAsync(record.No, (money, part) => Send(money, part, second));
        await DoAsync(record.No, (money, part) => money.Pay(part, second, Today, "B-1"));
        Assert.Equal("Committed 3750.00, Advanced 3750.00", await BalancesAsync(record));
        await DoAsync(record.No, (money, part) => money.Return(part, second, "账户已销户"));
        Assert.Equal("Committed 3750.00, Due 3750.00", await BalancesAsync(record));
        Assert.Equal((InstalmentState.Due, null, "账户已销户"), Read((await portal.CaseAsync(record.No)).Instalments[0]));
    }

    [Fact]
    public async Task The_same_occasion_moves_money_once()
    {
        var record = await GrantedAsync();
        var line = Guid.NewGuid();
        await DoAsync(record.No, (money, part) => Send(money, part, line));
        await DoAsync(record.No, (money, part) => money.Refuse(part, line, "超时"));

        await Assert.ThrowsAsync<DbUpdateException>(() => DoAsync(record.No, (money, part) => Send(money, part, line)));

        Assert.Equal("Committed 3750.00, Due 3750.00", await BalancesAsync(record));
        Assert.Equal(InstalmentState.Due, (await portal.CaseAsync(record.No)).Instalments[0].State);
    }

    [Fact]
    public async Task What_the_state_does_not_allow_moves_no_money()
    {
        var record = await GrantedAsync();

        await Assert.ThrowsAsync<LedgerException>(() => DoAsync(record.No, (money, part) => money.Refuse(part, Guid.NewGuid(), "超时")));
        await Assert.ThrowsAsync<LedgerException>(() => DoAsync(record.No, (money, part) => money.Return(part, Guid.NewGuid(), "销户")));
        await Assert.ThrowsAsync<LedgerException>(() => DoAsync(record.No, (money, part) => money.FallDue(part, Today)));

        Assert.Equal("Committed 3750.00, Due 3750.00", await BalancesAsync(record));
    }

    private static (InstalmentState State, DateOnly? PaidOn, string? Refusal) Read(PaymentInstalment part) => (part.State, part.PaidOn, part.Refusal);

    private static void Send(CaseLedger money, PaymentInstalment part, Guid line)
    {
        CaseLedger.Batch(part);
        money.Send(part, line);
    }

    private async Task<Case> GrantedAsync()
    {
        var no = (await portal.HiringAsync(hires: 3, relief: true)).No;
        async Task<CaseRef> Seen() => new(no, (await portal.CaseAsync(no)).Version);
        await portal.Get<AssignCase>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(await portal.ActorAsync("reviewer"), await Seen(), null);
        Assert.IsType<StepResult.Done>(await portal.Get<DecideCase>().HandleAsync(await portal.ActorAsync("approver"), await Seen(), CaseAction.Approve, null));
        return await portal.CaseAsync(no);
    }

    private async Task PayAsync(string no, int index)
    {
        var record = await portal.CaseAsync(no);
        Assert.IsType<StepResult.Done>(await portal.Get<RecordPayment>().HandleAsync(
            await portal.ActorAsync("finance"), new PaymentMade(no, record.Version, record.Instalments[index].Id, "PZ-1", "2020-11-16")));
    }

    private async Task ResumeAsync(string no) => Assert.IsType<StepResult.Done>(await portal.Get<RecordMilestone>().HandleAsync(
        await portal.ActorAsync("finance"), no, (await portal.CaseAsync(no)).Version, Trigger.ContributionsResume, "2020-11-16"));

    private async Task DoAsync(string no, Action<CaseLedger, PaymentInstalment> act)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = await db.Cases.Include(c => c.Instalments.OrderBy(part => part.Sequence)).SingleAsync(c => c.No == no);
        act(await CaseLedger.OpenAsync(db, record, portal.Get<BusinessClock>(), null, default), record.Instalments[0]);
        await db.SaveChangesAsync();
    }

    private async Task<string> BalancesAsync(Case record)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.CaseId == record.Id).ToListAsync();
        var book = new CaseBalances(entries.Select(entry => entry.Line));
        return string.Join(", ", Enum.GetValues<LedgerAccount>().Where(account => account != LedgerAccount.Budget && book.Balance(account) != Money.Zero)
            .Select(account => $"{account} {book.Balance(account)}"));
    }
}
