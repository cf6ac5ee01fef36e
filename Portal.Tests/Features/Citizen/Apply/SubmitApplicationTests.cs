using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Apply;

public sealed class SubmitApplicationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly ApplyScene _scene = new(portal);

    [Fact]
    public async Task A_flexible_worker_gets_a_case_with_amount_months_papers_and_a_promised_date()
    {
        var graduate = await portal.AddApplicantAsync("李一");

        var record = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(graduate, "flexible-social-insurance", ApplyScene.Flexible())));

        Assert.Equal(new Money(199_998), record.Entitlement);
        Assert.Equal(CaseState.Submitted, record.State);
        Assert.Equal(new DateOnly(2020, 11, 23), record.PromisedOn);
        Assert.Equal(["2020-08", "2020-09", "2020-10"], record.Claims.Select(claim => claim.Period).Order());
        Assert.Equal(3, record.Attachments.Count);
        Assert.All(record.Attachments, file => Assert.Null(file.DraftId));
        Assert.Equal("***************0000", record.Account!.Masked);
        Assert.Equal("提交申请（2020年8月至2020年10月）", Assert.Single(record.Events).What);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var work = await db.WorkItems.SingleAsync(item => item.Record == record.No);
        Assert.Equal((WorkKind.ReviewCase, Roles.Reviewer, record.PromisedOn), (work.Kind, work.Role, work.DueOn));
    }

    [Fact]
    public async Task A_firm_gets_a_hiring_grant_for_those_who_qualify_in_two_instalments()
    {
        var content = ApplyScene.Hiring(
            ApplyScene.GraduateHire("210102199203074252"), ApplyScene.GraduateHire("210102199203074260"), ApplyScene.GraduateHire("210102199203074279", "11"));

        var record = await _scene.CaseAsync(ApplyScene.Submitted(
            await _scene.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", content, await _scene.FirmAsync())));

        Assert.Equal(Money.Yuan(5000), record.Entitlement);
        Assert.Equal([true, true, false], record.People.OrderBy(person => person.Sequence).Select(person => person.IsEligible));
        Assert.Contains("1年以上", record.People.Single(person => !person.IsEligible).Reason, StringComparison.Ordinal);
        Assert.Equal(2, record.Claims.Count);
        Assert.All(record.Claims, claim => Assert.Equal(ClaimPeriod.Once, claim.Period));
        var steps = Portal.Data.Cases.CaseJson.ReadAssessment(record.AssessmentJson).Instalments;
        Assert.Equal([Money.Yuan(2500), Money.Yuan(2500)], steps.Select(step => step.Amount));
        Assert.Equal("*************9991", record.Account!.Masked);
    }

    [Fact]
    public async Task A_larger_firm_applies_for_its_refund_once_a_year()
    {
        var hr = await portal.ActorAsync("hr");
        var firm = await _scene.FirmAsync();

        var record = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(hr, "stabilization-refund", ApplyScene.Refund(), firm)));

        Assert.Equal(new Money(8_888_888), record.Entitlement);
        var claim = Assert.Single(record.Claims);
        Assert.Equal(("91210202000000001F", "2020"), (claim.Subject, claim.Period));
        var again = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(hr, "stabilization-refund", ApplyScene.Refund(), firm)));
        Assert.Contains("2020年度", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_founder_applies_for_the_interest_of_a_loan_once_a_year()
    {
        var founder = await portal.ActorAsync("graduate");

        var record = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(founder, "startup-loan-interest", ApplyScene.Loan())));

        Assert.Equal(Money.Yuan(4350), record.Entitlement);
        Assert.Equal("2020", Assert.Single(record.Claims).Period);
        var again = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(founder, "startup-loan-interest", ApplyScene.Loan("50000"))));
        Assert.Contains("2020年度", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relief_is_given_once_and_its_amount_may_wait_for_the_citys_rule()
    {
        var person = await portal.ActorAsync("graduate");

        var record = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(person, "temporary-relief", ApplyScene.Relief())));

        Assert.Null(record.Entitlement);
        var again = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(person, "temporary-relief", ApplyScene.Relief())));
        Assert.Contains("每人只能享受一次", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_finds_the_first_case()
    {
        var graduate = await portal.AddApplicantAsync("李二");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        var version = await _scene.FillAsync(graduate, draft, ApplyScene.Flexible());

        var results = await Task.WhenAll(
            Task.Run(() => _scene.SubmitAsync(graduate, draft.Id, version)), Task.Run(() => _scene.SubmitAsync(graduate, draft.Id, version)));
        var later = ApplyScene.Submitted(await _scene.SubmitAsync(graduate, draft.Id, version));

        Assert.All(results, result => Assert.Equal(later, ApplyScene.Submitted(result)));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.Cases.CountAsync(record => record.DraftId == draft.Id));
    }

    [Fact]
    public async Task A_page_that_was_overtaken_by_another_tab_does_not_submit()
    {
        var graduate = await portal.ActorAsync("graduate");
        var draft = await _scene.StartAsync(graduate, "flexible-social-insurance");
        var version = await _scene.FillAsync(graduate, draft, ApplyScene.Flexible("2020-06"));
        await portal.Get<SaveDraft>().HandleAsync(graduate, draft.Id, ApplyScene.Flexible("2020-07"), version);

        Assert.IsType<SubmitResult.Stale>(await _scene.SubmitAsync(graduate, draft.Id, version));
    }

    [Fact]
    public async Task Somebody_elses_draft_is_not_there()
    {
        var draft = await _scene.StartAsync(await portal.ActorAsync("graduate"), "flexible-social-insurance");
        var hr = await portal.ActorAsync("hr");

        Assert.IsType<SubmitResult.NotFound>(await _scene.SubmitAsync(hr, draft.Id, draft.Version));
        Assert.Null(await portal.Get<OpenDraft>().HandleAsync(hr, draft.Id));
        Assert.IsType<SaveDraftResult.NotFound>(await portal.Get<SaveDraft>().HandleAsync(hr, draft.Id, new DraftContent(), draft.Version));
        Assert.False(await portal.Get<DiscardDraft>().HandleAsync(hr, draft.Id));
        Assert.IsType<AttachFileResult.NotFound>(await portal.Get<AttachFile>().HandleAsync(hr, draft.Id, draft.Version, "身份证", "a.pdf", ApplyScene.Pdf));
    }

    [Fact]
    public async Task Who_does_not_act_for_a_firm_cannot_apply_for_it()
    {
        var graduate = await portal.ActorAsync("graduate");

        Assert.IsType<StartDraftResult.NotAllowed>(await portal.Get<StartDraft>().HandleAsync(graduate, ["hiring-grant"], await _scene.FirmAsync()));
    }

    [Fact]
    public async Task Who_has_left_the_firm_loses_the_draft()
    {
        var hr = await portal.ActorAsync("hr");
        var firm = await _scene.FirmAsync("912112238DHXT2N823");
        var draft = await _scene.StartAsync(hr, "hiring-grant", firm);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var membership = await db.FirmMemberships.SingleAsync(member => member.FirmId == firm && member.UserId == hr.UserId);
        db.Remove(membership);
        await db.SaveChangesAsync();

        Assert.IsType<SubmitResult.NotFound>(await _scene.SubmitAsync(hr, draft.Id, draft.Version));

        db.Add(new FirmMembership { FirmId = firm, UserId = hr.UserId });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_hire_granted_before_and_a_hire_named_twice_are_told_by_row()
    {
        var hr = await portal.ActorAsync("hr");
        var firm = await _scene.FirmAsync();
        const string granted = "210102199203074287";
        ApplyScene.Submitted(await _scene.ApplyAsync(hr, "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire(granted)), firm));

        var errors = ApplyScene.Rejected(await _scene.ApplyAsync(hr, "hiring-grant", ApplyScene.Hiring(
            ApplyScene.GraduateHire("210102199203074308"), ApplyScene.GraduateHire(granted), ApplyScene.GraduateHire("210102199203074308")), firm));

        Assert.Equal(["person-3-id", "person-2-id"], errors.Select(error => error.FieldId));
        Assert.Contains("第3人和第1人", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("第2人已经申请或领取过", errors[1].Message, StringComparison.Ordinal);
        Assert.All(errors, error => Assert.DoesNotContain("199203", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_case_that_stands_against_an_application_is_named_to_its_own_firm_alone()
    {
        var hr = await portal.ActorAsync("hr");
        const string granted = "210102199203074324";
        var held = ApplyScene.Submitted(await _scene.ApplyAsync(hr, "hiring-grant", ApplyScene.Hiring(ApplyScene.GraduateHire(granted)), await _scene.FirmAsync()));
        var content = ApplyScene.Hiring(ApplyScene.GraduateHire(granted));
        (content.UsesFirmAccount, content.Bank, content.Account) = (false, "样例银行", "62000000000000003");

        var own = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(hr, "hiring-grant", content, await _scene.FirmAsync())));
        var others = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(hr, "hiring-grant", content, await _scene.FirmAsync("912112238DHXT2N823"))));

        Assert.Contains(held, own.Message, StringComparison.Ordinal);
        Assert.Contains("第1人已经申请或领取过一次性吸纳就业补贴，每人只能享受一次", others.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LN", others.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clearing_code_of_a_firm_s_bank_is_kept_when_it_has_the_form_and_may_be_left_out()
    {
        var (hr, firm) = (await portal.ActorAsync("hr"), await _scene.FirmAsync());
        var content = ApplyScene.Hiring(ApplyScene.GraduateHire("210102199203074527"));
        (content.UsesFirmAccount, content.Bank, content.Account, content.BankCode) = (false, "样例银行", "62000000000000003", "12345");
        var wrong = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(hr, "hiring-grant", content, firm)));
        Assert.Equal(("bank-code", BankCode.Explanation), (wrong.FieldId, wrong.Message));

        content.BankCode = "1022 2200 0017";
        var kept = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(hr, "hiring-grant", content, firm)));

        Assert.Equal("102222000017", kept.BankCode);
    }

    [Fact]
    public async Task A_benefit_that_may_not_be_combined_is_told_with_the_reason()
    {
        var graduate = await portal.AddApplicantAsync("李三");
        var paid = await _scene.CaseAsync(ApplyScene.Submitted(await _scene.ApplyAsync(graduate, "flexible-social-insurance", ApplyScene.Flexible("2020-10", "1"))));
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Add(new Portal.Data.Cases.BenefitClaim { CaseId = paid.Id, MeasureCode = "public-post-subsidy", Subject = paid.Claims[0].Subject, Period = "2020-11" });
        await db.SaveChangesAsync();

        var found = await Portal.Casework.Cases.HeldBenefits.DoubleBenefitsAsync(
            db, [new ClaimedBenefit("post-subsidy", paid.Claims[0].Subject, ClaimSpan.Read("2020-11", paid.AsOf), null)], default);

        var reason = Assert.Single(DoubleBenefits.Explain(found, portal.Get<Portal.Domain.Measures.MeasureCatalog>().NameOf));
        Assert.Equal(paid.No, reason.CaseNo);
        Assert.Contains("不能同时享受，只能选一项", reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_check_digits_and_gaps_are_all_told_at_once()
    {
        var hr = await portal.ActorAsync("hr");
        var draft = await _scene.StartAsync(hr, "hiring-grant", await _scene.FirmAsync());
        var content = new DraftContent { Account = "12", Measures = { new MeasureAnswers { Code = "hiring-grant", People = { ApplyScene.GraduateHire("210102199203074259") } } } };
        var saved = Assert.IsType<SaveDraftResult.Saved>(await portal.Get<SaveDraft>().HandleAsync(hr, draft.Id, content, draft.Version));

        var errors = ApplyScene.Rejected(await _scene.SubmitAsync(hr, draft.Id, saved.Version));

        Assert.Equal(
            ["place", "fact-premiumReliefPeriod", "person-1-id", "bank", "account", "material-1", "material-2", "material-3"],
            errors.Select(error => error.FieldId));
        Assert.Contains("校验码", errors[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_already_claimed_is_named()
    {
        var graduate = await portal.AddApplicantAsync("李四");
        ApplyScene.Submitted(await _scene.ApplyAsync(graduate, "flexible-social-insurance", ApplyScene.Flexible("2020-08", "2")));

        var error = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(graduate, "flexible-social-insurance", ApplyScene.Flexible("2020-09", "2"))));

        Assert.Contains("2020年9月已经申请过", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_qualify_may_not_submit_and_is_told_so()
    {
        var content = ApplyScene.Flexible();
        content.Measures[0].Answers["leftSchoolOn"] = "2018-11-15";

        var error = Assert.Single(ApplyScene.Rejected(await _scene.ApplyAsync(await portal.ActorAsync("graduate"), "flexible-social-insurance", content)));

        Assert.Contains("暂不符合条件", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_the_city_has_not_set_does_not_hold_up_the_application()
    {
        var content = ApplyScene.Hiring(ApplyScene.GraduateHire("210102199203074316"));
        content.Place = "210102";

        var record = await _scene.CaseAsync(ApplyScene.Submitted(
            await _scene.ApplyAsync(await portal.ActorAsync("hr"), "hiring-grant", content, await _scene.FirmAsync())));

        Assert.Null(record.Entitlement);
        Assert.Single(record.Claims);
    }
}
