using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Casework.Steps;
using Portal.Data;
using Portal.Domain.Values;
using Portal.Features.Finance.Reconciliation;
using Portal.Features.Finance.Redeterminations;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Features.Finance.Redeterminations;
using Portal.Tests.Support;
using Portal.Tests.Support.Hosts;

namespace Portal.Tests.Features.Finance.Reconciliation;

/// <summary>A portal with payments, a claim, money that came in and a set-off, to be copied and broken.</summary>
public sealed class AuditedPortal : IAsyncLifetime
{
    public PortalFactory Factory { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var scene = new RecoveryScene(Factory);
        var claim = await scene.ClaimAsync(parts: 2);
        await scene.ReceiveAsync(claim.Id, "1000");
        var payment = await scene.GrantedAsync(await Factory.HiringAsync(hires: 1, relief: false));
        Assert.IsType<StepResult.Done>(await Factory.Get<SetOffPayment>().HandleAsync(
            await Factory.ActorAsync("finance"), claim.Id, (await scene.FindAsync(claim.Id))!.Version, payment.Instalments[0].Id, Guid.CreateVersion7()));
        await scene.GrantedAsync(await Factory.FlexibleAsync());
        await AnswerAsync(new BatchScene(Factory));
        Assert.Empty(await scene.AuditAsync());
    }

    /// <summary>A batch of which one part was paid, one refused and due again, and one is still with the bank.</summary>
    private static async Task AnswerAsync(BatchScene batches)
    {
        await batches.DueAsync(10_000, 20_000, 30_000);
        var batch = await batches.SentAsync();
        await batches.HearAsync((batch.Lines[0], "成功", ""), (batch.Lines[1], "失败", "户名不符"));
    }

    public ValueTask DisposeAsync() => Factory.DisposeAsync();
}

/// <summary>Each check finds the fault it is for, in a copy of the database broken behind the portal's back.</summary>
public sealed class AuditTests(AuditedPortal audited) : IClassFixture<AuditedPortal>
{
    [Theory]
    [InlineData(nameof(PlanMakesEntitlement), "UPDATE Cases SET Entitlement = Entitlement + 1 WHERE MeasureCode = 'flexible-social-insurance'")]
    [InlineData(nameof(PlanMakesEntitlement), "UPDATE PaymentInstalments SET Amount = Amount - 1 WHERE Id = (SELECT Id FROM PaymentInstalments WHERE State = 'Due')")]
    [InlineData(nameof(LedgerMatchesInstalments), "UPDATE PaymentInstalments SET State = 'Paid' WHERE State = 'Due'")]
    [InlineData(nameof(LedgerMatchesInstalments), "UPDATE PaymentInstalments SET State = 'Sent' WHERE State = 'Due'")]
    [InlineData(nameof(LedgerMatchesInstalments), "DELETE FROM LedgerEntries WHERE Kind = 'Pay'")]
    [InlineData(nameof(LedgerMatchesInstalments), "UPDATE LedgerEntries SET Sequence = Sequence + 90 WHERE Kind = 'Commit'")]
    [InlineData(nameof(NothingIsNegative), "UPDATE LedgerEntries SET Amount = Amount + 1 WHERE Kind = 'FallDue'")]
    [InlineData(nameof(NothingIsNegative), "UPDATE LedgerEntries SET Source = 'Central' WHERE Kind = 'Pay'")]
    [InlineData(nameof(EntriesAreSound), "UPDATE LedgerEntries SET Debit = 'Recovered' WHERE Kind = 'Pay'")]
    [InlineData(nameof(EntriesAreSound), "UPDATE LedgerEntries SET RegionCode = '210100' WHERE Kind = 'Pay'")]
    [InlineData(nameof(RecoveriesMatchLedger), "UPDATE Recoveries SET Received = Received - 1")]
    [InlineData(nameof(RecoveriesMatchLedger), "DELETE FROM RecoveryReceipts WHERE InstalmentId IS NULL")]
    [InlineData(nameof(RecoveriesMatchLedger), "UPDATE RecoveryParts SET Amount = Amount + 1 WHERE Sequence = 1")]
    [InlineData(nameof(RecoveriesMatchLedger), "UPDATE Recoveries SET ClosedOn = '2020-11-16'")]
    [InlineData(nameof(SetOffsMatchInstalments), "UPDATE PaymentInstalments SET SetOff = SetOff - 1 WHERE SetOff > 0")]
    [InlineData(nameof(SetOffsPair), "UPDATE LedgerEntries SET Amount = Amount - 1 WHERE Kind = 'SetOff' AND Credit = 'Receivable'")]
    [InlineData(nameof(SetOffsPair), "DELETE FROM RecoveryReceipts WHERE InstalmentId IS NOT NULL")]
    [InlineData(nameof(LinesMatchLedger), "UPDATE BatchLines SET Amount = Amount + 1 WHERE State = 'Sent'")]
    [InlineData(nameof(LinesMatchLedger), "UPDATE BatchLines SET IsLive = 0 WHERE State = 'Sent'")]
    [InlineData(nameof(LinesMatchLedger), "DELETE FROM LedgerEntries WHERE Kind = 'Send'")]
    [InlineData(nameof(LinesMatchLedger), "UPDATE LedgerEntries SET Occasion = '00000000-0000-0000-0000-000000000001' WHERE Kind = 'Pay' AND Credit = 'InTransit'")]
    [InlineData(nameof(LinesMatchAnswers), "UPDATE BatchLines SET State = 'Paid' WHERE State = 'Sent'")]
    [InlineData(nameof(LinesMatchAnswers), "UPDATE BankReportLines SET Verdict = 'Refused' WHERE Verdict = 'Paid'")]
    [InlineData(nameof(LinesMatchAnswers), "DELETE FROM BankReportLines WHERE Verdict = 'Refused'")]
    [InlineData(nameof(BatchesMatchLines), "UPDATE PaymentBatches SET Total = Total - 1")]
    [InlineData(nameof(BatchesMatchLines), "UPDATE BankReports SET Applied = Applied + 1")]
    [InlineData(nameof(SumsMatchLedger), "UPDATE LedgerSums SET Amount = Amount + 1 WHERE Account = 'Paid'")]
    public async Task A_fault_is_found_by_its_check_and_named(string check, string sql)
    {
        await using var copy = await Copy.OfAsync(audited.Factory);
        Assert.Empty(await copy.AuditAsync(audited.Factory));

        await copy.BreakAsync(sql);

        var found = (await copy.AuditAsync(audited.Factory)).Where(finding => finding.Check == check).ToArray();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.True(finding.CaseNo is not null || check is nameof(SumsMatchLedger) or nameof(BatchesMatchLines)));
    }

    [Fact]
    public async Task A_missing_fen_is_told_with_its_case_and_amount()
    {
        await using var copy = await Copy.OfAsync(audited.Factory);
        await copy.BreakAsync("UPDATE Cases SET Entitlement = Entitlement + 1 WHERE MeasureCode = 'flexible-social-insurance'");

        var finding = Assert.Single(await copy.AuditAsync(audited.Factory));

        Assert.Equal(new Money(-1), finding.Difference);
        Assert.Equal(17, finding.CaseNo!.Length);
    }

    [Fact]
    public async Task Sums_that_went_wrong_are_made_again_from_the_ledger()
    {
        await using var copy = await Copy.OfAsync(audited.Factory);
        await copy.BreakAsync("UPDATE LedgerSums SET Amount = Amount + 1");

        await global::Portal.Casework.Ledger.LedgerFold.RebuildLedgerSumsAsync(copy);

        Assert.Empty(await copy.AuditAsync(audited.Factory));
    }

    [Fact]
    public async Task The_staff_of_a_place_audit_its_cases_and_no_others()
    {
        var page = await ScriptlessBrowser.AsAsync(audited.Factory, "finance");
        await page.GetAsync("/desk/audit?run=1");
        Assert.Contains("全部一致", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_spans_places_is_told_as_proved_to_the_province_alone()
    {
        var audit = audited.Factory.Get<RunAudit>();

        Assert.Equal(audit.Sentences, audit.SentencesFor("210000"));
        Assert.Equal(audited.Factory.Services.GetServices<CaseCheck>().Select(check => check.Sentence), audit.SentencesFor("210200"));
    }

    /// <summary>A copy of a portal's database, with its triggers gone.</summary>
    private sealed class Copy(string file) : IDbContextFactory<PortalDbContext>, IAsyncDisposable
    {
        public static async Task<Copy> OfAsync(PortalFactory portal)
        {
            var file = Path.Combine(TestFolders.Create(), "copy.db");
            await using var db = await portal.Databases.CreateDbContextAsync();
            await db.Database.ExecuteSqlRawAsync("VACUUM INTO {0}", file);
            return new Copy(file);
        }

        public PortalDbContext CreateDbContext() => new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

        public async Task BreakAsync(string sql)
        {
            await using var db = CreateDbContext();
            var drops = await db.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER ' || name || ';' AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync();
            await db.Database.ExecuteSqlRawAsync(string.Concat(drops));
            Assert.True(await db.Database.ExecuteSqlRawAsync(sql) > 0);
        }

        public async Task<IReadOnlyList<AuditFinding>> AuditAsync(PortalFactory portal)
        {
            var findings = new List<AuditFinding>();
            var audit = new RunAudit(this, portal.Services.GetServices<CaseCheck>(), [new BatchesMatchLines(this), new SetOffsPair(this), new SumsMatchLedger(this)]);
            await foreach (var finding in audit.FindAsync(null)) findings.Add(finding);
            return findings;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
