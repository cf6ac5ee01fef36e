using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Values;
using Portal.Features.Desk.Review;
using Portal.Features.Desk.Review.People;
using Portal.Tests.Casework.Decisions;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Desk.Review.People;

/// <summary>What staff verified stands beside what was said, and the case is decided by it.</summary>
public sealed class VerifyTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly PeopleScene _scene = new(portal);

    [Fact]
    public async Task A_person_whose_contract_is_shorter_than_was_said_is_not_paid_for()
    {
        var record = await _scene.UnderReviewAsync(3000, 12, 12);
        Assert.Equal("note", Assert.Single(Assert.IsType<StepResult.Invalid>(await _scene.VerifyAsync(record.No, 1, "6", null)).Errors).FieldId);

        Assert.IsType<StepResult.Done>(await _scene.VerifyAsync(record.No, 1, "6", "劳动合同写的是半年。"));

        record = await _scene.CaseAsync(record.No);
        var person = record.People.Single(one => one.Sequence == 1);
        Assert.Equal(Money.Yuan(2500), record.Entitlement);
        Assert.False(person.IsEligible);
        Assert.Contains("\"contractMonths\":\"6\"", person.FactsJson, StringComparison.Ordinal);
        Assert.Contains("\"contractMonths\":\"12\"", person.SaidFactsJson, StringComparison.Ordinal);
        var page = await ScriptlessBrowser.AsAsync(portal, "hr");
        await page.GetAsync($"/cases/{record.No}");
        Assert.Contains("6个月（填报：12个月）", page.Text, StringComparison.Ordinal);

        Assert.IsType<StepResult.Done>(await _scene.VerifyAsync(record.No, 1, "12", "看错了，是一年。"));
        person = (await _scene.CaseAsync(record.No)).People.Single(one => one.Sequence == 1);
        Assert.True(person.IsEligible);
        Assert.Null(person.SaidFactsJson);
    }

    [Fact]
    public async Task A_number_no_life_has_is_refused_by_its_field()
    {
        var record = await _scene.UnderReviewAsync(3010, 12);

        Assert.Equal("fact-contractMonths", Assert.Single(Assert.IsType<StepResult.Invalid>(await _scene.VerifyAsync(record.No, 1, "99999", "合同")).Errors).FieldId);
        Assert.IsType<StepResult.NotFound>(await _scene.VerifyAsync(record.No, 9, "12", "合同"));
    }

    [Fact]
    public async Task Months_that_were_verified_are_paid_and_what_was_said_is_kept()
    {
        var (record, reviewer) = await FlexibleUnderReviewAsync("钱一");
        var before = (await portal.CaseAsync(record.No)).Entitlement;
        var form = new VerifyForm { Note = "缴费凭证只有八百元。", Facts = Facts("800") };
        var seen = await portal.SeenAsync(record.No);

        Assert.IsType<StepResult.Done>(await portal.Get<VerifyFacts>().HandleAsync(reviewer, seen, form));
        Assert.IsType<StepResult.Done>(await portal.Get<VerifyFacts>().HandleAsync(reviewer, seen, form));

        record = await portal.CaseAsync(record.No);
        Assert.True(record.Entitlement < before);
        Assert.Contains("\"monthlyContribution\":\"1000.00\"", record.SaidFactsJson, StringComparison.Ordinal);
        Assert.Contains("\"monthlyContribution\":\"800.00\"", record.FactsJson, StringComparison.Ordinal);
        var told = Assert.Single(record.Events, happened => happened.What == "登记核实的情况");
        Assert.Contains("1,000.00 元 → 800.00 元。依据：缴费凭证只有八百元。", told.Why, StringComparison.Ordinal);
        var desk = await ScriptlessBrowser.AsAsync(portal, "reviewer");
        await desk.GetAsync($"/desk/cases/{record.No}");
        Assert.Contains("填报：1,000.00 元", desk.Text, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await portal.Get<ProposeApproval>().HandleAsync(reviewer, await portal.SeenAsync(record.No), null));
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_to_record()
    {
        var (record, reviewer) = await FlexibleUnderReviewAsync("钱二");

        Assert.IsType<StepResult.Invalid>(await portal.Get<VerifyFacts>().HandleAsync(reviewer, await portal.SeenAsync(record.No), new VerifyForm { Note = "核对过了", Facts = Facts("1000") }));
        Assert.IsType<StepResult.Invalid>(await portal.Get<VerifyFacts>().HandleAsync(reviewer, await portal.SeenAsync(record.No), new VerifyForm { Facts = Facts("800") }));
    }

    private async Task<(Case Record, Actor Reviewer)> FlexibleUnderReviewAsync(string applicant)
    {
        var apply = new ApplyScene(portal);
        var no = ApplyScene.Submitted(await apply.ApplyAsync(await portal.AddApplicantAsync(applicant), "flexible-social-insurance", ApplyScene.Flexible()));
        var reviewer = await portal.ActorAsync("reviewer");
        await portal.Get<AssignCase>().HandleAsync(reviewer, await portal.SeenAsync(no));
        return (await apply.CaseAsync(no), reviewer);
    }

    private static Dictionary<string, string> Facts(string contribution) => new()
    {
        ["personCategory"] = "graduate",
        ["leftSchoolOn"] = "2020-06-30",
        ["flexiblyEmployed"] = "true",
        ["contributionsPaid"] = "true",
        ["monthsClaimed"] = "3",
        ["monthsAlreadyPaid"] = "0",
        ["monthlyContribution"] = contribution,
    };
}
