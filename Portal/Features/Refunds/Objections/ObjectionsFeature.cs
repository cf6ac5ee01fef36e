namespace Portal.Features.Refunds.Objections;

/// <summary>Objections to a published list, and what follows when one is upheld.</summary>
public static class ObjectionsFeature
{
    public static void AddObjections(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecideObjection>();
        builder.Services.AddSingleton<SupplementRows>();
        builder.Services.AddSingleton<DecideAgain>();
    }
}
