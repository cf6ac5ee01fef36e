using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Features.Citizen.Firms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Firms;

public sealed class FirmMemberTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_firm_is_there_for_its_members_only()
    {
        var owner = await portal.AddPersonAsync("甲");
        var firm = await portal.FoundAsync(owner, "91210202000000002J");

        Assert.NotNull(await portal.Get<ShowFirm>().HandleAsync(owner, firm));
        Assert.Null(await portal.Get<ShowFirm>().HandleAsync(await portal.AddPersonAsync("路人"), firm));
        var stranger = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/firms/{firm}")).StatusCode);
        Assert.Null(await portal.Get<InviteColleague>().HandleAsync(await portal.ActorAsync("graduate"), firm));
    }

    [Fact]
    public async Task An_invitation_lets_one_colleague_in_and_no_second_one()
    {
        var owner = await portal.AddPersonAsync("乙");
        var firm = await portal.FoundAsync(owner, "91210202000000003M");
        var invitation = (await portal.Get<InviteColleague>().HandleAsync(owner, firm))!;
        var (first, second) = (await portal.AddPersonAsync("同事一"), await portal.AddPersonAsync("同事二"));

        Assert.IsType<JoinAnswer.AlreadyMember>(await JoinAsync(owner, invitation.Code));
        Assert.IsType<JoinAnswer.NotForStaff>(await JoinAsync(await portal.ActorAsync("reviewer"), invitation.Code));
        Assert.Equal(firm, Assert.IsType<JoinAnswer.Joined>(await JoinAsync(first, " " + invitation.Code.ToLowerInvariant().Replace("-", " "))).FirmId);
        Assert.IsType<JoinAnswer.Used>(await JoinAsync(second, invitation.Code));
        Assert.IsType<JoinAnswer.Unknown>(await JoinAsync(second, "AAAA-AAAA-AAAA"));
        Assert.IsType<JoinAnswer.Unknown>(await JoinAsync(second, null));

        Assert.True(await portal.IsMemberByRoleAsync(first));
        Assert.Null(await portal.Get<InviteColleague>().HandleAsync(first, firm));
    }

    [Fact]
    public async Task Of_many_who_use_one_code_at_once_one_gets_in()
    {
        var owner = await portal.AddPersonAsync("丙");
        var firm = await portal.FoundAsync(owner, "91210202000000004Q");
        var code = (await portal.Get<InviteColleague>().HandleAsync(owner, firm))!.Code;
        var people = new List<Actor>();
        for (var i = 0; i < 5; i++) people.Add(await portal.AddPersonAsync($"同事{i}"));

        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => JoinAsync(person, code))));

        Assert.Single(answers.OfType<JoinAnswer.Joined>());
        Assert.Equal(2, (await portal.Get<ShowFirm>().HandleAsync(owner, firm))!.Colleagues.Count);
    }

    [Fact]
    public async Task The_last_administrator_stays_until_another_is_appointed()
    {
        var owner = await portal.AddPersonAsync("丁");
        var firm = await portal.FoundAsync(owner, "91210202000000005U");
        var colleague = await InviteAsync(owner, firm);

        Assert.Equal(MemberChange.LastAdministrator, await RemoveAsync(owner, firm, owner));
        Assert.Equal(MemberChange.NotFound, await RemoveAsync(colleague, firm, owner));
        Assert.Equal(MemberChange.NotFound, await AppointAsync(colleague, firm, colleague));
        Assert.Equal(MemberChange.Done, await AppointAsync(owner, firm, colleague));
        Assert.Equal(MemberChange.Done, await RemoveAsync(owner, firm, owner));
        Assert.Equal(MemberChange.LastAdministrator, await RemoveAsync(colleague, firm, colleague));
    }

    [Fact]
    public async Task Whoever_acts_for_no_firm_any_more_loses_the_role_and_every_session()
    {
        var owner = await portal.AddPersonAsync("戊");
        var firm = await portal.FoundAsync(owner, "91210202000000006Y");
        var colleague = await InviteAsync(owner, firm);
        var stamp = await StampAsync(colleague);

        Assert.Equal(MemberChange.Done, await RemoveAsync(owner, firm, colleague));

        Assert.False(await portal.IsMemberByRoleAsync(colleague));
        Assert.NotEqual(stamp, await StampAsync(colleague));
        Assert.Null(await portal.Get<ShowFirm>().HandleAsync(colleague, firm));
    }

    [Fact]
    public async Task An_invitation_expires_after_seven_days()
    {
        using var later = new PortalFactory();
        var owner = await later.AddPersonAsync("己");
        var firm = await later.FoundAsync(owner, "912102020000000072");
        var (inTime, late) = ((await later.Get<InviteColleague>().HandleAsync(owner, firm))!, (await later.Get<InviteColleague>().HandleAsync(owner, firm))!);

        await later.Get<BusinessClock>().AdvanceAsync(7);
        Assert.IsType<JoinAnswer.Joined>(await later.Get<JoinFirm>().HandleAsync(await later.AddPersonAsync("同事"), inTime.Code));
        await later.Get<BusinessClock>().AdvanceAsync(1);
        Assert.IsType<JoinAnswer.Expired>(await later.Get<JoinFirm>().HandleAsync(await later.AddPersonAsync("来晚了"), late.Code));
    }

    [Fact]
    public async Task The_code_is_shown_once_and_joining_brings_the_role_at_once()
    {
        var hr = await new ScriptlessBrowser(portal).SignedInAsync("hr");
        var firm = (await portal.Get<ListMyFirms>().HandleAsync(await portal.ActorAsync("hr"))).Firms[0].Id;
        var page = await (await hr.PostAsync($"/firms/{firm}", "invite")).Content.ReadAsStringAsync();
        var code = System.Text.RegularExpressions.Regex.Match(page, "[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}").Value;
        Assert.DoesNotContain(code, await (await hr.GetAsync($"/firms/{firm}")).Content.ReadAsStringAsync());

        var graduate = await new ScriptlessBrowser(portal).SignedInAsync("graduate");
        var joined = await graduate.PostAsync("/firms/join", "join", ("Form.Code", code));

        Assert.Equal($"/firms/{firm}", ScriptlessBrowser.TargetOf(joined));
        Assert.Contains(joined.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("portal.session=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await graduate.GetAsync($"/firms/{firm}")).StatusCode);
    }

    private Task<JoinAnswer> JoinAsync(Actor actor, string? code) => portal.Get<JoinFirm>().HandleAsync(actor, code);

    private Task<MemberChange> RemoveAsync(Actor actor, Guid firm, Actor whom) => portal.Get<RemoveColleague>().HandleAsync(actor, firm, whom.UserId);

    private Task<MemberChange> AppointAsync(Actor actor, Guid firm, Actor whom) => portal.Get<AppointAdministrator>().HandleAsync(actor, firm, whom.UserId);

    private async Task<Actor> InviteAsync(Actor owner, Guid firm)
    {
        var colleague = await portal.AddPersonAsync("同事");
        Assert.IsType<JoinAnswer.Joined>(await JoinAsync(colleague, (await portal.Get<InviteColleague>().HandleAsync(owner, firm))!.Code));
        return colleague;
    }

    private async Task<string?> StampAsync(Actor actor)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.SecurityStamp).SingleAsync();
    }
}
