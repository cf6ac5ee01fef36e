using System.Net;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Features.Platform.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Platform.Live;

/// <summary>News of cases, as an open page hears them; bounded by the test's own patience, not by sleeping.</summary>
public sealed class LiveTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_step_of_staff_is_heard_by_its_applicant()
    {
        var record = await portal.FlexibleAsync();
        var listening = NextAsync(await portal.ActorAsync("graduate"), record.No, await LastAsync(record));

        await StepAsync(record, "审核中");

        Assert.Equal((await LastAsync(record)).ToString(System.Globalization.CultureInfo.InvariantCulture), await listening);
    }

    [Fact]
    public async Task What_happened_before_the_page_listened_is_not_missed()
    {
        var record = await portal.FlexibleAsync();
        var seen = await LastAsync(record);
        await StepAsync(record, "审核中");

        Assert.NotNull(await NextAsync(await portal.ActorAsync("graduate"), record.No, seen));
    }

    [Fact]
    public async Task Nobody_hears_of_a_strangers_case()
    {
        var (mine, theirs) = (await portal.FlexibleAsync(), await portal.HiringAsync());
        var listening = NextAsync(await portal.ActorAsync("graduate"), null, Math.Max(await LastAsync(mine), await LastAsync(theirs)));

        await StepAsync(theirs, "别人的");
        await StepAsync(mine, "自己的");

        // Heard at the step on the own case, whether or not both came in one look.
        var heard = long.Parse((await listening)!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(heard >= await LastAsync(mine));
        Assert.False(await portal.Get<ListenToCases>().MayAsync(await portal.ActorAsync("graduate"), theirs.No, default));
    }

    [Fact]
    public async Task The_stream_of_a_foreign_case_is_not_found_and_a_stranger_signs_in_first()
    {
        var record = await portal.FlexibleAsync();
        using var hr = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        using var stranger = portal.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.NotFound, (await hr.GetAsync($"/live/cases/{record.No}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync($"/live/cases/{record.No}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/live/home")).StatusCode);
    }

    [Fact]
    public async Task The_stream_comes_as_server_sent_events_and_says_nothing_of_what_happened()
    {
        var record = await portal.FlexibleAsync();
        using var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        using var patience = new CancellationTokenSource(Patience);

        using var response = await graduate.GetAsync($"/live/cases/{record.No}?since=0", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("event: changed", await lines.ReadLineAsync(patience.Token));
    }

    /// <summary>The id of the first news; listening has begun when this returns.</summary>
    private async Task<string?> NextAsync(Actor actor, string? no, long since)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var item in portal.Get<ListenToCases>().HandleAsync(actor, no, since, patience.Token))
            if (item.EventType == ListenToCases.Changed) return item.EventId;
        return null;
    }

    private async Task<long> LastAsync(Case record) => (await portal.CaseAsync(record.No)).Events[^1].Id;

    private async Task StepAsync(Case record, string what)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.Attach(record);
        record.AddEvent(null, portal.Get<BusinessClock>(), what);
        await db.SaveChangesAsync();
    }
}
