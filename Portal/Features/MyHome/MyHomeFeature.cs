namespace Portal.Features.MyHome;

/// <summary>What waits for a signed-in person, and how their applications stand.</summary>
public static class MyHomeFeature
{
    public static void AddMyHome(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ShowMyHome>();
}
