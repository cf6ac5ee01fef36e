namespace Portal.Features.Public.Calculators;

/// <summary>What somebody would get, worked out from no more than the amount needs; for everybody and without scripts.</summary>
public static class CalculatorsFeature
{
    public static void AddCalculators(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<OpenCalculator>()
        .AddSingleton<EstimateAmount>();
}
