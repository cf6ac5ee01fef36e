namespace Portal.Features.Administration;

/// <summary>What administrators keep: staff accounts, and the demo's clock.</summary>
public static class AdministrationFeature
{
    public static void AddAdministration(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<AdvanceClock>()
        .AddSingleton<ListStaff>()
        .AddSingleton<SuspendStaff>()
        .AddScoped<CreateStaffAccount>();
}
