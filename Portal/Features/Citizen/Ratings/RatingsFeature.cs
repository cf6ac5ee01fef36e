namespace Portal.Features.Citizen.Ratings;

/// <summary>好差评: applicants rate how a case was handled, supervisors answer bad ratings.</summary>
public static class RatingsFeature
{
    public static void AddRatings(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ShowRating>()
        .AddSingleton<RateCase>()
        .AddSingleton<AnswerRating>();
}
