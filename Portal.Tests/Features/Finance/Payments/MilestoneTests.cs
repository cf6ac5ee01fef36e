using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Features.Finance.Payments;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Payments;

/// <summary>Instalments fall due one after the other, on days that can be, and are paid in that order (R20).</summary>
public sealed class MilestoneTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RecoveryScene _scene;

    public MilestoneTests() => _scene = new RecoveryScene(_portal);

    [Fact]
    public async Task What_an_application_says_of_days_to_come_makes_nothing_due()
    {
        var content = EligibleForms.For("training-subsidy");
        foreach (var (fact, text) in (ReadOnlySpan<(string, string)>)[("halfwayOn", "2020-11-16"), ("passedAcceptance", "true"), ("noticeEndedOn", "2020-11-16"), ("finalAmount", "9000")])
            content.Measures[0].Answers[fact] = text;
        var apply = new ApplyScene(_portal);
        var no = ApplyScene.Submitted(await apply.ApplyAsync(await _portal.ActorAsync("hr"), "training-subsidy", content, await apply.FirmAsync()));

        var record = await _scene.GrantedAsync(await _portal.CaseAsync(no));

        Assert.Equal([InstalmentState.Due, InstalmentState.Waiting, InstalmentState.Waiting], record.Instalments.Select(part => part.State));
        Assert.Equal("10000.00", record.Entitlement.ToString());
    }

    [Fact]
    public void No_form_asks_for_what_comes_to_pass_only_after_the_grant() =>
        Assert.DoesNotContain(new TrainingSubsidy().Application.AskedOnce(new TrainingSubsidy()), fact => fact.Name is "halfwayOn" or "passedAcceptance" or "noticeEndedOn" or "finalAmount");

    [Fact]
    public async Task Nothing_is_recorded_before_what_has_to_come_first()
    {
        var no = (await _scene.TrainingAsync(paid: 0)).No;

        Assert.Contains("按顺序", Assert.IsType<StepResult.Refused>(await RecordAsync(no, Trigger.Acceptance, "2020-11-16", "2020-11-16")).Message, StringComparison.Ordinal);
        Assert.Equal(Milestone.HappenedField, Field(await RecordAsync(no, Trigger.Halfway, "2020-11-15")));
        Assert.IsType<StepResult.Done>(await RecordAsync(no, Trigger.Halfway, "2020-11-16"));
        Assert.Equal(Milestone.HappenedField, Field(await RecordAsync(no, Trigger.Acceptance, "2020-11-16", "2020-11-16")));
    }

    [Fact]
    public async Task The_result_of_a_training_is_published_for_its_days_before_the_rest_falls_due()
    {
        var no = (await _scene.TrainingAsync(paid: 0)).No;
        Assert.IsType<StepResult.Done>(await RecordAsync(no, Trigger.Halfway, "2020-11-16"));
        await _portal.Get<BusinessClock>().AdvanceAsync(10);

        Assert.Equal(Milestone.AcceptedField, Field(await RecordAsync(no, Trigger.Acceptance, "2020-11-25", null)));
        Assert.Equal(Milestone.AcceptedField, Field(await RecordAsync(no, Trigger.Acceptance, "2020-11-25", "2020-11-19")));
        Assert.Equal(Milestone.AcceptedField, Field(await RecordAsync(no, Trigger.Acceptance, "2020-11-25", "2020-11-16")));
        Assert.IsType<StepResult.Done>(await RecordAsync(no, Trigger.Acceptance, "2020-11-25", "2020-11-18"));

        var last = (await _portal.CaseAsync(no)).Instalments[2];
        Assert.Equal((InstalmentState.Due, new DateOnly(2020, 12, 2), new DateOnly(2020, 11, 25)), (last.State, last.DueOn!.Value, last.HappenedOn!.Value));
        Assert.Empty(await _scene.AuditAsync());
    }

    [Fact]
    public async Task A_later_instalment_is_not_paid_while_an_earlier_one_waits()
    {
        var no = (await _scene.TrainingAsync(paid: 0)).No;
        Assert.IsType<StepResult.Done>(await RecordAsync(no, Trigger.Halfway, "2020-11-16"));

        Assert.Contains("第 1 笔", Assert.IsType<StepResult.Refused>(await _scene.PayAsync(no, 1)).Message, StringComparison.Ordinal);
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(no, 0));
        Assert.IsType<StepResult.Done>(await _scene.PayAsync(no, 1));
    }

    [Fact]
    public async Task A_venue_is_paid_to_the_end_only_after_its_last_month()
    {
        var record = await _scene.GrantedAsync(await _portal.VenueAsync(claims: [.. Enumerable.Range(1, 12).Select(month => $"2020-{month:00}")]));

        var next = (await _portal.Get<MilestoneBook>().NextAsync(record))!;

        Assert.False(next.Window.IsOpen);
        Assert.Equal(Milestone.HappenedField, Field(await RecordAsync(record.No, Trigger.PeriodEnd, "2020-11-16")));
    }

    public void Dispose() => _portal.Dispose();

    private static string? Field(StepResult result) => Assert.Single(Assert.IsType<StepResult.Invalid>(result).Errors).FieldId;

    private async Task<StepResult> RecordAsync(string no, string trigger, string day, string? accepted = null) => await _portal.Get<RecordMilestone>().HandleAsync(
        await _portal.ActorAsync("reviewer"), no, (await _portal.CaseAsync(no)).Version, trigger, day, accepted);
}
