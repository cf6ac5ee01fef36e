using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Cases;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Privacy;
using Portal.Forms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>What an applicant does at the form, without the form.</summary>
internal sealed class ApplyScene(PortalFactory portal)
{
    public const string Dalian = "210202";
    public const string ValidCard = "6222020000000000000";
    public static readonly byte[] Pdf = "%PDF-1.7 a paper"u8.ToArray();

    public Task<OpenedDraft> StartAsync(Actor actor, string measure, Guid? firm = null) => StartAsync(actor, [measure], firm);

    public async Task<OpenedDraft> StartAsync(Actor actor, string[] measures, Guid? firm = null)
    {
        await ConsentAsync(actor);
        var started = Assert.IsType<StartDraftResult.Started>(await portal.Get<StartDraft>().HandleAsync(actor, measures, firm));
        return (await portal.Get<OpenDraft>().HandleAsync(actor, started.DraftId))!;
    }

    public async Task ConsentAsync(Actor actor) => Assert.IsType<ConsentAnswer.Given>(await portal.Get<GiveConsent>().HandleAsync(actor, ConsentForm.ToAll()));

    public async Task<Guid> FirmAsync(string creditCode = "91210202000000001F")
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Firms.Where(firm => firm.CreditCode == creditCode).Select(firm => firm.Id).SingleAsync();
    }

    /// <summary>Saves the content and attaches every paper.</summary>
    /// <returns>The version to submit.</returns>
    public async Task<Guid> FillAsync(Actor actor, OpenedDraft draft, DraftContent content)
    {
        var version = Assert.IsType<SaveDraftResult.Saved>(await portal.Get<SaveDraft>().HandleAsync(actor, draft.Id, content, draft.Version)).Version;
        foreach (var material in draft.Measures.SelectMany(measure => measure.Materials).Distinct())
        {
            var attached = await portal.Get<AttachFile>().HandleAsync(actor, draft.Id, version, material, material + ".pdf", Pdf);
            version = Assert.IsType<AttachFileResult.Attached>(attached).Version;
        }

        return version;
    }

    public Task<SubmitResult> SubmitAsync(Actor actor, Guid draft, Guid version) => portal.Get<SubmitApplication>().HandleAsync(actor, draft, version);

    public async Task<SubmitResult> ApplyAsync(Actor actor, string measure, DraftContent content, Guid? firm = null)
    {
        var draft = await StartAsync(actor, measure, firm);
        return await SubmitAsync(actor, draft.Id, await FillAsync(actor, draft, content));
    }

    public async Task<Case> CaseAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Cases.AsSplitQuery().Include(c => c.Claims).Include(c => c.People).Include(c => c.Events).Include(c => c.Attachments)
            .SingleAsync(c => c.No == no);
    }

    public static DraftContent Flexible(string firstMonth = "2020-08", string months = "3") => new()
    {
        Place = Dalian,
        Bank = "样例银行大连分行",
        Account = ValidCard,
        Measures =
        {
            new MeasureAnswers
            {
                Code = "flexible-social-insurance",
                FirstMonth = firstMonth,
                Answers =
                {
                    ["personCategory"] = "graduate",
                    ["leftSchoolOn"] = "2020-06-30",
                    ["flexiblyEmployed"] = "true",
                    ["contributionsPaid"] = "true",
                    ["monthsClaimed"] = months,
                    ["monthsAlreadyPaid"] = "0",
                    ["monthlyContribution"] = "1000",
                },
            },
        },
    };

    public static DraftContent Loan(string principal = "100000") => new()
    {
        Place = Dalian,
        Bank = "样例银行大连分行",
        Account = ValidCard,
        Measures =
        {
            new MeasureAnswers
            {
                Code = "startup-loan-interest",
                Answers =
                {
                    ["unemployed"] = "true",
                    ["vehicle"] = "night-economy",
                    ["principal"] = principal,
                    ["annualRate"] = "4.35",
                    ["termMonths"] = "12",
                },
            },
        },
    };

    public static DraftContent Relief() => new()
    {
        Place = Dalian,
        Bank = "样例银行大连分行",
        Account = ValidCard,
        Measures =
        {
            new MeasureAnswers
            {
                Code = "temporary-relief",
                Answers =
                {
                    ["unableToReturnToWork"] = "true",
                    ["monthsWithoutIncome"] = "3",
                    ["inHardship"] = "true",
                    ["coveredByUnemploymentInsurance"] = "false",
                    ["receivesMinimumLivingAllowance"] = "false",
                    ["habitualResident"] = "true",
                    ["reliefAlreadyReceived"] = "false",
                },
            },
        },
    };

    public static DraftContent Hiring(params PersonEntry[] people) =>
        ForFirm(new MeasureAnswers { Code = "hiring-grant", Answers = { ["premiumReliefPeriod"] = "true" }, People = [.. people] });

    public static DraftContent ForFirm(MeasureAnswers answers) => new() { Place = Dalian, UsesFirmAccount = true, Measures = { answers } };

    public static PersonEntry GraduateHire(string id = "210102199901010002", string contractMonths = "12") => new()
    {
        Name = "张三",
        ResidentId = id,
        Answers = { ["hireCategory"] = "graduate", ["contractMonths"] = contractMonths, ["socialInsurancePaid"] = "true" },
    };

    public static DraftContent Refund() => new()
    {
        Place = Dalian,
        UsesFirmAccount = true,
        Measures =
        {
            new MeasureAnswers
            {
                Code = "stabilization-refund",
                Answers =
                {
                    ["insuredHeadcount"] = "120",
                    ["enterpriseSize"] = "medium",
                    ["premiumsPaidLastYear"] = "88888.88",
                    ["premiumMonthsPaid"] = "12",
                    ["layoffRate"] = "3",
                    ["seriousDishonesty"] = "false",
                    ["zombieEnterprise"] = "false",
                },
            },
        },
    };

    public static IReadOnlyList<FormError> Rejected(SubmitResult result) => Assert.IsType<SubmitResult.Rejected>(result).Errors;

    public static string Submitted(SubmitResult result)
    {
        if (result is SubmitResult.Rejected rejected) Assert.Fail(string.Join('\n', rejected.Errors.Select(error => error.Message)));
        return Assert.IsType<SubmitResult.Submitted>(result).CaseNo;
    }
}
