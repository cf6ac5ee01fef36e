using CsCheck;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.MyHome;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.MyHome;

public sealed class MyMoneyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly DateOnly Today = new(2020, 11, 16);
    private static int _serial = 500;

    [Fact]
    public async Task What_was_paid_and_what_is_to_come_make_what_was_granted()
    {
        var me = await portal.AddPersonAsync("甲");
        await AddAsync(me, null, CaseState.Approved, (1000, Today.AddDays(-20), Today), (1500, Today.AddDays(30), null), (500, null, null));
        await AddAsync(me, null, CaseState.Settled, (700, Today, Today));

        var money = await portal.Get<ShowMyMoney>().HandleAsync(me, HomeScope.All);

        Assert.Equal((new Money(1700), new Money(2000), new Money(3700), true), (money.Received, money.Expected, money.Granted, money.Ties));
        Assert.Equal(
            [new(new Month(2020, 11), new Money(1700), Money.Zero), new(new Month(2020, 12), Money.Zero, new Money(1500)), new(null, Money.Zero, new Money(500))],
            money.Months);
        Assert.Equal([new Money(1500), new Money(500)], money.Parts.Take(2).Select(part => part.Amount));
    }

    [Fact]
    public void The_months_reconcile_whatever_the_instalments() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[-400, 400], Gen.Int[0, 2]).Array[1, 12].Sample(parts =>
        {
            var me = portal.AddPersonAsync("律").GetAwaiter().GetResult();
            AddAsync(me, null, CaseState.Approved, [.. parts.Select(part => ((long)part.Item1,
                part.Item3 == 0 ? (DateOnly?)null : Today.AddMonths(part.Item2 % 5), part.Item3 == 2 ? (DateOnly?)Today.AddMonths(part.Item2 % 5) : null))]).GetAwaiter().GetResult();

            var money = portal.Get<ShowMyMoney>().HandleAsync(me, HomeScope.All).GetAwaiter().GetResult();

            Assert.True(money.Ties);
            Assert.Equal(money.Granted.Fen, money.Months.Sum(month => (month.Received + month.Expected).Fen));
        }, iter: 15, threads: 1);

    [Fact]
    public async Task A_plan_that_does_not_make_the_entitlement_is_owned_up_to()
    {
        var me = await portal.AddPersonAsync("乙");
        await AddAsync(me, null, CaseState.Approved, entitlement: 999, (1000, Today, null));

        Assert.False((await portal.Get<ShowMyMoney>().HandleAsync(me, HomeScope.All)).Ties);
    }

    [Fact]
    public async Task What_is_to_be_paid_back_is_taken_off_what_was_paid()
    {
        var me = await portal.AddPersonAsync("戊");
        var no = await AddAsync(me, null, CaseState.Settled, entitlement: 1200, (3000, Today, Today));
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            (await db.Cases.Include(record => record.Instalments).SingleAsync(record => record.No == no)).Instalments[0].Claimed = new Money(1800);
            await db.SaveChangesAsync();
        }

        var money = await portal.Get<ShowMyMoney>().HandleAsync(me, HomeScope.All);

        Assert.Equal((new Money(3000), new Money(1800), new Money(1200), true), (money.Received, money.Claimed, money.Granted, money.Ties));
    }

    [Fact]
    public async Task One_looks_at_oneself_or_at_one_of_ones_own_firms()
    {
        var me = await portal.AddPersonAsync("丙");
        var (mine, foreign) = (await FirmAsync("912102020000000093", me), await FirmAsync("912102020000000106", null));
        var own = await AddAsync(me, null, CaseState.UnderReview);
        var ofFirm = await AddAsync(null, mine, CaseState.UnderReview);
        async Task<string[]> See(string? firm) => [.. (await portal.Get<ShowMyHome>().HandleAsync(me, 1, firm)).Cases.Select(item => item.No).Order()];

        Assert.Equal([own], await See(HomeScope.Own));
        Assert.Equal([ofFirm], await See(mine.ToString()));
        Assert.Equal(new[] { own, ofFirm }.Order(), await See(null));
        // A firm of others, or nonsense in the address, shows what one may see anyhow.
        Assert.Equal(new[] { own, ofFirm }.Order(), await See(foreign.ToString()));
        Assert.Equal(new[] { own, ofFirm }.Order(), await See("'--"));
    }

    [Fact]
    public async Task What_comes_next_goes_by_its_day_and_owns_up_to_what_is_overdue()
    {
        var me = await portal.AddPersonAsync("丁");
        var paying = await AddAsync(me, null, CaseState.Approved, (1000, Today.AddDays(3), null), (500, null, null));
        var late = await AddAsync(me, null, CaseState.UnderReview, promised: Today.AddDays(-1));
        var refused = await AddAsync(me, null, CaseState.Refused, decided: Today.AddDays(-10));
        await AddAsync(me, null, CaseState.Refused, decided: Today.AddDays(-61));
        await AddAsync(me, null, CaseState.Withdrawn, promised: Today);

        var steps = await portal.Get<ListComing>().HandleAsync(me, HomeScope.All);

        Assert.Equal([(late, true), (paying, false), (refused, false)], steps.Select(step => (step.CaseNo, step.IsOverdue)));
        Assert.Equal(Today.AddDays(50), steps[2].On);
    }

    private async Task<Guid> FirmAsync(string code, Actor? member)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var firm = new Firm { CreditCode = code, Name = "测试企业" + code[^2..], RegionCode = "210202" };
        if (member is not null) firm.Members.Add(new FirmMembership { UserId = member.UserId });
        db.Add(firm);
        await db.SaveChangesAsync();
        return firm.Id;
    }

    private Task<string> AddAsync(Actor? me, Guid? firm, CaseState state, params (long Fen, DateOnly? Due, DateOnly? Paid)[] parts) =>
        AddAsync(me, firm, state, parts.Sum(part => part.Fen), parts);

    private Task<string> AddAsync(Actor? me, Guid? firm, CaseState state, long entitlement, params (long Fen, DateOnly? Due, DateOnly? Paid)[] parts) =>
        SaveAsync(me, firm, state, entitlement, null, null, parts);

    private Task<string> AddAsync(Actor? me, Guid? firm, CaseState state, DateOnly? promised = null, DateOnly? decided = null) =>
        SaveAsync(me, firm, state, 3000, promised, decided, []);

    private async Task<string> SaveAsync(
        Actor? me, Guid? firm, CaseState state, long entitlement, DateOnly? promised, DateOnly? decided, (long Fen, DateOnly? Due, DateOnly? Paid)[] parts)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = new Case
        {
            No = CaseNumber.Compose(Today, Interlocked.Increment(ref _serial)),
            MeasureCode = "hiring-grant",
            ApplicantId = me?.UserId,
            FirmId = firm,
            ApplicantName = "测试",
            RegionCode = "210202",
            State = state,
            FactsJson = "{}",
            AssessmentJson = "{}",
            Entitlement = new Money(entitlement),
            SubmittedOn = Today,
            PromisedOn = promised,
            DecidedOn = decided,
        };
        record.Instalments.AddRange(parts.Select((part, i) => new PaymentInstalment
        {
            Sequence = i + 1,
            Trigger = "approval",
            Amount = new Money(part.Fen),
            State = part.Paid is not null ? InstalmentState.Paid : part.Due is not null ? InstalmentState.Due : InstalmentState.Waiting,
            DueOn = part.Due,
            PaidOn = part.Paid,
        }));
        db.Add(record);
        await db.SaveChangesAsync();
        return record.No;
    }
}
