using System.Net;
using Portal.Features.Platform.Demo;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Accounts;

/// <summary>A person changes the password by a plain form.</summary>
public sealed class ChangePasswordTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Wanted = "Better-2020-12";

    [Fact]
    public async Task The_new_password_counts_from_then_on_and_the_old_one_does_not()
    {
        var person = (await portal.AddPersonAsync("改密人")).UserId;
        await using var db = await portal.Databases.CreateDbContextAsync();
        var (account, stamp) = ((await db.Users.FindAsync(person))!.UserName!, (await db.Users.FindAsync(person))!.SecurityStamp);
        var client = await new ScriptlessBrowser(portal).SignedInAsync(account);

        var changed = await PostAsync(client, DemoAccounts.Password, Wanted, Wanted);

        Assert.Equal("/me/security?changed=1", ScriptlessBrowser.TargetOf(changed));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/me/security")).StatusCode);
        await new ScriptlessBrowser(portal).SignedInAsync(account, Wanted);
        Assert.Equal(HttpStatusCode.OK, (await new ScriptlessBrowser(portal).PostAsync("/login", "login", ("Form.Account", account), ("Form.Password", DemoAccounts.Password))).StatusCode);
        await using var later = await portal.Databases.CreateDbContextAsync();
        // Sessions elsewhere are checked against the stamp.
        Assert.NotEqual(stamp, (await later.Users.FindAsync(person))!.SecurityStamp);
    }

    [Theory]
    [InlineData("not-mine-1", Wanted, Wanted, "密码不正确")]
    [InlineData("", Wanted, Wanted, "请输入现在的密码")]
    [InlineData(DemoAccounts.Password, "short1", "short1", "至少需要8个字符")]
    [InlineData(DemoAccounts.Password, Wanted, "Better-2020-13", "不一样")]
    [InlineData(DemoAccounts.Password, DemoAccounts.Password, DemoAccounts.Password, "和现在的一样")]
    public async Task A_faulty_form_says_what_to_put_right(string current, string wanted, string again, string said)
    {
        var client = await new ScriptlessBrowser(portal).SignedInAsync("supervisor");

        var errors = await ScriptlessBrowser.ErrorsAsync(await PostAsync(client, current, wanted, again));

        Assert.Contains(errors, error => error.Contains(said, StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(ScriptlessBrowser client, string current, string wanted, string again) =>
        client.PostAsync("/me/security", "password", ("Form.Current", current), ("Form.Wanted", wanted), ("Form.Again", again));
}
