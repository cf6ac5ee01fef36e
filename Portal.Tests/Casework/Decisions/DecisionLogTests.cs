using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Cases;
using Portal.Tests.Features.Citizen.Apply;
using Portal.Tests.Features.Citizen.Cases;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Casework.Decisions;

public sealed class DecisionLogTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Submission_and_proposal_are_taken_down_with_facts_version_and_values()
    {
        var no = await portal.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"));
        await portal.ProposedAsync(no);

        var decisions = await portal.DecisionsAsync(no);

        Assert.Equal([DecisionOccasion.Submitted, DecisionOccasion.Proposed], decisions.Select(decision => decision.Occasion));
        var record = await portal.CaseAsync(no);
        Assert.All(decisions, decision =>
        {
            Assert.Equal(("hiring-grant", "1", "210202", new DateOnly(2020, 11, 16)), (decision.MeasureCode, decision.RuleVersion, decision.RegionCode, decision.AsOf));
            Assert.Equal((Outcome.Eligible, Money.Yuan(2500)), (decision.Outcome, decision.Amount));
            Assert.Equal((record.FactsJson, record.AssessmentJson), (decision.FactsJson, decision.AssessmentJson));
        });
        Assert.Single(decisions.Select(decision => decision.SnapshotId).Distinct());
    }

    [Fact]
    public async Task A_correction_is_taken_down_with_the_corrected_facts()
    {
        var graduate = await portal.ActorAsync("graduate");
        var scene = new CaseScene(portal);
        var record = await scene.WithCorrectionAskedAsync(await scene.SubmittedAsync(graduate), new DateOnly(2020, 11, 16));
        var facts = ApplyScene.Flexible().Measures[0].Answers;
        facts["monthlyContribution"] = "900";

        Assert.IsType<StepResult.Done>(
            await portal.Get<CorrectCase>().HandleAsync(graduate, record.No, record.Version, new Correction(null, facts, [])));

        var decisions = await portal.DecisionsAsync(record.No);
        Assert.Equal([DecisionOccasion.Submitted, DecisionOccasion.Corrected], decisions.Select(decision => decision.Occasion));
        Assert.Contains("\"monthlyContribution\":\"1000.00\"", decisions[0].FactsJson, StringComparison.Ordinal);
        Assert.Contains("\"monthlyContribution\":\"900.00\"", decisions[1].FactsJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Released_refunds_share_the_few_snapshots_they_read_and_all_come_out_again()
    {
        using var own = new PortalFactory();
        await own.ReleaseAsync(await own.PublishedAndOverAsync(PortalFactory.TestData("roster-500-gb18030.csv")));

        await using var db = await own.Databases.CreateDbContextAsync();
        var decisions = await db.CaseDecisions.AsNoTracking().Include(decision => decision.Snapshot).ToListAsync();
        Assert.Equal(222, decisions.Count);
        Assert.All(decisions, decision => Assert.Equal(DecisionOccasion.Released, decision.Occasion));
        Assert.InRange(await db.Set<StoredSnapshot>().CountAsync(), 1, 20);
        Assert.All(decisions, decision => Assert.False(own.Get<Portal.Casework.Decisions.DecisionReplay>().Run(decision, []).IsAlarm));
    }

    [Fact]
    public async Task A_changed_book_is_a_snapshot_of_its_own()
    {
        using var own = new PortalFactory();
        var before = await own.AppliedAsync(ApplyScene.GraduateHire("210102199203074252"));
        await own.SetCountyAmountAsync("3000");
        var after = await own.AppliedAsync(ApplyScene.GraduateHire("210102199203074260"));

        Assert.NotEqual((await own.DecisionsAsync(before))[0].SnapshotId, (await own.DecisionsAsync(after))[0].SnapshotId);
        Assert.Equal(Money.Yuan(3000), (await own.DecisionsAsync(after))[0].Amount);
    }

    [Fact]
    public async Task Many_who_submit_the_same_rules_at_once_all_succeed()
    {
        using var own = new PortalFactory();
        var (hr, scene) = (await own.ActorAsync("hr"), new ApplyScene(own));
        var drafts = new List<(Guid Id, Guid Version)>();
        foreach (var (firm, hire) in (IEnumerable<(string, string)>)[("91210202000000001F", "210102199203074252"), ("912112238DHXT2N823", "210102199203074260")])
        {
            var draft = await scene.StartAsync(hr, "hiring-grant", await scene.FirmAsync(firm));
            var content = ApplyScene.Hiring(ApplyScene.GraduateHire(hire));
            (content.UsesFirmAccount, content.Bank, content.Account) = (false, "中国样例银行", "62000000000000003");
            drafts.Add((draft.Id, await scene.FillAsync(hr, draft, content)));
        }

        var results = await Task.WhenAll(drafts.Select(draft => Task.Run(() => scene.SubmitAsync(hr, draft.Id, draft.Version))));

        await using var db = await own.Databases.CreateDbContextAsync();
        Assert.Equal(2, results.Select(ApplyScene.Submitted).Distinct().Count());
        Assert.Equal(1, await db.Set<StoredSnapshot>().CountAsync());
    }

    [Theory]
    [InlineData("UPDATE CaseDecisions SET Amount = 1")]
    [InlineData("DELETE FROM CaseDecisions")]
    [InlineData("UPDATE RuleSnapshots SET Content = ''")]
    [InlineData("DELETE FROM RuleSnapshots")]
    public async Task What_was_decided_refuses_change_and_deletion(string sql)
    {
        await new CaseScene(portal).FirmCaseAsync(await portal.ActorAsync("hr"), Ids.Dequeue());
        await using var db = await portal.Databases.CreateDbContextAsync();
        var refused = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    private static readonly Queue<string> Ids = new(["210102199203074287", "210102199203074308", "210102199203074316", "210102199203074279"]);
}
