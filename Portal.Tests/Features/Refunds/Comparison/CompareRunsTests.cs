using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Values;
using Portal.Features.Refunds.Comparison;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Comparison;

public sealed class CompareRunsTests(PortalFactory portal) : IClassFixture<PortalFactory>, IDisposable
{
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task A_second_run_tells_who_is_new_who_is_gone_and_whose_amount_has_changed()
    {
        var sample = await File.ReadAllLinesAsync(PortalFactory.TestData(RosterFolder.Sample));
        var earlier = await portal.ScreenAsync(_rosters.Write(new UTF8Encoding(true), [RosterFolder.Header, .. sample[6..200], RosterFolder.DemoFirmRow]));
        var later = await portal.ScreenAsync(_rosters.Write(new UTF8Encoding(true),
            [RosterFolder.Header, RosterFolder.OtherFirmRow, .. sample[6..200].Reverse(), RosterFolder.DemoFirmRow.Replace("432.54", "400.00", StringComparison.Ordinal)]));
        var third = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.OtherFirmRow));
        var actor = await portal.ActorAsync("operator");

        var view = (await portal.Get<CompareRuns>().HandleAsync(actor, later, earlier, null, null))!;
        Assert.Equal((1, 0, 1), (view.Totals.Counts[FirmChange.New], view.Totals.Counts[FirmChange.Gone], view.Totals.Counts[FirmChange.Changed]));
        Assert.Equal((new Money(90065), new Money(-3254)), (view.Totals.Amounts[FirmChange.New], view.Totals.Amounts[FirmChange.Changed]));
        Assert.Equal(["912112238DHXT2N823", "91211322CD2JL6QM25"], view.Shown.Select(shown => shown.Difference.CreditCode));
        Assert.Equal("样例12企业0000003有限公司", view.Shown[0].Name);

        var gone = (await portal.Get<CompareRuns>().HandleAsync(actor, third, earlier, FirmChange.Gone, null))!;
        Assert.Equal(CompareRuns.PerPage, gone.Shown.Count);
        var next = (await portal.Get<CompareRuns>().HandleAsync(actor, third, earlier, FirmChange.Gone, gone.Shown[^1].Difference.CreditCode))!;
        Assert.True(string.CompareOrdinal(gone.Shown[^1].Difference.CreditCode, next.Shown[0].Difference.CreditCode) < 0);
    }

    [Fact]
    public async Task A_run_is_compared_with_any_earlier_one_of_its_place_and_year_and_no_other()
    {
        var path = _rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow);
        var (first, second) = (await portal.ScreenAsync(path), await portal.ScreenAsync(path));
        var lastYear = await portal.ScreenAsync(path);
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.ScreeningRuns.Where(run => run.Id == lastYear).ExecuteUpdateAsync(set => set.SetProperty(run => run.AsOf, new DateOnly(2019, 11, 18)));
        var latest = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow, RosterFolder.OtherFirmRow));
        var (actor, compare) = (await portal.ActorAsync("operator"), portal.Get<CompareRuns>());

        foreach (var earlier in (Guid[])[first, second])
        {
            var view = (await compare.HandleAsync(actor, latest, earlier, null, null))!;
            Assert.Equal((earlier, 1), (view.Earlier.Id, view.Totals.Counts[FirmChange.New]));
            Assert.Superset(new HashSet<Guid> { first, second }, view.Others.Select(run => run.Id).ToHashSet());
            Assert.DoesNotContain(view.Others, run => run.Id == lastYear || run.Id == latest);
        }

        Assert.Null(await compare.HandleAsync(actor, latest, lastYear, null, null));
        Assert.Null(await compare.HandleAsync(actor, first, latest, null, null));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("operator");
        var page = await client.GetStringAsync($"/runs/{latest}");
        foreach (var earlier in (Guid[])[first, second]) Assert.Contains($"<option value=\"{earlier}\"", page, StringComparison.Ordinal);
        Assert.EndsWith($"/runs/{latest}/compare/{first}", (await client.GetAsync($"/runs/{latest}/compare?with={first}")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_download_has_a_line_a_change_and_other_places_get_nothing()
    {
        var earlier = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        var later = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.OtherFirmRow));
        var (file, actor) = (new MemoryStream(), await portal.ActorAsync("operator"));

        Assert.True(await portal.Get<DownloadComparison>().HandleAsync(actor, later, earlier, () => file));

        Assert.Equal(
            "\uFEFF变化,统一社会信用代码,单位名称,原结果,原金额,现结果,现金额\n"
            + "减少,912112238DHXT2N823,样例12企业0000003有限公司,免申即享,432.54,,\n新增,91211322CD2JL6QM25,样例13企业0000004有限公司,,,免申即享,900.65\n",
            Encoding.UTF8.GetString(file.ToArray()));
        var stranger = actor with { Place = "210200" };
        Assert.False(await portal.Get<DownloadComparison>().HandleAsync(stranger, later, earlier, () => throw new InvalidOperationException("Nothing may be written.")));
        Assert.Null(await portal.Get<CompareRuns>().HandleAsync(stranger, later, earlier, null, null));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_only_shown()
    {
        var earlier = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        var later = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow,
            RosterFolder.OtherFirmRow.Replace("样例13企业0000004有限公司,211322", "=1+1有限公司,211322", StringComparison.Ordinal)));
        var file = new MemoryStream();

        await portal.Get<DownloadComparison>().HandleAsync(await portal.ActorAsync("operator"), later, earlier, () => file);

        Assert.Contains("91211322CD2JL6QM25,'=1+1有限公司,", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_show_the_comparison_and_the_charts()
    {
        var earlier = await portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        var later = await portal.ScreenAsync(PortalFactory.TestData(RosterFolder.Sample));
        using var client = await new ScriptlessBrowser(portal).SignedInAsync("operator");

        var page = await client.GetStringAsync($"/runs/{later}");
        Assert.Contains($"action=\"/runs/{later}/compare\"", page, StringComparison.Ordinal);
        Assert.Contains("按参保地", page, StringComparison.Ordinal);
        Assert.Contains("沈阳市", page, StringComparison.Ordinal);
        Assert.Contains("新增", await client.GetStringAsync($"/runs/{later}/compare/{earlier}"), StringComparison.Ordinal);
        Assert.StartsWith("变化,", await client.GetStringAsync($"/runs/{later}/compare/{earlier}.csv"), StringComparison.Ordinal);
    }

    public void Dispose() => _rosters.Dispose();
}
