using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.MyHome;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.MyHome;

public sealed class MyHomeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static int _serial;

    [Fact]
    public async Task My_own_cases_and_those_of_my_firms_are_mine_and_no_others()
    {
        var (me, colleague, stranger) = (await portal.AddPersonAsync("甲"), await portal.AddPersonAsync("乙"), await portal.AddPersonAsync("丙"));
        var firm = await AddFirmAsync("912102020000000072", me);
        var own = await AddCaseAsync(CaseState.UnderReview, me);
        var byColleague = await AddCaseAsync(CaseState.Approved, colleague, firm);
        await AddCaseAsync(CaseState.UnderReview, stranger);

        var home = await ShowAsync(me);

        Assert.Equal(new[] { own, byColleague }.Order(), home.Cases.Select(item => item.No).Order());
        Assert.Equal("一次性吸纳就业补贴", home.Cases[0].Measure);
        // The firm's case is the firm's: whoever does not act for it any more does not see it.
        Assert.Empty((await ShowAsync(colleague)).Cases);
    }

    [Fact]
    public async Task What_waits_for_me_is_told_apart()
    {
        var me = await portal.AddPersonAsync("丁");
        var firm = await AddFirmAsync("912102020000000085", me);
        await AddCaseAsync(CaseState.UnderReview, me);
        var correction = await AddCaseAsync(CaseState.CorrectionRequested, me);
        var refund = await AddCaseAsync(CaseState.AwaitingAccount, null, firm);

        Assert.Equal(new[] { correction, refund }.Order(), (await ShowAsync(me)).Tasks.Select(task => task.No!).Order());
    }

    [Fact]
    public async Task A_draft_is_offered_until_it_is_submitted()
    {
        var me = await portal.AddPersonAsync("戊");
        var open = new Draft { OwnerId = me.UserId, MeasureCode = "hiring-grant", ContentJson = "{}" };
        await using (var db = await portal.Databases.CreateDbContextAsync())
        {
            db.AddRange(open, new Draft { OwnerId = me.UserId, MeasureCode = "hiring-grant", ContentJson = "{}", CaseNo = "LN202011160000011" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(open.Id, Assert.Single((await ShowAsync(me)).Drafts).Id);
    }

    [Fact]
    public async Task Many_cases_come_page_by_page()
    {
        var me = await portal.AddPersonAsync("己");
        for (var i = 0; i <= ShowMyHome.PageSize; i++) await AddCaseAsync(CaseState.UnderReview, me);

        Assert.Equal((ShowMyHome.PageSize, 2), ((await ShowAsync(me)).Cases.Count, (await ShowAsync(me)).Pages));
        Assert.Single((await ShowAsync(me, 99)).Cases);
    }

    [Fact]
    public async Task An_empty_home_shows_the_way()
    {
        var page = await (await (await new ScriptlessBrowser(portal).SignedInAsync("graduate")).GetAsync("/home")).Content.ReadAsStringAsync();

        Assert.Contains("您还没有申请", page);
        Assert.Contains("href=\"/check\"", page);
    }

    private Task<MyHomeView> ShowAsync(Actor actor, int page = 1) => portal.Get<ShowMyHome>().HandleAsync(actor, page);

    private async Task<Guid> AddFirmAsync(string creditCode, Actor member)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var firm = new Firm { CreditCode = creditCode, Name = "测试企业", RegionCode = "210202" };
        firm.Members.Add(new FirmMembership { UserId = member.UserId });
        db.Add(firm);
        await db.SaveChangesAsync();
        return firm.Id;
    }

    private async Task<string> AddCaseAsync(CaseState state, Actor? applicant, Guid? firm = null)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = new Case
        {
            No = CaseNumber.Compose(new DateOnly(2020, 11, 16), Interlocked.Increment(ref _serial)),
            MeasureCode = "hiring-grant",
            ApplicantId = applicant?.UserId,
            FirmId = firm,
            ApplicantName = "测试",
            RegionCode = "210202",
            State = state,
            FactsJson = "{}",
            AssessmentJson = "{}",
            Entitlement = Money.Yuan(3000),
            SubmittedOn = new DateOnly(2020, 11, 16),
        };
        db.Add(record);
        await db.SaveChangesAsync();
        return record.No;
    }
}
