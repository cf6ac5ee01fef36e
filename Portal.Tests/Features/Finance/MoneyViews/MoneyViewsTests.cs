using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Domain.Ledger;
using Portal.Domain.Values;
using Portal.Features.Finance.MoneyViews;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.MoneyViews;

/// <summary>Where the money of a place stands, and the cases behind each number.</summary>
public sealed class MoneyViewsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly RecoveryScene _scene = new(portal);

    [Fact]
    public async Task Every_number_is_the_sum_of_its_cases_by_whatever_it_is_told_apart()
    {
        await SomeMoneyAsync();
        var finance = await portal.ActorAsync("finance");
        var whole = (await portal.Get<ShowMoney>().HandleAsync(finance, new MoneyFilter(), MoneyBy.Measure))!;
        Assert.True(whole.Total[LedgerAccount.Receivable] > Money.Zero && whole.Total[LedgerAccount.Due] > Money.Zero && whole.Total[LedgerAccount.Recovered] > Money.Zero);

        foreach (var by in Enum.GetValues<MoneyBy>())
        {
            var table = (await portal.Get<ShowMoney>().HandleAsync(finance, new MoneyFilter(), by))!;
            foreach (var account in MoneyFilter.Accounts)
            {
                Assert.Equal(whole.Total[account], table.Total[account]);
                foreach (var line in table.Lines)
                    Assert.Equal(line[account], await SumOfCasesAsync(finance, Narrowed(by, line.Key), account));
            }
        }
    }

    [Fact]
    public async Task Other_places_and_other_roles_see_nothing_of_it()
    {
        await SomeMoneyAsync();

        Assert.Equal(Money.Zero, (await portal.Get<ShowMoney>().HandleAsync(TestCases.Staff("210300", Roles.Finance), new MoneyFilter(), MoneyBy.City))!.Total.Granted);
        Assert.Null(await portal.Get<ShowMoney>().HandleAsync(TestCases.Staff("210300", Roles.Finance), new MoneyFilter(City: "210200"), MoneyBy.City));
        Assert.Null(await portal.Get<ShowMoney>().HandleAsync(TestCases.Staff("210000", Roles.Reviewer), new MoneyFilter(), MoneyBy.City));
        Assert.Null(await portal.Get<ListMoneyCases>().HandleAsync(TestCases.Staff("210300", Roles.Finance), new MoneyFilter(City: "210200"), LedgerAccount.Due, null));
        Assert.Null(await portal.Get<ExportMoney>().HandleAsync(await portal.ActorAsync("graduate"), new MoneyFilter()));
    }

    [Fact]
    public async Task The_workbook_has_a_sheet_for_each_way_of_telling_apart()
    {
        await SomeMoneyAsync();
        var auditor = await portal.ActorAsync("auditor");

        var file = (await portal.Get<ExportMoney>().HandleAsync(auditor, new MoneyFilter()))!;

        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Equal(Enum.GetValues<MoneyBy>().Length + 1, zip.Entries.Count(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Amounts_in_the_workbook_are_numbers_that_add_up_by_measure_and_by_case()
    {
        await SomeMoneyAsync();
        var auditor = await portal.ActorAsync("auditor");
        var whole = (await portal.Get<ShowMoney>().HandleAsync(auditor, new MoneyFilter(), MoneyBy.Measure))!.Total.Granted;

        using var zip = new ZipArchive(new MemoryStream((await portal.Get<ExportMoney>().HandleAsync(auditor, new MoneyFilter()))!));

        foreach (var sheet in (int[])[1, 5])
        {
            var rows = XDocument.Load(zip.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open()).Descendants().Where(element => element.Name.LocalName == "row").ToArray();
            var sums = rows[1..].Select(row => row.Elements().Last()).ToArray();
            // A number has no type of its own and stands as a value; text stands inline.
            Assert.All(sums, cell => Assert.Null(cell.Attribute("t")));
            Assert.Equal(whole.Fen / 100m, sums[..^1].Sum(cell => decimal.Parse(cell.Value, CultureInfo.InvariantCulture)));
            Assert.Equal(whole.Fen / 100m, decimal.Parse(sums[^1].Value, CultureInfo.InvariantCulture));
        }

        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Contains(await db.AccessEntries.ToListAsync(), entry => entry.ActorId == auditor.UserId && entry.What.StartsWith("下载了资金情况表格", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pages_open_into_their_cases()
    {
        await SomeMoneyAsync();
        var page = await ScriptlessBrowser.AsAsync(portal, "finance");

        await page.GetAsync("/desk/money?by=City");
        Assert.Contains("资金情况", page.Text, StringComparison.Ordinal);
        var link = page.Page.QuerySelector("table a")!.GetAttribute("href")!;
        await page.GetAsync(link);

        Assert.NotNull(page.Page.QuerySelector("a[href^='/desk/cases/']"));
    }

    private async Task SomeMoneyAsync()
    {
        var claim = await _scene.ClaimAsync();
        await _scene.ReceiveAsync(claim.Id, "1000");
        await _scene.GrantedAsync(await portal.HiringAsync(relief: true));
        await _scene.GrantedAsync(await portal.FlexibleAsync());
    }

    private static MoneyFilter Narrowed(MoneyBy by, string key) => by switch
    {
        MoneyBy.Measure => new MoneyFilter(Measure: key),
        MoneyBy.City => new MoneyFilter(City: key),
        MoneyBy.Source => new MoneyFilter(Source: Enum.Parse<FundingSource>(key)),
        _ => new MoneyFilter(Month: Month.TryParse(key, out var month) ? month : null),
    };

    private async Task<Money> SumOfCasesAsync(Actor actor, MoneyFilter filter, LedgerAccount account)
    {
        var sum = Money.Zero;
        for (string? after = null; ;)
        {
            var page = (await portal.Get<ListMoneyCases>().HandleAsync(actor, filter, account, after))!;
            sum = page.Cases.Aggregate(sum, (total, one) => total + one.Amount);
            if (page.Next is null) return sum;
            after = page.Next;
        }
    }
}
