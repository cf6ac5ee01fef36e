namespace Portal.Features.Finance.BankReports;

/// <summary>What the bank tells of payments comes in and is applied to batches.</summary>
public static class BankReportsFeature
{
    public static void AddBankReports(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<BankReportStore>()
        .AddSingleton<ImportBankReport>()
        .AddSingleton<ShowBankReports>();
}
