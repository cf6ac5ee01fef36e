using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rosters;
using Portal.Casework.Runs;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Features.Refunds.Release;
using Portal.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Screening;

/// <summary>From the upload to the stored rows.</summary>
public sealed class ScreeningRunTests(PortalFactory portal) : IClassFixture<PortalFactory>, IDisposable
{
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task Every_row_is_stored_as_expected_with_its_account_sealed()
    {
        var id = await portal.ScreenAsync(PortalFactory.TestData("roster-3000.csv"));

        var run = await portal.RunAsync(id);
        Assert.Equal((RunState.Screened, 3000, run.Size), (run.State, run.RowsRead, run.BytesRead));
        Assert.Equal((1392, 899, 654, 7, 48), (run.AutomaticCount, run.EligibleCount, run.IneligibleCount, run.IncompleteCount, run.RejectedCount));
        Assert.Equal((new Money(247325811), new Money(4264557635)), (run.AutomaticAmount, run.EligibleAmount));
        await using var db = await portal.Databases.CreateDbContextAsync();
        var rows = await db.ScreeningRows.AsNoTracking().Where(row => row.RunId == id).OrderBy(row => row.Number).ToListAsync();
        var result = new StringWriter();
        foreach (var row in rows) ResultCsv.Write(result, row.Number, row.CreditCode, row.Outcome, row.Amount, "");
        Assert.Equal(await File.ReadAllTextAsync(PortalFactory.TestData("roster-3000.csv.expected.csv")), "row,uscc,outcome,amount\n" + result.ToString().Replace(",\n", "\n", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain("6200000", row.AccountMasked + row.AccountCipher, StringComparison.Ordinal));
        Assert.False(File.Exists(portal.Get<RosterFiles>().PathOf(id)), "A file with bank accounts in the clear stays no longer than it is read.");
    }

    [Fact]
    public async Task A_file_that_is_no_roster_fails_in_words_and_leaves_no_row()
    {
        var broken = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, new string('x', 2_000_000));

        var id = await portal.ScreenAsync(broken);

        var run = await portal.RunAsync(id);
        Assert.Equal(RunState.Failed, run.State);
        Assert.Contains("太长", run.Failure, StringComparison.Ordinal);
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.ScreeningRows.AnyAsync(row => row.RunId == id));
    }

    [Fact]
    public async Task The_same_file_again_is_told_with_the_earlier_run()
    {
        // An amount of its own: other tests of the class upload the firm's usual row.
        var path = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow.Replace("432.54", "765.43", StringComparison.Ordinal));
        var (first, second) = (await portal.ScreenAsync(path), await portal.ScreenAsync(path));
        var actor = await portal.ActorAsync("operator");

        Assert.Equal(first, Assert.Single((await portal.Get<ShowRun>().HandleAsync(actor, second))!.Earlier).Id);
        Assert.Empty((await portal.Get<ShowRun>().HandleAsync(actor, first))!.Earlier);
    }

    [Theory]
    [InlineData("2020-02-30")]
    [InlineData("")]
    [InlineData("1999-01-04")]
    public async Task A_day_that_cannot_be_decided_by_is_refused_and_the_file_goes(string asOf)
    {
        var result = await portal.TryUploadAsync(_rosters.Write(RosterFolder.Header), await portal.ActorAsync("operator"), asOf);

        Assert.Equal(UploadProblem.AsOf, Assert.IsType<UploadResult.Refused>(result).Problem);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(portal.Get<RosterFiles>().PathOf(Guid.Empty))!, "*.part"));
    }

    [Fact]
    public async Task Only_an_operator_uploads_and_only_for_the_own_place()
    {
        var path = _rosters.Write(RosterFolder.Header);
        var dalian = (await portal.ActorAsync("operator")) with { Place = "210200" };

        Assert.IsType<UploadResult.Refused>(await portal.TryUploadAsync(path, await portal.ActorAsync("reviewer")));
        Assert.IsType<UploadResult.Refused>(await portal.TryUploadAsync(path, dalian, place: "210000"));
    }

    [Fact]
    public async Task Another_place_s_operator_sees_nothing_and_can_do_nothing()
    {
        var id = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        var stranger = (await portal.ActorAsync("operator")) with { Place = "210200" };
        var applicant = await portal.ActorAsync("hr");

        foreach (var actor in (Actor[])[stranger, applicant])
        {
            Assert.Null(await portal.Get<ShowRun>().HandleAsync(actor, id));
            Assert.DoesNotContain((await portal.Get<ListRuns>().HandleAsync(actor, 1)).Runs, run => run.Id == id);
            Assert.Empty((await portal.Get<ListRows>().HandleAsync(actor, id, new RowFilter())).Rows);
            Assert.False(await portal.Get<DownloadResult>().HandleAsync(actor, id, () => throw new InvalidOperationException("Nothing may be written.")));
            Assert.Null(await portal.Get<ShowPublicationPlan>().HandleAsync(actor, id));
            Assert.IsType<RunStepResult.NotFound>(await portal.ProposeAsync(id, actor));
            Assert.IsType<RunStepResult.NotFound>(await portal.ConfirmAsync(id, actor));
            Assert.IsType<RunStepResult.NotFound>(await portal.Get<ReleaseRun>().HandleAsync(actor, id));
        }
    }

    [Fact]
    public async Task Rows_are_filtered_searched_and_paged_both_ways()
    {
        var id = await portal.ScreenAsync(PortalFactory.TestData("roster-500-gb18030.csv"));
        var (handler, actor) = (portal.Get<ListRows>(), await portal.ActorAsync("approver"));

        var first = await handler.HandleAsync(actor, id, new RowFilter(RowOutcome.Automatic));
        var second = await handler.HandleAsync(actor, id, new RowFilter(RowOutcome.Automatic, After: first.Rows[^1].Number));
        var back = await handler.HandleAsync(actor, id, new RowFilter(RowOutcome.Automatic, Before: second.Rows[0].Number));

        Assert.Equal((ListRows.PerPage, false, true, true), (first.Rows.Count, first.HasPrevious, first.HasNext, second.HasPrevious));
        Assert.True(first.Rows[^1].Number < second.Rows[0].Number);
        Assert.Equal(first.Rows.Select(row => row.Number), back.Rows.Select(row => row.Number));
        Assert.False(back.HasPrevious);
        Assert.All(first.Rows, row => Assert.Equal(RowOutcome.Automatic, row.Outcome));
        var found = await handler.HandleAsync(actor, id, new RowFilter(Search: $" {first.Rows[3].CreditCode} "));
        Assert.Contains(found.Rows, row => row.Number == first.Rows[3].Number);
        Assert.Empty((await handler.HandleAsync(actor, id, new RowFilter(Search: "没有这户"))).Rows);
    }

    [Fact]
    public async Task The_download_has_the_lines_of_the_command_line()
    {
        var id = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.DemoFirmRow));
        var file = new MemoryStream();

        Assert.True(await portal.Get<DownloadResult>().HandleAsync(await portal.ActorAsync("operator"), id, () => file));

        Assert.Equal(
            "\uFEFFrow,uscc,outcome,amount,reason\n1,912112238DHXT2N823,automatic,432.54,\n2,912112238DHXT2N823,rejected,,“统一社会信用代码”与前面的行重复\n",
            System.Text.Encoding.UTF8.GetString(file.ToArray()));
    }

    public void Dispose() => _rosters.Dispose();
}
