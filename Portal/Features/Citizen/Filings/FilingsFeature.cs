namespace Portal.Features.Citizen.Filings;

/// <summary>An applicant tells with a paper that came to pass what an instalment waits for; staff accept it or say why not (R20).</summary>
public static class FilingsFeature
{
    public static void AddFilings(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ShowMilestone>()
        .AddSingleton<FileMilestone>()
        .AddSingleton<WithdrawMilestone>()
        .AddSingleton<DecideMilestone>();
}
