namespace Portal.Features.Administration.Calendar;

/// <summary>The holiday calendar: its years, and proposals for new ones.</summary>
public static class CalendarFeature
{
    public static void AddCalendar(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<ListYears>()
        .AddSingleton<ProposeYear>();
}
