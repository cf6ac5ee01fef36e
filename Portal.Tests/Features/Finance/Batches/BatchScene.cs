using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data.Batches;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Finance.BankReports;
using Portal.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Batches;

/// <summary>Batches as finance makes them, and the bank's answers to them.</summary>
internal sealed class BatchScene(PortalFactory portal)
{
    public const string Region = "210202";
    private static int _serial;

    /// <summary>Of all Dalian: the demo's finance sees more, and each test wants money of its own.</summary>
    public Actor Finance { get; } = TestCases.Staff(Region, Roles.Finance) with { Name = "周静" };

    public Actor Approver { get; } = TestCases.Staff(Region, Roles.Approver) with { Name = "赵明" };

    /// <summary>A granted case with an account, whose instalments are due.</summary>
    public async Task<Case> DueAsync(params long[] fen) => await DueAsync(Account(), Region, fen);

    public async Task<Case> DueAsync(string? account, string region, params long[] fen)
    {
        var clock = portal.Get<BusinessClock>();
        await using var db = await portal.Databases.CreateDbContextAsync();
        var record = new Case
        {
            No = CaseNumber.Compose(clock.Today, 700_000 + Interlocked.Increment(ref _serial)),
            MeasureCode = "training-subsidy",
            ApplicantName = "样例企业",
            RegionCode = region,
            State = CaseState.Approved,
            FactsJson = "{}",
            AssessmentJson = "{}",
            AsOf = clock.Today,
            Entitlement = new Money(fen.Sum()),
            SubmittedAt = clock.Now,
            SubmittedOn = clock.Today,
            DecidedOn = clock.Today,
            AccountHolder = "样例企业有限公司",
            Bank = "中国样例银行",
            Account = account is null ? null : portal.Get<FieldVault>().Seal(SealPurpose.BankAccount, account, Mask.BankAccount(account)),
        };
        record.Instalments.AddRange(fen.Select((amount, i) =>
            new PaymentInstalment { CaseId = record.Id, Sequence = i + 1, Trigger = Trigger.Approval, Amount = new Money(amount), DueOn = clock.Today.AddDays(5) }));
        db.Add(record);
        CaseLedger.Begin(db, record, clock, null).Commit(record.Instalments, null);
        db.OpenWork(clock, WorkKind.PayInstalments, record.No, "拨付", region, Roles.Finance, clock.Today.AddDays(5));
        await db.SaveChangesAsync();
        return record;
    }

    public static string Account() => $"62{Interlocked.Increment(ref _serial):0000000000000}";

    public async Task<PaymentBatch> CollectAsync(BatchFilter? filter = null, Actor? actor = null) =>
        await BatchAsync(Assert.IsType<CreateBatchResult.Made>(await portal.Get<CreateBatch>().HandleAsync(actor ?? Finance, filter ?? new BatchFilter())).No);

    public async Task<PaymentBatch> ProposedAsync()
    {
        var batch = await CollectAsync();
        Assert.IsType<StepResult.Done>(await ProposeAsync(batch));
        return await BatchAsync(batch.No);
    }

    public Task<StepResult> ProposeAsync(PaymentBatch batch, string day = "2020-11-18") =>
        portal.Get<ProposeBatch>().HandleAsync(Finance, batch.No, batch.Version, day);

    public Task<StepResult> ApproveAsync(PaymentBatch batch, Actor? actor = null) =>
        portal.Get<ApproveBatch>().HandleAsync(actor ?? Approver, batch.No, batch.Version);

    /// <summary>Approved, and its file not fetched yet.</summary>
    public async Task<PaymentBatch> ReadyAsync()
    {
        var batch = await ProposedAsync();
        Assert.IsType<StepResult.Done>(await ApproveAsync(batch));
        return await BatchAsync(batch.No);
    }

    public async Task<PaymentBatch> SentAsync() => await ExportedAsync(await ReadyAsync());

    /// <summary>Its file is fetched for the bank.</summary>
    public async Task<PaymentBatch> ExportedAsync(PaymentBatch batch)
    {
        Assert.IsType<ExportResult.Written>(await portal.Get<ExportBatch>().HandleAsync(Finance, batch.No, TransferFormat.Csv, "提交网银代发", () => new MemoryStream()));
        return await BatchAsync(batch.No);
    }

    public async Task<PaymentBatch> BatchAsync(string no)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.PaymentBatches.AsNoTracking().Include(batch => batch.Lines.OrderBy(line => line.Sequence)).SingleAsync(batch => batch.No == no);
    }

    public async Task<BatchLine> LineAsync(BatchLine line) => (await BatchAsync(line.EndToEndId[..15])).Lines.Single(one => one.Id == line.Id);

    public async Task<BankReport> HearAsync(string text, Actor? actor = null, string name = "回执.csv")
    {
        var taken = Assert.IsType<AnswerResult.Taken>(
            await portal.Get<ImportBankReport>().HandleAsync(actor ?? Finance, name, () => new MemoryStream(Encoding.UTF8.GetBytes(text))));
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.BankReports.AsNoTracking().SingleAsync(answer => answer.Id == taken.AnswerId);
    }

    public Task<BankReport> HearAsync(params (BatchLine Line, string Result, string Reason)[] answers) =>
        HearAsync(Csv([.. answers.Select(answer => $"{answer.Line.EndToEndId},{answer.Result},{answer.Reason},L{answer.Line.Sequence},2020-11-16,")]));

    public static string Csv(params string[] rows) => string.Join('\n', rows.Prepend("端到端编号,结果,原因,流水号,日期,金额")) + "\n";

    /// <summary>What the ledger holds of a case on accounts that matter here.</summary>
    public async Task<(long Due, long InTransit, long Paid)> BookAsync(Case record)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var book = new CaseBalances((await db.LedgerEntries.AsNoTracking().Where(entry => entry.CaseId == record.Id).ToListAsync()).Select(entry => entry.Line));
        return (book.Balance(LedgerAccount.Due).Fen, book.Balance(LedgerAccount.InTransit).Fen, book.Balance(LedgerAccount.Paid).Fen);
    }

    public async Task<int> WorkAsync(WorkKind kind, string record) => (await portal.OpenWorkAsync(record)).Count(item => item.Kind == kind);
}
