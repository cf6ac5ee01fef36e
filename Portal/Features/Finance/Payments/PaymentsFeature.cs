using Portal.Casework.Schedule;

namespace Portal.Features.Finance.Payments;

/// <summary>Paying what was granted: recording payments, releasing what waits, and the list of all instalments.</summary>
public static class PaymentsFeature
{
    public static void AddPayments(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<RecordPayment>()
        .AddSingleton<RecordMilestone>()
        .AddSingleton<ShowPlan>()
        .AddSingleton<ListPayments>()
        .AddDailyTask<MarkLatePayments>();
}
