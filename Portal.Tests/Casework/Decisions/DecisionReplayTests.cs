using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Casework.Decisions;
using Portal.Data.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Decisions;

public sealed class DecisionReplayTests : IAsyncLifetime
{
    private readonly PortalFactory _portal = new();
    private string _no = "";

    public async ValueTask InitializeAsync() =>
        _no = await _portal.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"), ApplyScene.GraduateHire("210102199203074260", "11"));

    [Fact]
    public async Task A_decision_comes_out_again_whatever_the_book_says_by_now()
    {
        await _portal.SetCountyAmountAsync("3000");

        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(_no));

        Assert.False(ran.IsAlarm);
        Assert.False(ran.Reworded);
        Assert.Equal(Money.Yuan(2500), ran.Again.Amount);
        Assert.Contains(ran.Reads, read => read is { Parameter.Key: "hiring-grant.amountPerPerson", Found.Row: { Region: "210200", Value: "2500" } });
    }

    [Theory]
    [InlineData("Amount", "金额")]
    [InlineData("Outcome", "结果")]
    [InlineData("Instalments", "拨付计划")]
    [InlineData("Conditions", "条件")]
    [InlineData("Arithmetic", "金额的算法")]
    public async Task A_result_that_does_not_come_out_again_raises_an_alarm_and_is_named(string member, string name)
    {
        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(_no, decision => With(decision, assessment: Without(decision.AssessmentJson, member))));

        Assert.True(ran.IsAlarm);
        Assert.Equal([name], ran.Differences);
    }

    [Fact]
    public async Task A_better_sentence_is_no_other_decision()
    {
        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(
            _no, decision => With(decision, assessment: decision.AssessmentJson.Replace("1年以上", "一年以上", StringComparison.Ordinal))));

        Assert.Equal((false, true), (ran.IsAlarm, ran.Reworded));
    }

    [Fact]
    public async Task What_assessments_tell_since_is_passed_over()
    {
        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(_no, decision =>
        {
            // As it was written before the lines of the arithmetic told how well a value is sourced.
            var then = JsonNode.Parse(decision.AssessmentJson)!;
            foreach (var line in then["Arithmetic"]!.AsArray()) line!.AsObject().Remove("Status");
            return With(decision, assessment: then.ToJsonString());
        }));

        Assert.False(ran.IsAlarm);
    }

    [Fact]
    public async Task Every_hire_of_a_grant_is_judged_again()
    {
        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(_no, decision =>
        {
            var people = DecidedPerson.Read(decision.PeopleJson!).ToArray();
            people[1] = people[1] with { IsEligible = !people[1].IsEligible };
            return With(decision, people: JsonSerializer.Serialize(people));
        }));

        Assert.Equal(["第2人是否符合"], ran.Differences);
    }

    [Fact]
    public async Task Facts_that_no_longer_mean_anything_raise_an_alarm()
    {
        var ran = Assert.IsType<ReplayResult.Ran>(await _portal.ReplayAsync(_no, decision => With(decision, facts: """{"shoeSize":"42"}""")));

        Assert.Contains("留存的事实", ran.Differences);
    }

    [Fact]
    public async Task A_rule_that_is_gone_or_a_snapshot_that_was_touched_is_an_alarm_of_its_own()
    {
        var gone = Assert.IsType<ReplayResult.Impossible>(await _portal.ReplayAsync(_no, decision => With(decision, version: "0")));
        Assert.Contains("第 0 版", gone.Why, StringComparison.Ordinal);
        Assert.True(gone.IsAlarm);

        var touched = Assert.IsType<ReplayResult.Impossible>(await _portal.ReplayAsync(_no, decision => With(decision, snapshot: new StoredSnapshot
        {
            Id = decision.SnapshotId,
            Content = decision.Snapshot!.Content.Replace("2500", "9999", StringComparison.Ordinal),
        })));
        Assert.Contains("被改动过", touched.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task What_cannot_be_read_is_told_and_breaks_nothing(string facts) =>
        Assert.IsType<ReplayResult.Impossible>(await _portal.ReplayAsync(_no, decision => With(decision, facts: facts)));

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private static string Without(string assessment, string member)
    {
        var node = JsonNode.Parse(assessment)!;
        node[member] = null;
        return node.ToJsonString(new JsonSerializerOptions());
    }

    private static CaseDecision With(CaseDecision decision, string? facts = null, string? assessment = null, string? version = null, string? people = null, StoredSnapshot? snapshot = null) => new()
    {
        MeasureCode = decision.MeasureCode,
        RuleVersion = version ?? decision.RuleVersion,
        RegionCode = decision.RegionCode,
        AsOf = decision.AsOf,
        FactsJson = facts ?? decision.FactsJson,
        PeopleJson = people ?? decision.PeopleJson,
        AssessmentJson = assessment ?? decision.AssessmentJson,
        Outcome = decision.Outcome,
        Amount = decision.Amount,
        SnapshotId = decision.SnapshotId,
        Snapshot = snapshot ?? decision.Snapshot,
    };
}
