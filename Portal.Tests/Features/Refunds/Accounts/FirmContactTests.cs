using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Runs;
using Portal.Data.Protection;
using Portal.Features.Citizen.Messages;
using Portal.Features.Refunds.Accounts;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Refunds.Accounts;

/// <summary>A firm that nobody acts for on the portal is told by the roster's telephone number, or by a letter.</summary>
public sealed class FirmContactTests : IDisposable
{
    private const string Mobile = "13904110001";

    private readonly PortalFactory _portal = new();
    private readonly RosterFolder _rosters = new();

    [Theory]
    [InlineData("联系电话")]
    [InlineData("联系人电话：")]
    [InlineData(" 手 机 号 码 *")]
    public async Task The_number_is_read_by_any_usual_heading_kept_sealed_and_shown_whole_to_operators_alone(string heading)
    {
        await ReleasedAsync(heading, $"{RosterFolder.OtherFirmAskedRow},139-0411-0001");

        var (forOperator, forReviewer) = (Assert.Single((await ListAsync("operator")).Firms), Assert.Single((await ListAsync("reviewer")).Firms));

        Assert.Equal((Mobile, true), (forOperator.Phone, forOperator.IsPhoneWhole));
        Assert.Equal(("139****0001", false), (forReviewer.Phone, forReviewer.IsPhoneWhole));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.DoesNotContain("0411", Assert.Single(await db.ScreeningRows.Select(row => row.PhoneCipher + row.PhoneMasked).ToListAsync()), StringComparison.Ordinal);
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "operator");
        await visitor.GetAsync("/desk/refunds");
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='tel:{Mobile}']"));
    }

    [Fact]
    public async Task Of_several_columns_with_numbers_the_first_is_read_and_a_roster_without_any_is_read_as_before()
    {
        await ReleasedAsync("单位电话,手机", $"{RosterFolder.OtherFirmAskedRow},0411-82345678,{Mobile}");
        Assert.Equal("0411-82345678", Assert.Single((await ListAsync("operator")).Firms).Phone);

        await _portal.ReleasedAsync(_rosters, RosterFolder.DemoFirmAskedRow);
        Assert.Contains((await ListAsync("operator")).Firms, firm => firm.Phone == "");
    }

    [Fact]
    public async Task Whoever_has_nobody_on_the_portal_gets_a_short_message_and_the_number_is_then_forgotten()
    {
        await ReleasedAsync("手机", $"{RosterFolder.OtherFirmRow},{Mobile}", $"{RosterFolder.DemoFirmRow},13904110002");

        await using (var db = await _portal.Databases.CreateDbContextAsync())
        {
            // The demo's HR acts for the other firm, and is told on the portal.
            var notice = Assert.Single(await db.PhoneNotices.AsNoTracking().ToListAsync());
            Assert.Contains("稳岗返还 900.65 元 已核定", notice.Body, StringComparison.Ordinal);
            Assert.Contains("尾号 0004", notice.Body, StringComparison.Ordinal);
            Assert.Equal(Mobile, _portal.Get<FieldVault>().Decrypt(SealPurpose.Mobile, notice.NumberCipher));
        }

        Assert.Equal(1, await _portal.Get<DeliverPhoneNotices>().HandleAsync());
        Assert.Equal(0, await _portal.Get<DeliverPhoneNotices>().HandleAsync());
        await using var after = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal((true, ""), Assert.Single(await after.PhoneNotices.Select(notice => new { notice.IsSent, notice.NumberCipher }).ToListAsync()) is var sent ? (sent.IsSent, sent.NumberCipher) : default);
    }

    [Fact]
    public async Task A_letter_says_what_is_paid_to_where_or_what_the_firm_has_to_do()
    {
        await _portal.ReleasedAsync(_rosters, RosterFolder.OtherFirmRow, RosterFolder.DemoFirmAskedRow);
        var visitor = await ScriptlessBrowser.AsAsync(_portal, "operator");

        await visitor.GetAsync("/desk/refunds/letters");

        var letters = visitor.Page.QuerySelectorAll("article.letter").Select(letter => letter.TextContent).ToArray();
        Assert.Equal(2, letters.Length);
        Assert.Contains(letters, letter => letter.Contains("样例13企业0000004有限公司", StringComparison.Ordinal) && letter.Contains("900.65 元", StringComparison.Ordinal)
            && letter.Contains("尾号 0004", StringComparison.Ordinal) && !letter.Contains("6200000", StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.Contains(RefundScene.Firm, StringComparison.Ordinal) && letter.Contains("填写单位的对公账户并确认", StringComparison.Ordinal));
        Assert.DoesNotContain(letters, letter => letter.Contains("样例12企业开原分公司", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_are_written_for_one_or_for_a_filter_within_ones_place_and_not_to_firms_that_read_it_on_the_portal()
    {
        var cases = await _portal.ReleasedAsync(_rosters, RosterFolder.OtherFirmRow, RosterFolder.DemoFirmRow);
        var letters = _portal.Get<ListLetters>();
        var actor = await _portal.ActorAsync("operator");

        Assert.Equal(cases[0], Assert.Single((await letters.HandleAsync(actor, new UnansweredFilter(), null)).Letters).No);
        Assert.Empty((await letters.HandleAsync(actor, new UnansweredFilter(), cases[1])).Letters);
        Assert.Empty((await letters.HandleAsync(actor, new UnansweredFilter(City: "210200"), null)).Letters);
        Assert.Empty((await letters.HandleAsync(TestCases.Staff("210200", Roles.Operator), new UnansweredFilter(), null)).Letters);
        Assert.Empty((await letters.HandleAsync(await _portal.ActorAsync("hr"), new UnansweredFilter(), null)).Letters);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private async Task ReleasedAsync(string headings, params string[] rows) => Assert.IsType<RunStepResult.Done>(
        await _portal.ReleaseAsync(await _portal.PublishedAndOverAsync(_rosters.Write([$"{RosterFolder.Header},{headings}", .. rows]))));

    private async Task<UnansweredPage> ListAsync(string account) => await _portal.Get<ListUnanswered>().HandleAsync(await _portal.ActorAsync(account), new UnansweredFilter());
}
