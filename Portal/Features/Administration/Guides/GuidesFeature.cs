namespace Portal.Features.Administration.Guides;

/// <summary>Staff keep what the guides cannot know of themselves: offices, telephone numbers, codes.</summary>
public static class GuidesFeature
{
    public static void AddGuides(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListGuides>()
        .AddSingleton<ShowGuideSheet>()
        .AddSingleton<SaveGuideSheet>();
}
