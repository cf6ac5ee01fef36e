namespace Portal.Features.Citizen.AccountChanges;

/// <summary>Changing the account a case is paid to, safely (更换收款账户): password again, and a second person.</summary>
public static class AccountChangesFeature
{
    public static void AddAccountChanges(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ShowAccountChange>()
        .AddSingleton<DecideAccountChange>()
        .AddSingleton<WithdrawAccountChange>()
        .AddScoped<RequestAccountChange>();
}
