using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data.Reference;
using Portal.Data.Screening;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Public.Publications;
using Portal.Features.Refunds.Objections;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Publications;

/// <summary>A firm that was left out finds itself, hears why, objects, and is decided again.</summary>
public sealed class ExcludedFirmTests : IDisposable
{
    private const string DemoFirm = "912112238DHXT2N823";
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Theory]
    [InlineData(",12,432.54", ",9,432.54", RefundStep.Exclusion)]
    [InlineData(",12,432.54", ",,432.54", RefundStep.Exclusion)]
    [InlineData(",12,432.54", ",13,432.54", RefundStep.Exclusion)]
    [InlineData("微型,2,2", "小型,30,30", RefundStep.MustApply)]
    public async Task It_finds_itself_once_the_list_is_public_and_nobody_else_learns_why(string from, string to, RefundStep step)
    {
        var id = await ListAsync(from, to, publish: false);
        Assert.Equal(RefundStep.NotListed, (await LookAsync()).Step);
        await _portal.PublishAsync(id);

        var found = await LookAsync();

        Assert.Equal((step, $"/lookup/refund/{id}/1/objection"), (found.Step, found.Objection));
        Assert.Equal(new ExcludedFirm(null, null), await _portal.Get<ShowExcludedFirm>().HandleAsync(null, id, 1));
        Assert.Equal(new ExcludedFirm(null, null), await _portal.Get<ShowExcludedFirm>().HandleAsync(await _portal.ActorAsync("graduate"), id, 1));
        var own = (await _portal.Get<ShowExcludedFirm>().HandleAsync(await _portal.ActorAsync("hr"), id, 1))!;
        Assert.NotEqual("", own.Reason);
        Assert.Null(await _portal.Get<ShowExcludedFirm>().HandleAsync(null, id, 2));
    }

    [Fact]
    public async Task Upheld_it_is_decided_again_on_a_list_of_its_own_and_the_first_outcome_stays()
    {
        var id = await ListAsync(",12,432.54", ",9,432.54");
        var objection = await ObjectAsync(id);
        Assert.Equal(RefundStep.UnderReview, (await LookAsync()).Step);

        Assert.IsType<RunStepResult.Refused>((await DecideAsync(objection, months: "9")).Step);
        var (step, faults) = await DecideAsync(objection, months: "zwölf", finding: " ");
        Assert.IsType<RunStepResult.Refused>(step);
        Assert.Equal(["finding", "premiumMonthsPaid"], faults.Keys.Order());
        Assert.IsType<RunStepResult.Done>((await DecideAsync(objection, months: "12")).Step);
        Assert.IsType<RunStepResult.DoneBefore>((await DecideAsync(objection, months: "12")).Step);

        Assert.Equal(RefundStep.DecidedAgain, (await LookAsync()).Step);
        var supplement = await _portal.RunAsync((await StoredAsync(objection)).SupplementId!.Value);
        Assert.Equal((id, RunState.Screened, 1, new Money(43254)), (supplement.SupplementOf, supplement.State, supplement.AutomaticCount, supplement.AutomaticAmount));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(RowOutcome.Ineligible, (await db.ScreeningRows.SingleAsync(row => row.RunId == id && row.Number == 1)).Outcome);

        // It is published for as long as any list, then released and paid once.
        await _portal.PublishAsync(supplement.Id);
        Assert.Equal(RefundStep.Published, (await LookAsync()).Step);
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(id));
        Assert.IsType<RunStepResult.Done>(await _portal.ReleaseAsync(supplement.Id));
        Assert.Equal((2, 2, new Money(133319)), await _portal.GrantedAsync());
        Assert.Equal(RefundStep.AwaitingPayment, (await LookAsync()).Step);
    }

    [Fact]
    public async Task It_is_answered_within_the_publication_term_that_holds_when_it_objects()
    {
        var id = await ListAsync(",12,432.54", ",9,432.54");
        await SetPublicationTermAsync("10");

        var objection = await ObjectAsync(id);

        Assert.Equal(new DateOnly(2020, 11, 26), Assert.Single(await _portal.OpenWorkAsync(objection.ToString())).DueOn);
    }

    [Fact]
    public async Task Dismissed_with_a_finding_the_outcome_stays_and_the_firm_is_told()
    {
        var objection = await ObjectAsync(await ListAsync(",12,432.54", ",9,432.54"));

        Assert.IsType<RunStepResult.NotFound>(await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("reviewer"), objection, uphold: true, "查过"));
        Assert.IsType<RunStepResult.Done>(await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("reviewer"), objection, uphold: false, "缴费记录只有9个月"));

        var found = await LookAsync();
        Assert.Equal((RefundStep.Confirmed, null), (found.Step, found.Objection));
        Assert.Null((await StoredAsync(objection)).SupplementId);
    }

    [Fact]
    public async Task Two_firms_share_the_supplement_while_nobody_has_published_it()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header,
            RosterFolder.DemoFirmRow.Replace(",12,432.54", ",9,432.54", StringComparison.Ordinal), RosterFolder.OtherFirmRow.Replace(",12,900.65", ",9,900.65", StringComparison.Ordinal),
            "91210803UHUXQEEG50,样例,210803,微型,2,2,0,12,100.00,否,否,,,"));
        await _portal.PublishAsync(id);
        var (first, second) = (await ObjectAsync(id), await ObjectAsync(id, 2));

        await DecideAsync(first, "12");
        await DecideAsync(second, "12", premiums: "900.65", region: "211322");

        var (one, other) = ((await StoredAsync(first)).SupplementId, (await StoredAsync(second)).SupplementId);
        Assert.Equal(one, other);
        Assert.Equal((2, 2, new Money(133319)), await CountsAsync(one!.Value));
    }

    [Fact]
    public async Task However_often_it_objects_and_is_listed_it_comes_on_the_supplement_once()
    {
        var row = RosterFolder.DemoFirmRow.Replace(",12,432.54", ",9,432.54", StringComparison.Ordinal);
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, row, RosterFolder.OtherFirmRow, row));
        await _portal.PublishAsync(id);
        Guid[] objections = [await ObjectAsync(id), await ObjectAsync(id), await ObjectAsync(id, 3)];
        Assert.IsType<RunStepResult.Done>((await DecideAsync(objections[0], "12")).Step);

        foreach (var objection in objections.Skip(1))
        {
            Assert.Contains("已经重新认定过", Assert.IsType<RunStepResult.Refused>((await DecideAsync(objection, "12")).Step).Reason, StringComparison.Ordinal);
            Assert.IsType<RunStepResult.Done>(await DismissAsync(objection));
        }

        Assert.Equal((1, 1, new Money(43254)), await CountsAsync((await StoredAsync(objections[0])).SupplementId!.Value));
        Assert.Equal(RefundStep.DecidedAgain, (await LookAsync()).Step);
    }

    [Fact]
    public async Task A_row_whose_code_cannot_be_read_is_put_right_in_the_roster_and_not_here()
    {
        var objection = await ObjectAsync(await ListAsync(DemoFirm, "91211223"));

        var refused = Assert.IsType<RunStepResult.Refused>((await DecideAsync(objection, "12")).Step);

        Assert.Contains("无法识别", refused.Reason, StringComparison.Ordinal);
        Assert.IsType<RunStepResult.Done>(await DismissAsync(objection));
    }

    [Fact]
    public async Task Who_acts_for_the_firm_leaves_the_decision_to_a_colleague()
    {
        var objection = await ObjectAsync(await ListAsync(",12,432.54", ",9,432.54"));
        var party = (await _portal.ActorAsync("hr")) with { Roles = new HashSet<string> { Roles.Reviewer }, Place = "210000" };

        var (step, _) = await _portal.Get<DecideAgain>().HandleAsync(party, objection, new CorrectedRow("211223", Facts("12"), "补查到三个月缴费"));

        Assert.Contains("回避", Assert.IsType<RunStepResult.Refused>(step).Reason, StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Open, (await StoredAsync(objection)).State);
    }

    [Fact]
    public async Task Who_has_decided_again_does_not_publish_what_came_of_it()
    {
        var objection = await ObjectAsync(await ListAsync(",12,432.54", ",9,432.54"));
        await DecideAsync(objection, "12");
        var supplement = (await StoredAsync(objection)).SupplementId!.Value;
        var both = (await _portal.ActorAsync("reviewer")) with { Roles = new HashSet<string> { Roles.Reviewer, Roles.Operator } };

        var refused = Assert.IsType<RunStepResult.Refused>(await _portal.ProposeAsync(supplement, both));

        Assert.Contains("另一位同事", refused.Reason, StringComparison.Ordinal);
        Assert.IsType<RunStepResult.Done>(await _portal.PublishAsync(supplement));
    }

    [Fact]
    public async Task Of_two_supplements_begun_at_once_one_takes_up_the_next_firm()
    {
        var id = await ListAsync(",12,432.54", ",9,432.54");
        var objection = await ObjectAsync(id);
        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            var place = (await _portal.RunAsync(id)).RegionCode;
            for (var i = 0; i < 2; i++)
                db.Add(new ScreeningRun { FileName = "补充名单", Sha256 = "", RegionCode = place, UploadedByName = "同事", State = RunState.Screened, SupplementOf = id });
            await db.SaveChangesAsync();
        }

        Assert.IsType<RunStepResult.Done>((await DecideAsync(objection, "12")).Step);

        Assert.Equal((1, 1, new Money(43254)), await CountsAsync((await StoredAsync(objection)).SupplementId!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_whose_last_open_matter_is_its_objection_is_closed_with_it(bool uphold)
    {
        var id = await ListAsync(",12,432.54", ",9,432.54");
        var objection = await ObjectAsync(id);
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        await _portal.ReleaseAsync(id);
        await _portal.PaidAsync(id);

        Assert.IsType<RunStepResult.Done>(uphold ? (await DecideAsync(objection, "12")).Step : await DismissAsync(objection));

        Assert.Equal(RunState.Closed, (await _portal.RunAsync(id)).State);
    }

    [Fact]
    public async Task By_plain_forms_from_the_look_up_to_the_reviewer_s_decision()
    {
        await ListAsync(",12,432.54", ",9,432.54");
        using var anybody = new ScriptlessBrowser(_portal);
        var page = await (await anybody.PostFormAsync("/lookup/refund", "refund", new() { ["Form.Code"] = DemoFirm })).Content.ReadAsStringAsync();
        var address = (await LookAsync()).Objection!;
        Assert.Contains(address, page, StringComparison.Ordinal);
        Assert.DoesNotContain("缴费满", await anybody.GetStringAsync(address), StringComparison.Ordinal);
        using var hr = await new ScriptlessBrowser(_portal).SignedInAsync("hr");
        Assert.Contains("缴费满", await hr.GetStringAsync(address), StringComparison.Ordinal);
        var filed = await hr.PostFormAsync(address, "objection", new() { ["Form.Name"] = "人事", ["Form.Contact"] = "13000000001", ["Form.Reason"] = "少记了三个月" });
        Assert.EndsWith("/lookup/refund?filed=YY20201116-000001", filed.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var reviewer = await new ScriptlessBrowser(_portal).SignedInAsync("reviewer");
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var desk = $"/desk/objections/{(await db.Objections.SingleAsync()).Id}";
        Assert.Contains("未列入名单的异议", await reviewer.GetStringAsync(desk), StringComparison.Ordinal);
        var fields = new Dictionary<string, string> { ["Form.Region"] = "211223", ["Form.Finding"] = "补查到三个月缴费" };
        foreach (var (name, text) in Facts("12")) fields[$"Form.Facts[{name}]"] = text;
        Assert.EndsWith(desk, (await reviewer.PostFormAsync(desk, "again", fields)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("列入补充名单", await reviewer.GetStringAsync(desk), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    /// <summary>The demo's firm changed so that it is left out, and another that keeps the list from being empty.</summary>
    private async Task<Guid> ListAsync(string from, string to, bool publish = true)
    {
        var row = RosterFolder.DemoFirmRow.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(RosterFolder.DemoFirmRow, row);
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, row, RosterFolder.OtherFirmRow));
        if (publish) await _portal.PublishAsync(id);
        return id;
    }

    private async Task<RefundLookUp.Found> LookAsync() => Assert.IsType<RefundLookUp.Found>(await _portal.Get<LookUpRefund>().HandleAsync(DemoFirm));

    private async Task<Guid> ObjectAsync(Guid run, int row = 1)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var known = await db.Objections.Select(objection => objection.Id).ToListAsync();
        Assert.IsType<ObjectionResult.Filed>(await _portal.Get<FileObjection>().HandleAsync(run, row, "人事", "13000000001", "少记了三个月"));
        return await db.Objections.Where(objection => objection.RunId == run && objection.RowNumber == row && !known.Contains(objection.Id))
            .Select(objection => objection.Id).SingleAsync();
    }

    private async Task SetPublicationTermAsync(string days)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        db.Add(new ParameterEntry
        {
            Key = SharedParameters.PublicationDays.Key,
            RegionCode = RegionDirectory.Province,
            From = new DateOnly(2020, 11, 1),
            Value = days,
            Status = "C",
            Source = "test",
        });
        await db.SaveChangesAsync();
        _portal.Get<RulebookSource>().Forget();
    }

    private async Task<RunStepResult> DismissAsync(Guid objection) =>
        await _portal.Get<DecideObjection>().HandleAsync(await _portal.ActorAsync("reviewer"), objection, uphold: false, "查过，不再列入");

    private async Task<(RunStepResult Step, IReadOnlyDictionary<string, string> Faults)> DecideAsync(
        Guid objection, string months, string finding = "补查到三个月缴费", string premiums = "432.54", string region = "211223") =>
        await _portal.Get<DecideAgain>().HandleAsync(await _portal.ActorAsync("reviewer"), objection, new CorrectedRow(region, Facts(months, premiums), finding));

    private static Dictionary<string, string> Facts(string months, string premiums = "432.54") => new()
    {
        ["insuredHeadcount"] = "2",
        ["enterpriseSize"] = "micro",
        ["premiumsPaidLastYear"] = premiums,
        ["premiumMonthsPaid"] = months,
        ["layoffRate"] = "0",
        ["seriousDishonesty"] = "false",
        ["zombieEnterprise"] = "false",
    };

    private async Task<Objection> StoredAsync(Guid objection)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.Objections.AsNoTracking().SingleAsync(stored => stored.Id == objection);
    }

    private async Task<(int Rows, int Automatic, Money Amount)> CountsAsync(Guid run)
    {
        var stored = await _portal.RunAsync(run);
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(stored.RowsRead, await db.RunTotals.Where(total => total.RunId == run).SumAsync(total => total.Count));
        return (stored.RowsRead, stored.AutomaticCount, stored.AutomaticAmount);
    }
}
