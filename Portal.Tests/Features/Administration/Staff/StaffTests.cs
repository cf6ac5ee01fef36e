using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Features.Administration.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Administration.Staff;

public sealed class StaffTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A_new_member_of_staff_sets_the_password_by_a_link_signs_in_and_sees_their_place_only()
    {
        var admin = await ScriptlessBrowser.AsAsync(portal, "admin");
        await admin.GetAsync("/admin/staff");
        await admin.SubmitAsync("staff", new() { ["Form.Account"] = "Dalian-1", ["Form.Name"] = "刘海", ["Form.Place"] = "210200", ["Form.Roles"] = Roles.Reviewer });
        var link = new Uri(admin.Page.QuerySelector(".notice .num")!.TextContent.Trim()).PathAndQuery;

        var holder = new ScriptlessBrowser(portal);
        await holder.GetAsync(link);
        await holder.SubmitAsync("activate", new() { ["Form.Wanted"] = "short", ["Form.Again"] = "other" });
        Assert.Equal(2, holder.Page.QuerySelectorAll("p.error").Length);
        await holder.SubmitAsync("activate", new() { ["Form.Wanted"] = "mine-alone-2020", ["Form.Again"] = "mine-alone-2020" });
        Assert.Contains("密码已设好", holder.Text, StringComparison.Ordinal);
        await new ScriptlessBrowser(portal).SignedInAsync("dalian-1", "mine-alone-2020");
        var actor = await portal.ActorAsync("dalian-1");
        Assert.True(actor.MayAs(Roles.Reviewer, "210202"));
        Assert.False(actor.MayAs(Roles.Reviewer, "210102"));
        Assert.False(actor.Is(Roles.Applicant));

        await holder.GetAsync(link);
        Assert.Contains("这个链接不能用了", holder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_lost_is_replaced_and_the_lost_one_is_worth_nothing()
    {
        var admin = await portal.ActorAsync("admin");
        var first = Assert.IsType<StaffAnswer.Created>(await CreateAsync(admin, Typed("late-1"))).Link;
        await using var db = await portal.Databases.CreateDbContextAsync();
        var id = (await db.Users.SingleAsync(user => user.UserName == "late-1")).Id;
        var browser = await ScriptlessBrowser.AsAsync(portal, "admin");
        await browser.GetAsync($"/admin/staff/{id}");
        await browser.SubmitAsync("link", []);
        var second = new Uri(browser.Page.QuerySelector(".notice .num")!.TextContent.Trim()).PathAndQuery;

        var holder = new ScriptlessBrowser(portal);
        await holder.GetAsync(first);
        Assert.Contains("这个链接不能用了", holder.Text, StringComparison.Ordinal);
        await holder.GetAsync(second);
        Assert.NotNull(holder.Page.QuerySelector("input[name='Form.Wanted']"));
        await holder.GetAsync(second.Replace(id.ToString(), (await portal.ActorAsync("reviewer")).UserId.ToString(), StringComparison.Ordinal));
        Assert.Contains("这个链接不能用了", holder.Text, StringComparison.Ordinal);
        await using var scope = portal.Services.CreateAsyncScope();
        var renew = scope.ServiceProvider.GetRequiredService<RenewLink>();
        Assert.Null(await renew.HandleAsync(admin, (await portal.ActorAsync("reviewer")).UserId));
        Assert.Null(await renew.HandleAsync(await portal.AddPersonAsync("沈阳管理员", "210100", Roles.Administrator), id));
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
        new() { Account = account, Name = "测试员", Place = "210000", Roles = [Roles.Reviewer] };

    private async Task<StaffAnswer> CreateAsync(Actor actor, StaffForm typed)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CreateStaffAccount>().HandleAsync(actor, typed);
    }
}
