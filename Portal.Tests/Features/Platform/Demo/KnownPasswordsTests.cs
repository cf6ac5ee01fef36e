using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Features.Platform.Demo;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Platform.Demo;

/// <summary>No password that everybody knows opens a portal that is no demo.</summary>
public sealed class KnownPasswordsTests : IDisposable
{
    private readonly PortalFactory _portal = PortalFactory.With(services => services.AddSingleton(new DemoOptions(IsEnabled: false)));

    [Fact]
    public async Task A_real_portal_does_not_start_while_a_demo_account_can_sign_in_and_says_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => _portal.Services.RefuseKnownPasswordsAsync());
        Assert.Contains("demo remove", refused.Message, StringComparison.Ordinal);

        Assert.Equal(DemoAccounts.All.Count, await KnownPasswords.RemoveAsync(_portal.Services, default));
        await _portal.Services.RefuseKnownPasswordsAsync();
        Assert.Equal(0, await KnownPasswords.RemoveAsync(_portal.Services, default));
        var anyone = new ScriptlessBrowser(_portal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await anyone.PostAsync("/login", "login", ("Form.Account", "admin"), ("Form.Password", DemoAccounts.Password))).StatusCode);
    }

    [Fact]
    public async Task A_demo_starts_with_them()
    {
        using var demo = new PortalFactory();

        await demo.Services.RefuseKnownPasswordsAsync();
    }

    public void Dispose() => _portal.Dispose();
}
