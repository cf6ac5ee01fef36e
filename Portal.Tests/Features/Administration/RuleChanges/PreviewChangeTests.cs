using System.Text;
using Portal.Access;
using Portal.Casework.RuleChanges;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Parameters;
using Portal.Domain.Values;
using Portal.Features.Administration.RuleChanges;
using Portal.Features.Desk.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.RuleChanges;

public sealed class PreviewChangeTests
{
    private static readonly BookEntry Raise = new(RuleScene.AmountKey, "210200", new DateOnly(2020, 11, 1), null, "3000.00", "C", "大人社发〔2020〕9号");

    [Fact]
    public async Task Open_cases_of_the_place_are_listed_with_what_they_get_more()
    {
        using var portal = new PortalFactory();
        var reached = await portal.HiringAsync(hires: 3);
        await portal.HiringAsync(hires: 2, region: "210302");
        await portal.FlexibleAsync();

        var preview = await PreviewAsync(portal, Raise);

        Assert.Equal(["hiring-grant"], preview.Measures.Select(measure => measure.Code));
        Assert.Equal(new EffectTotals(1, 1, 0, Money.Yuan(1500)), preview.Open);
        Assert.Equal(EffectTotals.None, preview.Past);
        var found = Assert.Single(preview.Listed);
        Assert.Equal((reached.No, Money.Yuan(7500), Money.Yuan(9000)), (found.No, found.Effect.Before!.Amount!.Value, found.Effect.After!.Amount!.Value));
    }

    [Fact]
    public async Task Decided_cases_are_told_apart_and_stay_as_they_were()
    {
        using var portal = new PortalFactory();
        var no = (await portal.HiringAsync(hires: 2, relief: false)).No;
        async Task<CaseRef> Seen() => new(no, (await portal.CaseAsync(no)).Version);
        var (reviewer, approver) = (await portal.ActorAsync("reviewer"), await portal.ActorAsync("approver"));
        await portal.Get<AssignCase>().HandleAsync(reviewer, await Seen());
        await portal.Get<ProposeApproval>().HandleAsync(reviewer, await Seen(), null);
        await portal.Get<DecideCase>().HandleAsync(approver, await Seen(), CaseAction.Approve, null);

        var preview = await PreviewAsync(portal, Raise);
        await portal.ApproveAsync(await portal.ProposeAsync(RuleScene.Raise));

        Assert.Equal(new EffectTotals(1, 1, 0, Money.Yuan(1000)), preview.Past);
        Assert.Equal(EffectTotals.None, preview.Open);
        Assert.Equal(Money.Yuan(5000), (await portal.CaseAsync(no)).Entitlement);
    }

    [Fact]
    public async Task A_case_that_waits_for_its_city_gets_its_amount()
    {
        using var portal = new PortalFactory();
        await portal.HiringAsync(hires: 1, region: "210302");

        var preview = await PreviewAsync(portal, Raise with { Region = "210300" });

        Assert.Equal(Money.Yuan(3000), preview.Open.Difference);
        Assert.Null(Assert.Single(preview.Listed).Effect.Before!.Amount);
    }

    [Fact]
    public async Task The_preview_shows_the_cases_of_the_actors_place_only()
    {
        using var portal = new PortalFactory();
        await portal.HiringAsync();
        var provincial = Raise with { Key = "hiring-grant.prepayShare", Region = "210000", Value = "0.25" };
        async Task<int> Looked(string place) =>
            (await portal.Get<PreviewChange>().HandleAsync(TestCases.Staff(place, Roles.Administrator), provincial)).Open.Looked;

        Assert.Equal(1, await Looked("210000"));
        Assert.Equal(1, await Looked("210202"));
        Assert.Equal(0, await Looked("210100"));
    }

    [Fact]
    public async Task All_cases_are_counted_across_batches_though_the_list_is_capped()
    {
        using var portal = new PortalFactory();
        await AddManyAsync(portal, 1203);

        var preview = await PreviewAsync(portal, Raise);

        Assert.Equal(new EffectTotals(1203, 1203, 0, Money.Yuan(500 * 1203)), preview.Open);
        Assert.Equal((ValuePreview.MostListed, 1003), (preview.Listed.Count, preview.Unlisted));
        var id = await portal.ProposeAsync(RuleScene.Raise);
        var file = new MemoryStream();
        Assert.True(await portal.Get<DownloadEffects>().HandleAsync(await portal.ActorAsync("auditor"), id, () => file));
        var lines = Encoding.UTF8.GetString(file.ToArray()).TrimEnd().Split('\n');
        Assert.Equal(1204, lines.Length);
        Assert.EndsWith(",\"'=1+1,公司\",一次性吸纳就业补贴,大连市中山区,已提交,符合条件,2500.00,符合条件,3000.00,500.00", lines[1], StringComparison.Ordinal);
        Assert.False(await portal.Get<DownloadEffects>().HandleAsync(await portal.ActorAsync("reviewer"), id, () => file));
    }

    private static async Task<ValuePreview> PreviewAsync(PortalFactory portal, BookEntry change) =>
        await portal.Get<PreviewChange>().HandleAsync(await portal.ActorAsync("admin"), change);

    private static async Task AddManyAsync(PortalFactory portal, int count)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        db.AddRange(Enumerable.Range(1, count).Select(serial => new Case
        {
            No = CaseNumber.Compose(new DateOnly(2020, 11, 16), serial),
            MeasureCode = "hiring-grant",
            ApplicantName = "=1+1,公司",
            RegionCode = "210202",
            FactsJson = """{"hireCategory":"graduate","contractMonths":"12","socialInsurancePaid":"true","hires":"1","premiumReliefPeriod":"false"}""",
            AssessmentJson = "{}",
            AsOf = new DateOnly(2020, 11, 16),
        }));
        await db.SaveChangesAsync();
    }
}
