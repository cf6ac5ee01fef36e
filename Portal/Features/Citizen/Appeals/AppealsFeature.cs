namespace Portal.Features.Citizen.Appeals;

/// <summary>Appealing against a refusal (申诉).</summary>
public static class AppealsFeature
{
    public static void AddAppeals(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ShowAppeal>().AddSingleton<FileAppeal>();
}
