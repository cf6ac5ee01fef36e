using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Reference;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Support;

/// <summary>Submitted cases as an application leaves them: real assessment, number, history, claims and work item.</summary>
public static class TestCases
{
    public const string Zhongshan = "210202";
    public const string Heping = "210102";

    /// <summary>A graduate's own case in Shenyang: three months.</summary>
    public static Task<Case> FlexibleAsync(this PortalFactory portal, string contribution = "900.00", string region = Heping, int monthsAlreadyPaid = 0) =>
        portal.SubmitAsync("flexible-social-insurance", region, new()
        {
            ["personCategory"] = "graduate",
            ["leftSchoolOn"] = "2020-07-01",
            ["flexiblyEmployed"] = "true",
            ["contributionsPaid"] = "true",
            ["monthsClaimed"] = "3",
            ["monthsAlreadyPaid"] = monthsAlreadyPaid.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["monthlyContribution"] = contribution,
        }, "graduate", firmCode: null, claims: ["2020-09", "2020-10", "2020-11"]);

    /// <summary>A firm's case; in Dalian the amount a person is set, elsewhere it awaits the city's rule.</summary>
    public static Task<Case> HiringAsync(this PortalFactory portal, int hires = 3, bool relief = true, string region = Zhongshan) =>
        portal.SubmitAsync("hiring-grant", region, new()
        {
            ["hireCategory"] = "graduate",
            ["contractMonths"] = "12",
            ["socialInsurancePaid"] = "true",
            ["hires"] = hires.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["premiumReliefPeriod"] = relief ? "true" : "false",
        }, "hr", firmCode: "91210202000000001F", claims: ["once"]);

    /// <summary>A firm's training of 10,000 yuan by estimate, begun today: half at the start, a quarter halfway, the rest on acceptance.</summary>
    public static Task<Case> TrainingAsync(this PortalFactory portal, string estimate = "10000.00", string startedOn = "2020-11-16") =>
        portal.SubmitAsync("training-subsidy", Zhongshan, new() { ["estimatedAmount"] = estimate, ["startedOn"] = startedOn },
            "hr", firmCode: "91210202000000001F", claims: [ClaimPeriod.Training("DL-1")]);

    /// <summary>A graduate's own case in Shenyang of 800 yuan a month, six months of it in advance.</summary>
    public static Task<Case> VenueAsync(this PortalFactory portal, int months = 12, string[]? claims = null) =>
        portal.SubmitAsync("venue-subsidy", Heping, new()
        {
            ["personCategory"] = "graduate",
            ["monthlyRent"] = "800.00",
            ["monthsRequested"] = months.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["monthsAlreadyPaid"] = "0",
        }, "graduate", firmCode: null, claims: claims ?? ["once"]);

    /// <summary>A person's interest of 4,350 yuan, split 30/50/20 among centre, province and city.</summary>
    public static Task<Case> LoanAsync(this PortalFactory portal) =>
        portal.SubmitAsync("startup-loan-interest", Zhongshan, new()
        {
            ["unemployed"] = "true",
            ["vehicle"] = "night-economy",
            ["principal"] = "100000",
            ["annualRate"] = "0.0435",
            ["termMonths"] = "12",
        }, "graduate", firmCode: null, claims: ["once"]);

    /// <summary>A benefit of nine months, paid month by month.</summary>
    public static Task<Case> BenefitAsync(this PortalFactory portal) =>
        portal.SubmitAsync("unemployment-insurance", Zhongshan, new() { ["contributionYears"] = "3", ["involuntary"] = "true", ["registeredUnemployed"] = "true" },
            "graduate", firmCode: null, claims: ["once"]);

    private static async Task<Case> SubmitAsync(
        this PortalFactory portal, string measureCode, string region, Dictionary<string, string> texts, string account, string? firmCode, string[] claims)
    {
        var clock = portal.Get<BusinessClock>();
        var rules = await portal.Get<RulebookSource>().RulesAsync();
        var measure = portal.Get<MeasureCatalog>().Find(measureCode)!;
        var facts = FactSet.FromTexts(measure.Facts, texts);
        var assessment = measure.Assess(facts, measure.TermsFor(rules, region, clock.Today));

        await using var db = await portal.Databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var applicant = await db.Users.SingleAsync(user => user.UserName == account);
        var firm = firmCode is null ? null : await db.Firms.SingleAsync(f => f.CreditCode == firmCode);
        var record = new Case
        {
            No = (await CaseNumbers.TakeAsync(db, clock.Today, 1))[0],
            MeasureCode = measureCode,
            ApplicantId = applicant.Id,
            FirmId = firm?.Id,
            ApplicantName = firm?.Name ?? applicant.FullName,
            RegionCode = region,
            State = CaseState.Submitted,
            FactsJson = CaseJson.Write(facts),
            AssessmentJson = CaseJson.Write(assessment),
            AsOf = clock.Today,
            Entitlement = assessment.Amount,
            SubmittedAt = clock.Now,
            SubmittedOn = clock.Today,
            PromisedOn = PromisedTerm.From(clock.Today, 5, rules.Calendar),
            AccountHolder = applicant.FullName,
            Bank = "中国样例银行",
        };
        record.AddEvent(new Actor(applicant.Id, applicant.FullName, new HashSet<string> { Roles.Applicant }, null), clock, "提交申请");
        // Subjects of their own: these cases must not stand in each other's way.
        var subject = portal.Get<FieldVault>().Index(SealPurpose.ResidentId, record.No);
        record.Claims.AddRange(claims.Select(period => new BenefitClaim { MeasureCode = measureCode, Subject = subject, Period = period }));
        db.Add(record);
        db.OpenWork(clock, WorkKind.ReviewCase, record.No, $"{record.ApplicantName}：{measure.Name}", region, Roles.Reviewer, record.PromisedOn);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return record;
    }

    /// <summary>The case as the database has it now.</summary>
    public static async Task<Case> CaseAsync(this PortalFactory portal, string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Cases.AsNoTracking().AsSplitQuery()
            .Include(c => c.Events.OrderBy(e => e.Id)).Include(c => c.Instalments.OrderBy(part => part.Sequence)).Include(c => c.Claims)
            .SingleAsync(c => c.No == no);
    }

    public static async Task<IReadOnlyList<WorkItem>> OpenWorkAsync(this PortalFactory portal, string record)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.WorkItems.AsNoTracking().Where(item => item.Record == record && item.DoneAt == null).ToListAsync();
    }

    /// <summary>A place sets the amount of the hiring grant; a county's stands before the city's (R11).</summary>
    public static async Task SetAmountAsync(this PortalFactory portal, string place, string amount, string source = "test")
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new ParameterEntry
        {
            Key = HiringGrant.AmountPerPerson.Key,
            RegionCode = place,
            From = new DateOnly(2020, 11, 1),
            Value = amount,
            Status = "C",
            Source = source,
        });
        await db.SaveChangesAsync();
        portal.Get<RulebookSource>().Forget();
    }

    /// <summary>A colleague who is no demo account.</summary>
    public static Actor Staff(string place, params string[] roles) => new(Guid.CreateVersion7(), "测试同事", roles.ToHashSet(), place);
}
