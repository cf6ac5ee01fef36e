using System.Text;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Casework.Schedule;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

/// <summary>Who has not answered: in order of waiting, within the looker's place, a page at a time.</summary>
public sealed class ListUnansweredTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task It_tells_how_long_how_often_and_whether_anybody_would_read_it()
    {
        var cases = await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow, RosterFolder.OtherFirmAskedRow);
        await _portal.DaysLaterAsync(3);
        await _portal.DaysLaterAsync(5);

        var page = await ListAsync("operator");

        Assert.Equal((2, 1, 0, null), (page.Total, page.Silent, page.WaitForSecond, page.Next));
        Assert.Equal(
            [(cases[0], "91211223********23", 8, 2, true), (cases[1], "91211322********25", 8, 0, false)],
            page.Firms.Select(firm => (firm.No, firm.CreditCode, firm.DaysWaiting, firm.Reminders, firm.IsRegistered)));
    }

    [Fact]
    public async Task Whoever_has_answered_is_not_on_it_and_whoever_waits_for_a_second_person_is_counted()
    {
        var cases = await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow, RosterFolder.OtherFirmAskedRow);
        await _portal.ConfirmAsync(cases[0], new AccountChoice(false, RefundScene.Firm, "铁岭银行", "880012345678"));

        var page = await ListAsync("operator");

        Assert.Equal((1, 1), (page.Total, page.WaitForSecond));
        Assert.Equal(cases[1], Assert.Single(page.Firms).No);
    }

    [Fact]
    public async Task Each_sees_their_own_place_and_those_without_the_work_see_nothing()
    {
        await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow, RosterFolder.OtherFirmAskedRow);
        var list = _portal.Get<ListUnanswered>();
        var tieling = (await _portal.ActorAsync("operator")) with { Place = "211200" };

        Assert.Equal("211223", Assert.Single((await list.HandleAsync(tieling, new UnansweredFilter())).Firms).RegionCode);
        Assert.Equal("211322", Assert.Single((await ListAsync("operator", new UnansweredFilter(City: "211300"))).Firms).RegionCode);
        Assert.Empty((await ListAsync("operator", new UnansweredFilter(Run: Guid.NewGuid()))).Firms);
        foreach (var account in (string[])["hr", "finance", "auditor"]) Assert.Equal(0, (await ListAsync(account)).Total);
    }

    [Fact]
    public async Task Page_by_page_nobody_is_left_out_and_nobody_comes_twice()
    {
        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(WithoutAccounts("roster-500-gb18030.csv")));
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await ListAsync("operator", new UnansweredFilter(After: after));
            seen.AddRange(page.Firms.Select(firm => firm.No));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(222, seen.Distinct().Count());
        Assert.Equal(222, seen.Count);
    }

    [Fact]
    public async Task The_file_holds_the_same_masked_and_harmless()
    {
        var cases = await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow, RosterFolder.OtherFirmAskedRow.Replace("样例13", "=1+样例13", StringComparison.Ordinal));
        using var target = new MemoryStream();

        await _portal.Get<DownloadUnanswered>().HandleAsync(await _portal.ActorAsync("operator"), new UnansweredFilter(), () => target, TestContext.Current.CancellationToken);

        var lines = Encoding.UTF8.GetString(target.ToArray()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.Equal($"{cases[0]},样例12企业0000003有限公司,91211223********23,铁岭市西丰县,432.54,0,0,是,", lines[1]);
        Assert.Contains(",'=1+样例13", lines[2], StringComparison.Ordinal);
        using var finance = await new ScriptlessBrowser(_portal).SignedInAsync("finance");
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await finance.GetAsync(RefundsFeature.UnansweredCsv)).StatusCode);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private string WithoutAccounts(string roster)
    {
        var gb = Encoding.GetEncoding(54936);
        var lines = File.ReadAllLines(PortalFactory.TestData(roster), gb);
        return _rosters.Write(gb, [lines[0], .. lines[1..].Select(line => line[..line.LastIndexOf(',')] + ",")]);
    }

    private async Task<UnansweredPage> ListAsync(string account, UnansweredFilter? filter = null) =>
        await _portal.Get<ListUnanswered>().HandleAsync(await _portal.ActorAsync(account), filter ?? new UnansweredFilter());
}
