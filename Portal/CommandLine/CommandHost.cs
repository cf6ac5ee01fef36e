using Portal.Features.Administration.Staff;
using Portal.Features.Finance.Reconciliation;
using Portal.Features.Refunds.Screening;

namespace Portal.CommandLine;

/// <summary>The portal without its web part: the same settings, and every log line on standard error.</summary>
internal static class CommandHost
{
    public static HostApplicationBuilder Create()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = PortalFolder.Path,
            // As the web portal reads it, so that both see the same settings.
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        });
        // In Development every service would be built to check it, the web framework's own among them, which have no web here.
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = false }));
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }

    /// <summary>With the database brought up to date, as at a start of the portal.</summary>
    /// <param name="withDemo">False for verbs that must not bring the demo's accounts.</param>
    public static async Task<IHost> PrepareAsync(CancellationToken cancellation, bool withDemo = true)
    {
        var builder = Create();
        if (!withDemo) builder.Configuration["Demo:Enabled"] = "false";
        builder.AddPortalCore();
        Identity.AccessFeature.AddPortalAccess(builder);
        builder.AddRosterReading();
        builder.AddReconciliation();
        builder.AddStaff();
        var host = builder.Build();
        await host.Services.PrepareAsync(cancellation);
        return host;
    }
}
