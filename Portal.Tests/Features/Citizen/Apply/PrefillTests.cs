using Microsoft.EntityFrameworkCore;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>What the portal knows is not asked again, and says where it comes from.</summary>
public sealed class PrefillTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task A_second_application_shows_what_the_first_one_said_and_which_it_was()
    {
        var person = await portal.AddApplicantAsync("周一");
        var first = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));

        var draft = await _scene.StartAsync(person, "venue-subsidy");

        var typed = Assert.Single(draft.Content.Measures);
        Assert.Equal("graduate", typed.Answers["personCategory"]);
        Assert.Equal($"来自您2020年11月16日的申请 {first}", typed.Sources["personCategory"]);
        Assert.Equal((ApplyScene.Dalian, typed.Sources["personCategory"]), (draft.Content.Place, draft.Content.Sources[PlaceField.FieldId]));
        Assert.DoesNotContain("monthlyRent", typed.Answers);
        Assert.EndsWith("0000", draft.KnownAccount!.Masked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_measure_again_fills_in_all_but_declarations_of_the_moment()
    {
        var person = await portal.AddApplicantAsync("周二");
        await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible());

        var typed = (await _scene.StartAsync(person, "flexible-social-insurance")).Content.Measures[0];

        Assert.Equal(["leftSchoolOn", "monthlyContribution", "monthsAlreadyPaid", "personCategory"], typed.Answers.Keys.Order());
        Assert.Equal(typed.Answers.Keys.Order(), typed.Sources.Keys.Order());
    }

    [Fact]
    public async Task An_earlier_account_is_used_again_without_being_typed_or_shown()
    {
        var person = await portal.AddApplicantAsync("周三");
        var first = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible("2020-06", "2"))));
        var draft = await _scene.StartAsync(person, "startup-loan-interest");
        var content = draft.Content;
        foreach (var (name, text) in ApplyScene.Loan().Measures[0].Answers) content.Measures[0].Answers[name] = text;

        var second = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.SubmitAsync(person, draft.Id, await _scene.FillAsync(person, draft, content))));

        Assert.Equal((first.Account!.Index, first.Bank), (second.Account!.Index, second.Bank));
        Assert.Equal(("", ""), (content.Account, content.Bank));
    }

    [Fact]
    public async Task Somebody_elses_application_fills_in_nothing()
    {
        await _scene.ApplyAsync(await portal.AddApplicantAsync("周四"), "flexible-social-insurance", ApplyScene.Flexible());

        var draft = await _scene.StartAsync(await portal.AddApplicantAsync("周五"), "venue-subsidy");

        Assert.Equal(["monthsAlreadyPaid"], draft.Content.Measures[0].Answers.Keys);
        Assert.Null(draft.KnownAccount);
        Assert.Equal("", draft.Content.Place);
    }

    [Fact]
    public async Task A_withdrawn_application_fills_in_nothing()
    {
        var person = await portal.AddApplicantAsync("周六");
        var no = ApplyScene.Submitted(await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible()));
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Cases.Where(record => record.No == no).ExecuteUpdateAsync(set => set.SetProperty(record => record.State, CaseState.Withdrawn));

        Assert.DoesNotContain("personCategory", (await _scene.StartAsync(person, "venue-subsidy")).Content.Measures[0].Answers);
    }

    [Theory]
    [InlineData(RunState.Published, true)]
    [InlineData(RunState.Screened, false)]
    public async Task A_firm_finds_what_the_public_list_says_of_it_but_declares_its_honesty_itself(RunState state, bool isKnown)
    {
        var (hr, firm) = (await portal.ActorAsync("hr"), await _scene.FirmAsync());
        var run = await AddRosterAsync(state);

        var typed = (await _scene.StartAsync(hr, "stabilization-refund", firm)).Content.Measures[0];

        Assert.Equal(isKnown, typed.Answers.ContainsKey("insuredHeadcount"));
        if (isKnown) Assert.Equal(("12", "5", "来自2020年免申即享名单"), (typed.Answers["insuredHeadcount"], typed.Answers["layoffRate"], typed.Sources["layoffRate"]));
        Assert.DoesNotContain("seriousDishonesty", typed.Answers);
        await using var db = await portal.Databases.CreateDbContextAsync();
        await db.ScreeningRuns.Where(stored => stored.Id == run).ExecuteDeleteAsync();
    }

    [Fact]
    public async Task Answers_of_a_moment_ago_are_the_newest_word_declarations_among_them()
    {
        var person = await portal.AddApplicantAsync("周日");
        await _scene.ApplyAsync(person, "flexible-social-insurance", ApplyScene.Flexible());
        var facts = FactSet.Empty(new FlexibleSocialInsurance().Facts).With(FlexibleSocialInsurance.PersonCategory, "hardship").With(FlexibleSocialInsurance.ContributionsPaid, true);
        var carried = new CarriedAnswers("210102", new Dictionary<string, FactSet> { ["flexible-social-insurance"] = facts });

        var started = Assert.IsType<StartDraftResult.Started>(await portal.Get<StartDraft>().HandleAsync(person, ["flexible-social-insurance"], null, carried));

        var content = (await portal.Get<OpenDraft>().HandleAsync(person, started.DraftId))!.Content;
        Assert.Equal(("hardship", "true", "210102"), (content.Measures[0].Answers["personCategory"], content.Measures[0].Answers["contributionsPaid"], content.Place));
        Assert.Equal(CarriedAnswers.Source, content.Measures[0].Sources["personCategory"]);
    }

    private async Task<Guid> AddRosterAsync(RunState state)
    {
        var clock = portal.Get<BusinessClock>();
        var facts = FactSet.Empty(new StabilizationRefund().Facts).With(StabilizationRefund.InsuredHeadcount, 12)
            .With(StabilizationRefund.LayoffRate, Rate.Of(5, 100)).With(StabilizationRefund.SeriousDishonesty, false);
        var run = new ScreeningRun
        {
            FileName = "roster.csv",
            Sha256 = Guid.NewGuid().ToString("N"),
            RegionCode = "210000",
            AsOf = clock.Today,
            State = state,
            UploadedByName = "经办",
            UploadedAt = clock.Now,
        };
        run.Rows.Add(new ScreeningRow
        {
            Number = 1,
            CreditCode = "91210202000000001F",
            Name = "大连示例软件有限公司",
            RegionCode = "210202",
            Size = "小型",
            Outcome = RowOutcome.Automatic,
            Reason = "",
            FactsJson = CaseJson.Write(facts),
            AccountHolder = "",
            Bank = "",
            AccountCipher = "",
            AccountMasked = "",
        });
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(run);
        db.Add(new ScreenedFirm { RunId = run.Id, CreditCode = "91210202000000001F", Number = 1, Outcome = RowOutcome.Automatic });
        await db.SaveChangesAsync();
        return run.Id;
    }
}
