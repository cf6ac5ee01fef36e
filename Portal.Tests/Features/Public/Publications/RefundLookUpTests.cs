using System.Net;
using Portal.Casework.Time;
using Portal.Features.Public.Publications;
using Portal.Tests.Features.Refunds.Accounts;
using Portal.Tests.Features.Refunds.Screening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Public.Publications;

public sealed class RefundLookUpTests : IDisposable
{
    private const string DemoFirm = "912112238DHXT2N823";
    private readonly PortalFactory _portal = PortalFactory.With(services => services.LimitLookUps(perAddress: 5));
    private readonly RosterFolder _rosters = new();

    [Fact]
    public async Task A_firm_is_followed_from_the_list_to_the_account()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmAskedRow));
        // Screened is not published: nobody is told.
        Assert.Equal(new RefundLookUp.Found(RefundStep.NotListed, null), await LookAsync(DemoFirm));
        await _portal.PublishAsync(id);
        Assert.Equal(new RefundLookUp.Found(RefundStep.Published, new DateOnly(2020, 11, 23)), await LookAsync(" 912112238dhxt2n823 "));
        await _portal.Get<BusinessClock>().AdvanceAsync(7);
        Assert.Equal(RefundStep.Elapsed, Assert.IsType<RefundLookUp.Found>(await LookAsync(DemoFirm)).Step);
        await _portal.ReleaseAsync(id);
        Assert.Equal(new RefundLookUp.Found(RefundStep.AwaitingAccount, null), await LookAsync(DemoFirm));

        await using var db = await _portal.Databases.CreateDbContextAsync();
        var no = db.Cases.Single(record => record.RunId == id).No;
        await _portal.AnsweredAsync(no);
        Assert.Equal(new RefundLookUp.Found(RefundStep.AwaitingPayment, null), await LookAsync(DemoFirm));
    }

    [Fact]
    public async Task A_malformed_code_is_told_what_is_wrong_with_it()
    {
        foreach (var text in (string?[])[null, "", "91211223", "912112238DHXT2N824", "' or 1=1 --"])
            Assert.Contains("统一社会信用代码", Assert.IsType<RefundLookUp.Invalid>(await LookAsync(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_no_name_amount_or_account_and_tires_of_being_asked()
    {
        var id = await _portal.ScreenAsync(_rosters.Write(RosterFolder.Header, RosterFolder.DemoFirmRow));
        await _portal.PublishAsync(id);
        using var anybody = new ScriptlessBrowser(_portal);

        var page = await (await anybody.PostFormAsync("/lookup/refund", "refund", new() { ["Form.Code"] = DemoFirm })).Content.ReadAsStringAsync();
        Assert.Contains("公示中", page, StringComparison.Ordinal);
        Assert.DoesNotContain("432.54", page, StringComparison.Ordinal);
        Assert.DoesNotContain("样例", page, StringComparison.Ordinal);
        for (var i = 0; i < 4; i++) await anybody.PostFormAsync("/lookup/refund", "refund", new() { ["Form.Code"] = DemoFirm });
        var tired = await anybody.PostFormAsync("/lookup/refund", "refund", new() { ["Form.Code"] = DemoFirm });
        Assert.Equal(HttpStatusCode.TooManyRequests, tired.StatusCode);
        Assert.Contains("分钟后", await tired.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _portal.Dispose();
        _rosters.Dispose();
    }

    private Task<RefundLookUp> LookAsync(string? code) => _portal.Get<LookUpRefund>().HandleAsync(code);
}
