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
    }
}
