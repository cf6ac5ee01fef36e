using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Protection;

namespace Portal.Identity;

/// <summary>Sign-in, roles and cookies (ASP.NET Core Identity).</summary>
public static class AccessFeature
{
    /// <summary>How long a session may go on without being checked against its account.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(1);

    public static void AddPortalAccess(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddCascadingAuthenticationState();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        // Signed in unless marked open: a page that forgets to say who may see it is shown to no stranger.
        // Where there is nothing, or not for this method, a stranger is told so.
        services.AddAuthorization(access => access.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(asked => asked.User.Identity?.IsAuthenticated == true || (asked.Resource is HttpContext context && context.GetEndpoint() is not RouteEndpoint)).Build());
        services.AddIdentityCore<PortalUser>(Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<ActorClaimsFactory>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(validator => validator.ValidationInterval = StaleAfter);
        services.AddScoped<AuthenticationStateProvider, CircuitSessions>();
        services.AddScoped<SessionRefresh>();
        services.AddScoped<PasswordCheck>();
        services.AddSingleton<LookUpLimits>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<KeptForms>();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/login";
            cookie.LogoutPath = "/logout";
            cookie.AccessDeniedPath = "/denied";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.Cookie.Name = "portal.session";
            EndedSession.TellIn(cookie);
            // A page left open asks again every few minutes: that is no sign of anybody being there.
            cookie.Events.OnCheckSlidingExpiration = check =>
            {
                if (check.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)) check.ShouldRenew = false;
                return Task.CompletedTask;
            };
        });
        // Kept beside the database: a restart must not sign everybody out or make open forms invalid.
        services.AddDataProtection().SetApplicationName("liaoning-employment-portal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<DatabaseSettings, FieldVault, ILoggerFactory>((options, settings, vault, loggers) => (options.XmlRepository, options.XmlEncryptor) = (
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new DirectoryInfo(PrivateFolder.Create(Path.Combine(settings.DataFolder, "keys"))), loggers),
                new VaultXmlEncryptor(vault)));
    }

    /// <summary>After the framework has registered how forms are read.</summary>
    public static void AddKeptForms(this IServiceCollection services) => KeptFormMapper.AddTo(services);

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = false;
        options.Password.RequiredLength = 8;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireLowercase = true;
        options.Password.RequireDigit = true;
        // Only an administrator locks an account: wrong passwords make whoever types them wait, see SignInLimits.
        options.Lockout.AllowedForNewUsers = true;
    }
}
