using Portal.Casework.Steps;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Features.Citizen.Cases;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;
using Portal.Uploads;

namespace Portal.Tests.Features.Citizen.Cases;

public sealed class CorrectCaseTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CaseScene _scene = new(portal);

    [Fact]
    public async Task An_answer_goes_back_to_review_and_the_promised_term_runs_on()
    {
        var graduate = await portal.ActorAsync("graduate");
        // The clock still stands on the day of submission, so the request is dated before it: seven working days were left.
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 12));
        var paper = new UploadedFile("凭证.pdf", ApplyScene.Pdf.Length, ApplyScene.Pdf);

        Assert.IsType<StepResult.Done>(
            await portal.Get<CorrectCase>().HandleAsync(graduate, record.No, record.Version, new Correction("重新拍了一张", null, [paper])));

        var corrected = await _scene.CaseAsync(record.No);
        Assert.Equal(CaseState.UnderReview, corrected.State);
        Assert.Equal(new DateOnly(2020, 11, 25), corrected.PromisedOn);
        Assert.Null(corrected.CorrectionAskedOn);
        Assert.Contains(corrected.Attachments, file => file is { Material: Correction.Material, FileName: "凭证.pdf" });
        Assert.Equal(("提交补正", "重新拍了一张"), (corrected.Events[^1].What, corrected.Events[^1].Why));
        var work = Assert.Single(await _scene.OpenWorkAsync(record.No));
        Assert.Equal((WorkKind.ReviewCase, corrected.PromisedOn), (work.Kind, work.DueOn));
    }

    [Fact]
    public async Task Corrected_facts_are_assessed_anew_and_claim_the_months_they_are_paid_for()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        var facts = ApplyScene.Flexible().Measures[0].Answers;
        (facts["monthsClaimed"], facts["monthlyContribution"]) = ("2", "900");

        await portal.Get<CorrectCase>().HandleAsync(graduate, record.No, record.Version, new Correction(null, facts, []));

        var corrected = await _scene.CaseAsync(record.No);
        Assert.Equal(Money.Yuan(1200), corrected.Entitlement);
        Assert.Equal(["2020-08", "2020-09"], corrected.Claims.Select(claim => claim.Period).Order());
        var told = corrected.Events.Single(step => step.What == "更正信息").Why;
        Assert.Contains("本次申请月数：3个月 → 2个月", told, StringComparison.Ordinal);
        Assert.Contains("1,000.00 元 → 900.00 元", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_that_another_application_holds_are_named_and_nothing_is_changed()
    {
        var graduate = await portal.ActorAsync("graduate");
        var other = await _scene.SubmittedAsync(graduate, "2020-10", "1");
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate, "2020-07"), new DateOnly(2020, 11, 16));
        var facts = ApplyScene.Flexible(months: "4").Measures[0].Answers;

        var rejected = Assert.IsType<StepResult.Invalid>(
            await portal.Get<CorrectCase>().HandleAsync(graduate, record.No, record.Version, new Correction(null, facts, [])));

        var error = Assert.Single(rejected.Errors);
        Assert.Equal("fact-monthsClaimed", error.FieldId);
        Assert.Contains($"2020年10月已经申请过灵活就业社会保险补贴（办件 {other.No}）", error.Message, StringComparison.Ordinal);
        Assert.Equal(record.Version, (await _scene.CaseAsync(record.No)).Version);
        Assert.Equal(3, (await _scene.CaseAsync(record.No)).Claims.Count);
    }

    [Fact]
    public async Task A_malformed_fact_and_a_bad_file_are_told_and_nothing_is_changed()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        var facts = ApplyScene.Flexible().Measures[0].Answers;
        facts["monthlyContribution"] = "九百";
        var big = new UploadedFile("scan.pdf", 40L * 1024 * 1024, []);

        var rejected = Assert.IsType<StepResult.Invalid>(
            await portal.Get<CorrectCase>().HandleAsync(graduate, record.No, record.Version, new Correction("改了", facts, [big])));

        Assert.Equal([Correction.FilesField, "fact-monthlyContribution"], rejected.Errors.Select(error => error.FieldId));
        Assert.Contains("“scan.pdf”超过 10 MB", rejected.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(record.Version, (await _scene.CaseAsync(record.No)).Version);
    }

    [Fact]
    public async Task An_empty_answer_is_no_answer_and_a_second_one_finds_the_first()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        var correct = portal.Get<CorrectCase>();

        Assert.IsType<StepResult.Invalid>(await correct.HandleAsync(graduate, record.No, record.Version, new Correction(" ", null, [])));
        Assert.IsType<StepResult.Stale>(await correct.HandleAsync(graduate, record.No, Guid.NewGuid(), new Correction("好了", null, [])));
        Assert.IsType<StepResult.Done>(await correct.HandleAsync(graduate, record.No, record.Version, new Correction("好了", null, [])));
        Assert.IsType<StepResult.Refused>(await correct.HandleAsync(graduate, record.No, record.Version, new Correction("好了", null, [])));
        Assert.Single(await _scene.OpenWorkAsync(record.No));
    }
}
