using System.Net;
using Portal.Domain.Cases;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Cases;

/// <summary>The pages as they come over the wire.</summary>
public sealed class CasePageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly CaseScene _scene = new(portal);

    [Fact]
    public async Task The_receipt_names_the_number_and_a_foreign_case_is_not_found()
    {
        var record = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        using var owner = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        using var stranger = await new ScriptlessBrowser(portal).SignedInAsync("hr");

        var page = await owner.GetStringAsync($"/cases/{record.No}?receipt=1");

        Assert.Contains("申请已经提交", page, StringComparison.Ordinal);
        Assert.Contains("还有 5 个工作日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("6222020000000000000", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/cases/{record.No}")).StatusCode);
    }

    [Fact]
    public async Task Withdrawing_by_the_form_leads_back_to_the_case_twice()
    {
        var record = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var values = new Dictionary<string, string> { ["Form.Version"] = record.Version.ToString(), ["Form.Reason"] = "填错了" };

        var first = await client.PostFormAsync($"/cases/{record.No}", "withdraw", values);
        using var again = new FormUrlEncodedContent(values);
        var second = await client.PostAsync($"/cases/{record.No}", again);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(CaseState.Withdrawn, (await _scene.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task Facts_are_corrected_by_a_plain_form()
    {
        var graduate = await portal.ActorAsync("graduate");
        var record = await _scene.WithCorrectionAskedAsync(await _scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var facts = Apply.ApplyScene.Flexible().Measures[0].Answers.ToDictionary(fact => $"Form.Facts[{fact.Key}]", fact => fact.Value);
        (facts["Form.Version"], facts["Form.Note"]) = (record.Version.ToString(), "改了金额");
        facts["Form.Facts[monthlyContribution]"] = "九百";

        var refused = await client.PostFormAsync($"/cases/{record.No}/correct", "correct-facts", facts);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("value=\"九百\"", page, StringComparison.Ordinal);
        Assert.Contains("请填写金额", page, StringComparison.Ordinal);
        facts["Form.Facts[monthlyContribution]"] = "900";
        var accepted = await client.PostFormAsync($"/cases/{record.No}/correct", "correct-facts", facts);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(new Portal.Domain.Values.Money(180_000), (await _scene.CaseAsync(record.No)).Entitlement);
    }

    [Fact]
    public async Task The_look_up_answers_alike_by_post()
    {
        var record = await _scene.SubmittedAsync(await portal.ActorAsync("graduate"));
        using var client = new ScriptlessBrowser(portal, followsRedirects: true);

        var answers = new List<(HttpStatusCode Status, string Page)>();
        foreach (var (no, secret) in new[] { (record.No, "0002"), (record.No, "9999"), ("LN202011160009999", "0002"), ("", ""), ("x", "y"), (record.No, "0002") })
        {
            var response = await client.PostFormAsync("/lookup", "lookup", new() { ["Form.No"] = no, ["Form.Secret"] = secret });
            answers.Add((response.StatusCode, await response.Content.ReadAsStringAsync()));
        }

        Assert.Contains("还有 5 个工作日", answers[0].Page, StringComparison.Ordinal);
        Assert.DoesNotContain("李晓雨", answers[0].Page, StringComparison.Ordinal);
        Assert.All(answers[1..5], answer => Assert.Contains("编号或后4位不对", answer.Page, StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
