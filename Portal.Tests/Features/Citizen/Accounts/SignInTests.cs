using System.Net;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Accounts;
using Portal.Features.Platform.Demo;
using Portal.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Accounts;

public sealed class SignInTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("13000000001", "/home")]
    [InlineData("+86 130-0000-0001", "/home")]
    [InlineData("graduate", "/home")]
    [InlineData("Reviewer", "/desk")]
    [InlineData("admin", "/admin")]
    public async Task People_sign_in_by_mobile_number_and_by_account(string account, string landing)
    {
        var response = await LogInAsync(account, DemoAccounts.Password);

        Assert.Equal(landing, ScriptlessBrowser.TargetOf(response));
    }

    [Fact]
    public async Task A_wrong_account_and_a_wrong_password_look_alike()
    {
        var nobody = await ScriptlessBrowser.ErrorsAsync(await LogInAsync("13900000000", DemoAccounts.Password));
        var mistyped = await ScriptlessBrowser.ErrorsAsync(await LogInAsync("operator", "Demo-2020-12"));

        Assert.StartsWith("手机号、账号或密码不正确，或者账号已经不能用。", Assert.Single(nobody), StringComparison.Ordinal);
        Assert.Equal(nobody, mistyped);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("there-is-no-such-account")]
    public async Task After_five_wrong_passwords_that_address_waits_whether_there_is_such_an_account_or_not(string account)
    {
        using var own = new PortalFactory();
        async Task<HttpResponseMessage> TryAsync(string password) => await new ScriptlessBrowser(own).PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", password));
        for (var i = 0; i < 5; i++) await TryAsync("wrong-1");

        Assert.Equal("试的次数太多了，请1分钟后再试。", Assert.Single(await ScriptlessBrowser.ErrorsAsync(await TryAsync(DemoAccounts.Password))));
    }

    [Fact]
    public async Task A_device_on_which_the_holder_signed_in_before_goes_on()
    {
        using var own = new PortalFactory();
        var holder = await new ScriptlessBrowser(own).SignedInAsync("auditor");
        for (var i = 0; i < 6; i++) await new ScriptlessBrowser(own).PostAsync("/login", "login", ("Form.Account", "auditor"), ("Form.Password", "wrong-1"));
        await holder.SendAsync("/home", "/logout", null);

        Assert.Equal(HttpStatusCode.Redirect, (await holder.PostAsync("/login", "login", ("Form.Account", "auditor"), ("Form.Password", DemoAccounts.Password))).StatusCode);
    }

    [Fact]
    public async Task Shut_out_unknown_and_mistyped_are_told_in_the_same_words()
    {
        using var own = new PortalFactory();
        await using (var scope = own.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            await users.SetLockoutEndDateAsync((await users.FindByNameAsync("finance"))!, PortalUser.Suspended);
        }

        async Task<string> TryAsync(string account, string password) => Assert.Single(await ScriptlessBrowser.ErrorsAsync(
            await new ScriptlessBrowser(own).PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", password))));
        Assert.Single(new HashSet<string> { await TryAsync("finance", DemoAccounts.Password), await TryAsync("finance", "wrong-1"), await TryAsync("nobody-here", "wrong-1"), await TryAsync("hr", "wrong-1") });
    }

    [Theory]
    [InlineData("/policies?page=2", "/policies?page=2")]
    [InlineData("https://example.com/", "/home")]
    [InlineData("//example.com/", "/home")]
    [InlineData("/\\example.com/", "/home")]
    [InlineData("/\t/example.com/", "/home")]
    public async Task Signing_in_leads_back_to_where_one_was_but_never_out_of_the_portal(string returnUrl, string landing)
    {
        var response = await new ScriptlessBrowser(portal).PostAsync(
            $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}", "login", ("Form.Account", "graduate"), ("Form.Password", DemoAccounts.Password));

        Assert.Equal(landing, ScriptlessBrowser.TargetOf(response));
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_a_page()
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("graduate");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostWithoutTokenAsync("/logout")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/home")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await client.SendAsync("/home", "/logout", null)).StatusCode);
        Assert.Contains("/login?returnUrl=%2Fhome", ScriptlessBrowser.TargetOf(await client.GetAsync("/home")));
    }

    [Fact]
    public async Task A_locked_or_changed_account_loses_its_open_circuits()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.IsType<CircuitSessions>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
        var session = scope.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>();
        var users = session.UserManager;
        var user = (await users.FindByNameAsync("supervisor"))!;
        var state = new AuthenticationState(await session.CreateUserPrincipalAsync(user));

        Assert.True(await CircuitSessions.IsStillGoodAsync(session, state));
        await users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue);
        Assert.False(await CircuitSessions.IsStillGoodAsync(session, state));
        await users.SetLockoutEndDateAsync(user, null);
        Assert.True(await CircuitSessions.IsStillGoodAsync(session, state));
        await users.UpdateSecurityStampAsync(user);
        Assert.False(await CircuitSessions.IsStillGoodAsync(session, state));
    }

    private Task<HttpResponseMessage> LogInAsync(string account, string password) =>
        new ScriptlessBrowser(portal).PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", password));
}
