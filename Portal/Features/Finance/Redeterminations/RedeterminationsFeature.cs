using Portal.Casework.Schedule;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>Granted cases determined again: top-ups, claims, and paying them back in money or by set-off.</summary>
public static class RedeterminationsFeature
{
    public static void AddRedeterminations(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ApplyRedetermination>()
        .AddSingleton<ShowRedetermination>()
        .AddSingleton<ProposeRedetermination>()
        .AddSingleton<DecideRedetermination>()
        .AddSingleton<ListTopUps>()
        .AddSingleton<TopUpCases>()
        .AddSingleton<ListRecoveries>()
        .AddSingleton<ShowRecovery>()
        .AddSingleton<RecordReceipt>()
        .AddSingleton<SetOffPayment>()
        .AddSingleton<WaiveRecovery>()
        .AddSingleton<ObjectToRecovery>()
        .AddDailyTask<MarkLateRecoveries>();
}
