using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Data.Accounts;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Guides;
using Portal.Data.Ledger;
using Portal.Data.Messages;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Data.Ratings;
using Portal.Data.Recoveries;
using Portal.Data.Reference;
using Portal.Data.Schedule;
using Portal.Data.Screening;
using Portal.Data.Wallet;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Data;

/// <summary>The one model of the portal; the two sealed contexts below it differ in provider and migrations only.</summary>
public abstract class PortalDbContext(DbContextOptions options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<FieldKeyCheck> FieldKeyChecks => Set<FieldKeyCheck>();

    public DbSet<Firm> Firms => Set<Firm>();

    public DbSet<FirmMembership> FirmMemberships => Set<FirmMembership>();

    public DbSet<FirmClaim> FirmClaims => Set<FirmClaim>();

    public DbSet<FirmInvitation> FirmInvitations => Set<FirmInvitation>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();

    public DbSet<CaseDecision> CaseDecisions => Set<CaseDecision>();

    public DbSet<BenefitClaim> BenefitClaims => Set<BenefitClaim>();

    public DbSet<CaseNotice> CaseNotices => Set<CaseNotice>();

    public DbSet<AccountChange> AccountChanges => Set<AccountChange>();

    public DbSet<MilestoneFiling> MilestoneFilings => Set<MilestoneFiling>();

    public DbSet<PaymentInstalment> PaymentInstalments => Set<PaymentInstalment>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<PaymentBatch> PaymentBatches => Set<PaymentBatch>();

    public DbSet<BatchLine> BatchLines => Set<BatchLine>();

    public DbSet<BankReport> BankReports => Set<BankReport>();

    public DbSet<BankReportLine> BankReportLines => Set<BankReportLine>();

    public DbSet<LedgerSum> LedgerSums => Set<LedgerSum>();

    public DbSet<Redetermination> Redeterminations => Set<Redetermination>();

    public DbSet<Recovery> Recoveries => Set<Recovery>();

    public DbSet<RecoveryReceipt> RecoveryReceipts => Set<RecoveryReceipt>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    public DbSet<WalletDocument> WalletDocuments => Set<WalletDocument>();

    public DbSet<ScreeningRun> ScreeningRuns => Set<ScreeningRun>();

    public DbSet<ScreeningRow> ScreeningRows => Set<ScreeningRow>();

    public DbSet<ScreenedFirm> ScreenedFirms => Set<ScreenedFirm>();

    public DbSet<RowBlock> RowBlocks => Set<RowBlock>();

    public DbSet<RunTotal> RunTotals => Set<RunTotal>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<PhoneNotice> PhoneNotices => Set<PhoneNotice>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<ConsentEntry> ConsentEntries => Set<ConsentEntry>();

    public DbSet<AccessEntry> AccessEntries => Set<AccessEntry>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<TaskDay> TaskDays => Set<TaskDay>();

    public DbSet<ParameterEntry> Parameters => Set<ParameterEntry>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<RuleChange> RuleChanges => Set<RuleChange>();

    public DbSet<ParameterChange> ParameterChanges => Set<ParameterChange>();

    public DbSet<CalendarChange> CalendarChanges => Set<CalendarChange>();

    public DbSet<RegionEntry> Regions => Set<RegionEntry>();

    public DbSet<GuideEntry> GuideEntries => Set<GuideEntry>();

    public DbSet<ClockSetting> ClockSettings => Set<ClockSetting>();

    /// <remarks>For the framework alone: the portal saves asynchronously, which also tells people what was done.</remarks>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        // SQLite cannot order DateTimeOffset, and a decimal-to-long converter computes wrongly in SQL.
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Properties<Money>().HaveConversion<FenConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => !entity.IsOwned() && entity.ClrType.Namespace!.StartsWith("Portal.", StringComparison.Ordinal)))
        {
            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)))
                builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            // Records bring their key with them. Were it the database's to give, a new part added to a tracked
            // record would be taken for one that is stored already, and updated instead of inserted.
            if (entity.FindPrimaryKey() is { Properties: [{ ClrType: var type } key] } && type == typeof(Guid)) key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private void RenewVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Entity.Version = Guid.CreateVersion7();
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class FenConverter() : ValueConverter<Money, long>(money => money.Fen, fen => new Money(fen));
}

public sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : PortalDbContext(options);

public sealed class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : PortalDbContext(options);
