using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Work;
using Portal.Features.Citizen.Firms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Firms;

public sealed class FirmClaimTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task An_approved_claim_makes_the_firm_and_its_first_administrator()
    {
        var person = await portal.AddPersonAsync("甲");
        var claim = await portal.FileClaimAsync(person, "91210202000000002J");
        await using var db = await portal.Databases.CreateDbContextAsync();
        var work = await db.WorkItems.AsNoTracking().SingleAsync(item => item.Record == claim.ToString());
        Assert.Equal((WorkKind.ApproveFirmClaim, Roles.Reviewer, "210202", new DateOnly(2020, 11, 23)), (work.Kind, work.Role, work.RegionCode, work.DueOn));

        Assert.Equal(ClaimDecision.Decided, await portal.DecideAsync(claim));

        var firm = await db.Firms.Include(firm => firm.Members).SingleAsync(firm => firm.CreditCode == "91210202000000002J");
        var member = Assert.Single(firm.Members);
        Assert.Equal((person.UserId, true), (member.UserId, member.IsAdministrator));
        Assert.True(await portal.IsMemberByRoleAsync(person));
        Assert.NotNull((await db.WorkItems.AsNoTracking().SingleAsync(item => item.Id == work.Id)).DoneAt);
        Assert.Equal(ClaimDecision.AlreadyDecided, await portal.DecideAsync(claim, approve: false, "太晚了"));
    }

    [Fact]
    public async Task A_second_pending_claim_finds_the_first()
    {
        var person = await portal.AddPersonAsync("乙");

        var first = await portal.FileClaimAsync(person, "91210202000000003M");

        Assert.Equal(first, await portal.FileClaimAsync(person, "91210202000000003m"));
    }

    [Fact]
    public async Task Two_presses_at_once_make_one_claim()
    {
        var person = await portal.AddPersonAsync("丙");

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => portal.FileClaimAsync(person, "91210202000000004Q"))));

        Assert.Single(claims.Distinct());
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.Equal(1, await db.WorkItems.CountAsync(item => item.Record == claims[0].ToString()));
        Assert.Equal(1, await db.Attachments.CountAsync(letter => letter.OwnerId == person.UserId));
    }

    [Fact]
    public async Task A_letter_that_is_too_large_or_no_paper_is_told_and_nothing_is_kept()
    {
        var person = await portal.AddPersonAsync("丁");

        Assert.Contains("超过 10 MB", await RefusalAsync(person, new byte[10 * 1024 * 1024 + 1]));
        Assert.Contains("不是 PDF", await RefusalAsync(person, "MZ a program"u8.ToArray()));
        Assert.Contains("是空的", await RefusalAsync(person, []));

        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Attachments.AnyAsync(letter => letter.OwnerId == person.UserId));
        Assert.False(await db.FirmClaims.AnyAsync(claim => claim.UserId == person.UserId));
    }

    [Theory]
    [InlineData("91210202000000005X", "210202", "credit-code")]
    [InlineData("9121", "210202", "credit-code")]
    [InlineData("91210202000000005U", "210000", "region")]
    [InlineData("91210202000000005U", "110101", "region")]
    public async Task A_claim_names_a_firm_that_can_exist(string creditCode, string region, string field)
    {
        var answer = await portal.ClaimAsync(await portal.AddPersonAsync("戊"), FirmTestKit.Form(creditCode, region: region));

        Assert.Equal(field, Assert.Single(Assert.IsType<ClaimAnswer.Faulty>(answer).Errors).FieldId);
    }

    [Fact]
    public async Task Staff_of_another_place_neither_see_nor_decide_a_claim()
    {
        var claim = await portal.FileClaimAsync(await portal.AddPersonAsync("己"), "91210202000000006Y");
        var elsewhere = await portal.AddPersonAsync("沈阳审核", "210100", Roles.Reviewer);

        Assert.Null(await portal.Get<FindFirmClaim>().HandleAsync(elsewhere, claim));
        Assert.Equal(ClaimDecision.NotFound, await portal.Get<DecideFirmClaim>().HandleAsync(elsewhere, claim, true, null));
        Assert.Equal(ClaimDecision.NotFound, await portal.DecideAsync(claim, reviewer: "finance"));
        Assert.Equal(FirmClaimState.Pending, (await portal.ReadClaimAsync(claim)).State);
    }

    [Fact]
    public async Task A_refusal_gives_a_reason_and_leaves_the_way_open()
    {
        var person = await portal.AddPersonAsync("庚");
        var claim = await portal.FileClaimAsync(person, "912102020000000098");

        Assert.Equal(ClaimDecision.ReasonMissing, await portal.DecideAsync(claim, approve: false, "  "));
        Assert.Equal(ClaimDecision.Decided, await portal.DecideAsync(claim, approve: false, "授权书没有盖章，请盖章后重新上传。"));

        Assert.NotEqual(claim, await portal.FileClaimAsync(person, "912102020000000098"));
        Assert.False(await portal.IsMemberByRoleAsync(person));
    }

    [Fact]
    public async Task A_claim_of_a_known_firm_goes_to_the_staff_of_its_place_and_its_administrator_stays()
    {
        var person = await portal.AddPersonAsync("辛");
        var claim = await portal.FileClaimAsync(person, "91210202000000001F", region: "210102");

        Assert.Equal("210202", (await portal.ReadClaimAsync(claim)).RegionCode);
        Assert.True(Assert.Single((await portal.Get<ListMyFirms>().HandleAsync(person)).Claims).HasAdministrator);
        Assert.Equal(ClaimDecision.Decided, await portal.DecideAsync(claim));
        Assert.False(Assert.Single((await portal.Get<ListMyFirms>().HandleAsync(person)).Firms).IsAdministrator);
        Assert.IsType<ClaimAnswer.AlreadyMember>(await portal.ClaimAsync(person, FirmTestKit.Form("91210202000000001F")));
    }

    [Fact]
    public async Task Staff_do_not_claim_firms() =>
        Assert.IsType<ClaimAnswer.NotForStaff>(await portal.ClaimAsync(await portal.ActorAsync("reviewer"), FirmTestKit.Form("91210202000000010D")));

    private async Task<string> RefusalAsync(Actor person, byte[] letter) =>
        Assert.Single(Assert.IsType<ClaimAnswer.Faulty>(await portal.ClaimAsync(person, FirmTestKit.Form("91210202000000005U", letter))).Errors).Message;
}
