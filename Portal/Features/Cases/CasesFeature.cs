using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Features.Cases;

public static class CasesFeature
{
    public static void AddCases(this IHostApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<ShowMyCase>()
            .AddSingleton<WithdrawCase>()
            .AddSingleton<CorrectCase>()
            .AddSingleton<LookUpCase>();
        builder.Services.Configure<RateLimiterOptions>(options => options.AddPolicy<string, LookUpLimit>(LookUpLimit.Name));
    }
}
