using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Casework.Background;
using Portal.Casework.Batches;
using Portal.Casework.Decisions;
using Portal.Casework.Ledger;
using Portal.Casework.Messages;
using Portal.Casework.Privacy;
using Portal.Casework.Rulebooks;
using Portal.Casework.RuleChanges;
using Portal.Casework.Runs;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Protection;
using Portal.Data.Seed;
using Portal.Domain.Measures;
using Portal.Features.Platform.Demo;
using Portal.Uploads;

namespace Portal;

/// <summary>What every feature stands on, for the web and the command line alike.</summary>
public static class Hosting
{
    public static void AddPortalCore(this IHostApplicationBuilder builder)
    {
        builder.AddPortalDatabase();
        var demo = DemoOptions.From(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(demo);
        builder.Services.AddSingleton(ClockOptions.From(builder.Configuration, demo.IsEnabled));
        // Where time passes for processes and not for people: leases and turns.
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BusinessClock>(provider, TimeProvider.System));
        builder.Services.AddSingleton<RulebookSource>();
        builder.Services.AddSingleton<CalendarWatch>();
        builder.Services.AddSingleton<MeasureCatalog>();
        builder.Services.AddSingleton<StepRunner>();
        builder.Services.AddSingleton(new Debtors(builder.Configuration, demo.IsEnabled));
        builder.Services.AddSingleton<BatchSteps>();
        builder.Services.AddSingleton<SettleDispute>();
        builder.Services.AddSingleton<PlanSteps>();
        builder.Services.AddSingleton<MilestoneBook>();
        builder.Services.AddSingleton<RefundGrants>();
        builder.Services.AddSingleton<CaseEffects>();
        builder.Services.AddSingleton<PreviewChange>();
        builder.Services.AddSingleton<PreviewYear>();
        builder.Services.AddSingleton<DecisionLog>();
        builder.Services.AddSingleton<DecisionReplay>();
        builder.Services.AddSingleton<Reassessment>();
        builder.Services.AddSingleton<AccessLog>();
        builder.Services.AddSingleton<IInterceptor, CaseMessages>();
        builder.Services.AddSingleton(typeof(WorkSignal<>));
        builder.Services.AddSingleton(UploadLimits.From(builder.Configuration));
    }

    /// <summary>Brings the database up to date and fills what must be there before the first request.</summary>
    public static async Task PrepareAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        var folder = PrivateFolder.Create(services.GetRequiredService<DatabaseSettings>().DataFolder);
        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation))
        {
            await db.BringUpToDateAsync(folder, cancellation);
            if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(SqlitePragmas.Wal, cancellation);
            await FieldKeyCheck.VerifyAsync(db, services.GetRequiredService<FieldVault>(), cancellation);
            await ReferenceSeed.FillAsync(db, cancellation);
            await RoleSeed.FillAsync(db, cancellation);
        }

        await services.GetRequiredService<BusinessClock>().EnsureStartedAsync(cancellation);
        if (services.GetRequiredService<DemoOptions>().IsEnabled) await DemoSeed.FillAsync(services, cancellation);
    }
}
