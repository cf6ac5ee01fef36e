namespace Portal.Features.Administration.Parameters;

/// <summary>The parameter book: what holds where and since when, and proposals for new values.</summary>
public static class ParametersFeature
{
    public static void AddParameters(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListParameters>()
        .AddSingleton<ShowParameter>()
        .AddSingleton<ProposeValue>();
}
