namespace Portal.Features.Public.Check;

/// <summary>What can I get: the questionnaire across all measures, and the check of a single one.</summary>
public static class CheckFeature
{
    public static void AddCheck(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<OpenSurvey>();
}
