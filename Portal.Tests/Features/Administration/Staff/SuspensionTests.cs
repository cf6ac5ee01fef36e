using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Privacy;
using Portal.Features.Administration.Staff;
using Portal.Features.Citizen.Privacy;
using Portal.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Staff;

/// <summary>A member of staff is shut out (停用) and let in again.</summary>
public sealed class SuspensionTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_suspended_member_of_staff_stays_out_until_restored()
    {
        var reviewer = await portal.AddPersonAsync("调离的人", "210200", Roles.Reviewer);
        var (before, account) = (await ReadAsync(reviewer), (await ReadAsync(reviewer)).UserName!);
        var admin = await new ScriptlessBrowser(portal).SignedInAsync("admin");
        var page = $"/admin/staff/{reviewer.UserId}";

        Assert.Contains("请写明原因", Assert.Single(await ScriptlessBrowser.ErrorsAsync(await admin.PostAsync(page, "suspension", ("Form.Act", "suspend"), ("Form.Reason", " ")))), StringComparison.Ordinal);
        Assert.Equal($"{page}?changed=1", ScriptlessBrowser.TargetOf(await admin.PostAsync(page, "suspension", ("Form.Act", "suspend"), ("Form.Reason", "调离岗位"))));

        Assert.NotEqual(before.SecurityStamp, (await ReadAsync(reviewer)).SecurityStamp);
        Assert.Contains("账号已经不能用", Assert.Single(await ScriptlessBrowser.ErrorsAsync(await LogInAsync(account))), StringComparison.Ordinal);
        await admin.PostAsync(page, "suspension", ("Form.Act", "restore"), ("Form.Reason", "回到原岗位"));
        await new ScriptlessBrowser(portal).SignedInAsync(account);
    }

    [Fact]
    public async Task Who_suspended_whom_and_why_is_written_down_once_for_the_auditors()
    {
        var (admin, reviewer) = (await portal.ActorAsync("admin"), await portal.AddPersonAsync("另一个人", "210200", Roles.Reviewer));

        for (var press = 0; press < 2; press++) Assert.IsType<SuspensionAnswer.Done>(await SuspendAsync(admin, reviewer));

        var seen = await portal.Get<ListViews>().HandleAsync(await portal.ActorAsync("auditor"), new AccessFilter(AccessKind.StaffSuspension), before: null);
        var entry = Assert.Single(seen.Entries, entry => entry.SubjectId == reviewer.UserId);
        Assert.Equal(("管理员", "调离岗位"), (entry.ActorName, entry.Reason));
        Assert.True(Assert.Single(await portal.Get<ListStaff>().HandleAsync(admin), account => account.Id == reviewer.UserId).IsSuspended);
    }

    [Fact]
    public async Task Nobody_suspends_themselves_an_applicant_or_staff_of_another_place()
    {
        var admin = await portal.ActorAsync("admin");
        var ofDalian = await portal.AddPersonAsync("大连管理员", "210200", Roles.Administrator);

        Assert.IsType<SuspensionAnswer.NotFound>(await SuspendAsync(admin, admin));
        Assert.IsType<SuspensionAnswer.NotFound>(await SuspendAsync(admin, await portal.ActorAsync("graduate")));
        Assert.IsType<SuspensionAnswer.NotFound>(await SuspendAsync(ofDalian, await portal.ActorAsync("reviewer")));
        Assert.IsType<SuspensionAnswer.NotFound>(await SuspendAsync(await portal.ActorAsync("supervisor"), await portal.ActorAsync("reviewer")));
        Assert.False((await ReadAsync(admin)).IsSuspended);
    }

    [Fact]
    public async Task An_open_session_is_no_longer_good()
    {
        var reviewer = await portal.AddPersonAsync("还开着页面的人", "210200", Roles.Reviewer);
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var session = scope.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>();
        var state = new Microsoft.AspNetCore.Components.Authorization.AuthenticationState(await session.CreateUserPrincipalAsync(await ReadAsync(reviewer)));
        Assert.True(await CircuitSessions.IsStillGoodAsync(session, state));

        await SuspendAsync(await portal.ActorAsync("admin"), reviewer);

        await using var later = portal.Services.CreateAsyncScope();
        Assert.False(await CircuitSessions.IsStillGoodAsync(later.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>(), state));
    }

    private Task<SuspensionAnswer> SuspendAsync(Actor actor, Actor whom) =>
        portal.Get<SuspendStaff>().HandleAsync(actor, whom.UserId, suspend: true, "调离岗位");

    private Task<HttpResponseMessage> LogInAsync(string account) =>
        new ScriptlessBrowser(portal).PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", Portal.Features.Platform.Demo.DemoAccounts.Password));

    private async Task<PortalUser> ReadAsync(Actor person)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == person.UserId);
    }
}
