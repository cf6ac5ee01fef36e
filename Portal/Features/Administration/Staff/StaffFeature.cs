namespace Portal.Features.Administration.Staff;

/// <summary>Staff accounts, which administrators keep.</summary>
public static class StaffFeature
{
    public static void AddStaff(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListStaff>()
        .AddSingleton<SuspendStaff>()
        .AddScoped<CreateStaffAccount>()
        .AddScoped<RenewLink>()
        .AddScoped<ActivateAccount>();
}
