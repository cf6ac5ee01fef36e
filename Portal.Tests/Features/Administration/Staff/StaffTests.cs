using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Features.Administration.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Staff;

public sealed class StaffTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Password = "first-2020";

    [Fact]
    public async Task A_new_member_of_staff_signs_in_and_sees_their_place_only()
    {
        var admin = await new ScriptlessBrowser(portal).SignedInAsync("admin");
        var response = await admin.PostAsync("/admin/staff", "staff", ("Form.Account", "Dalian-1"), ("Form.Name", "刘海"), ("Form.Place", "210200"),
            ("Form.Roles", Roles.Reviewer), ("Form.Roles", Roles.Operator), ("Form.Password", Password));

        Assert.Equal("/admin/staff?created=dalian-1", ScriptlessBrowser.TargetOf(response));
        await new ScriptlessBrowser(portal).SignedInAsync("dalian-1", Password);
        var actor = await portal.ActorAsync("dalian-1");
        Assert.True(actor.MayAs(Roles.Reviewer, "210202"));
        Assert.False(actor.MayAs(Roles.Reviewer, "210102"));
        Assert.False(actor.Is(Roles.Applicant));
    }

    [Theory]
    [InlineData("1390000", "account")]
    [InlineData("13900000000", "account")]
    [InlineData("reviewer", "account")]
    [InlineData("ok-account", "roles", Roles.Applicant)]
    [InlineData("ok-account", "roles", Roles.Reviewer, Roles.Member)]
    [InlineData("ok-account", "roles")]
    public async Task A_staff_account_is_never_an_applicants_nor_a_number_nor_taken(string account, string field, params string[] roles)
    {
        var typed = Typed(account) with { Roles = field == "account" ? [Roles.Reviewer] : [.. roles] };

        var faulty = Assert.IsType<StaffAnswer.Faulty>(await CreateAsync(await portal.ActorAsync("admin"), typed));

        Assert.Equal(field, Assert.Single(faulty.Errors).FieldId);
    }

    [Fact]
    public async Task An_administrator_of_one_city_opens_no_account_in_another()
    {
        var admin = await portal.AddPersonAsync("大连管理员", "210200", Roles.Administrator);

        var faulty = Assert.IsType<StaffAnswer.Faulty>(await CreateAsync(admin, Typed("shenyang-1") with { Place = "210100" }));

        Assert.Equal("place", Assert.Single(faulty.Errors).FieldId);
        Assert.DoesNotContain(await portal.Get<ListStaff>().HandleAsync(admin), account => account.Account == "admin");
    }

    [Fact]
    public async Task Others_neither_see_nor_open_staff_accounts()
    {
        var supervisor = await portal.ActorAsync("supervisor");

        Assert.IsType<StaffAnswer.NotAllowed>(await CreateAsync(supervisor, Typed("mine")));
        Assert.Empty(await portal.Get<ListStaff>().HandleAsync(supervisor));
        await using var db = await portal.Databases.CreateDbContextAsync();
        Assert.False(await db.Users.AnyAsync(user => user.UserName == "mine"));
    }

    private static StaffForm Typed(string account) =>
        new() { Account = account, Name = "测试员", Place = "210000", Roles = [Roles.Reviewer], Password = Password };

    private async Task<StaffAnswer> CreateAsync(Actor actor, StaffForm typed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CreateStaffAccount>().HandleAsync(actor, typed);
    }
}
