using System.Text.Encodings.Web;
using System.Text.Unicode;
using MudBlazor.Services;

namespace Portal.Components;

public static class PortalAssets
{
    /// <summary>What layouts and pages need of the host: theme files, encoders, MudBlazor's services.</summary>
    public static WebApplicationBuilder AddPortalLook(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton<TooMany>();
#if !DEBUG
        // The handler that serves edited files live knows gzip only: it would send a Release build's brotli files broken.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
#endif
        // Otherwise every Chinese character is sent as a numeric entity of eight bytes.
        builder.Services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddMudServices();
        return builder;
    }
}
