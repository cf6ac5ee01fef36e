namespace Portal.Features.Citizen.MyHome;

/// <summary>What waits for a signed-in person, what comes next, their money, and how their applications stand.</summary>
public static class MyHomeFeature
{
    public static void AddMyHome(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<MyTasks>().AddSingleton<ShowMyHome>().AddSingleton<ShowMyMoney>().AddSingleton<ListComing>();
}
