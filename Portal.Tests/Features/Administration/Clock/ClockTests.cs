using System.Net;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Features.Administration.Clock;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Clock;

public sealed class ClockTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("graduate")]
    [InlineData("hr")]
    [InlineData("operator")]
    [InlineData("approver")]
    public async Task Nobody_but_an_administrator_moves_the_clock(string account)
    {
        var before = portal.Get<BusinessClock>().Today;

        Assert.IsType<ClockAnswer.NotAllowed>(await AdvanceAsync(account, 7));
        Assert.Equal(before, portal.Get<BusinessClock>().Today);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(401)]
    public async Task The_clock_moves_on_by_1_to_400_days_only(int days)
    {
        var before = portal.Get<BusinessClock>().Today;

        Assert.IsType<ClockAnswer.OutOfRange>(await AdvanceAsync("admin", days));
        Assert.Equal(before, portal.Get<BusinessClock>().Today);
    }

    [Fact]
    public async Task An_administrator_moves_the_clock_on_the_page()
    {
        var expected = portal.Get<BusinessClock>().Today.AddDays(7);
        var client = await new ScriptlessBrowser(portal).SignedInAsync("admin");

        var response = await client.PostAsync("/admin/clock", "advance", ("Form.Days", "７"));

        Assert.Equal("/admin/clock?moved=1", ScriptlessBrowser.TargetOf(response));
        Assert.Equal(expected, portal.Get<BusinessClock>().Today);
    }

    [Fact]
    public async Task A_clock_that_runs_in_earnest_is_never_moved()
    {
        var real = new AdvanceClock(new BusinessClock(TimeProvider.System, portal.Databases, new ClockOptions(ClockOptions.Real)), portal.Get<CalendarWatch>());

        Assert.IsType<ClockAnswer.Real>(await real.HandleAsync(await portal.ActorAsync("admin"), 7));
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/clock")]
    [InlineData("/admin/staff")]
    public async Task The_pages_of_administration_refuse_others_kindly(string path)
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("reviewer");

        var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("/denied", ScriptlessBrowser.TargetOf(response));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/denied")).StatusCode);
    }

    private async Task<ClockAnswer> AdvanceAsync(string account, int days) =>
        await portal.Get<AdvanceClock>().HandleAsync(await portal.ActorAsync(account), days);
}
