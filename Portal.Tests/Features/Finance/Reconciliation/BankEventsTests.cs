using CsCheck;
using Microsoft.EntityFrameworkCore;
using Portal.Casework.Steps;
using Portal.Data.Batches;
using Portal.Domain.Values;
using Portal.Features.Finance.Batches;
using Portal.Features.Finance.Reconciliation;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Reconciliation;

/// <summary>Whatever goes to the bank and whatever the bank says of it, in any order and twice over, nothing is paid twice and the audit finds nothing.</summary>
public sealed class BankEventsTests : IDisposable
{
    private static readonly string[] Words = ["成功", "失败", "处理中", "退汇"];

    private static readonly Gen<(int What, int Which, int Word)[]> Events = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 99], Gen.Int[0, 3]).Array[4, 14];

    private readonly PortalFactory _portal = new();
    private readonly BatchScene _scene;

    public BankEventsTests() => _scene = new BatchScene(_portal);

    [Fact]
    public Task The_books_agree_after_any_sequence_of_batches_and_answers() => Events.SampleAsync(
        async events =>
        {
            await _scene.DueAsync(10_000, 3, 25_001);
            await SendAsync();
            foreach (var (what, which, word) in events) await DoAsync(what, which, Words[word]);
            Assert.Empty(await FindingsAsync());
            await AssertPaidOnceAsync();
        },
        // Each is a dozen round trips to a real database, on one portal whose books grow from sequence to sequence.
        iter: 12, threads: 1);

    public void Dispose() => _portal.Dispose();

    private async Task DoAsync(int what, int which, string word)
    {
        switch (what)
        {
            case 0:
                await SendAsync();
                break;
            case 1 when await CollectAsync() is { } batch:
                await _portal.Get<CancelBatch>().CancelAsync(_scene.Finance, batch.No, batch.Version, "不办了");
                break;
            case 2 when await CollectAsync() is { } batch:
                await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, batch.Lines[which % batch.Lines.Count].EndToEndId, "先不付");
                await _scene.ProposeAsync(await _scene.BatchAsync(batch.No));
                break;
            default:
                var line = (await LinesAsync()) is var lines ? lines[which % lines.Count] : null!;
                for (var twice = 0; twice < 2; twice++) await _scene.HearAsync((line, word, word == "成功" ? "" : "户名不符"));
                break;
        }
    }

    private async Task SendAsync()
    {
        if (await CollectAsync() is not { } batch) return;
        await _scene.ProposeAsync(batch);
        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(await _scene.BatchAsync(batch.No)));
    }

    private async Task<PaymentBatch?> CollectAsync() =>
        await _portal.Get<CreateBatch>().HandleAsync(_scene.Finance, new BatchFilter()) is CreateBatchResult.Made made ? await _scene.BatchAsync(made.No) : null;

    private async Task<List<BatchLine>> LinesAsync()
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        return await db.BatchLines.AsNoTracking().OrderBy(line => line.EndToEndId).ToListAsync();
    }

    private async Task<List<string>> FindingsAsync()
    {
        var findings = new List<string>();
        await foreach (var finding in _portal.Get<RunAudit>().FindAsync(null)) findings.Add($"{finding.Check} {finding.CaseNo} {finding.Text}");
        return findings;
    }

    /// <summary>What the bank's last word says was paid is what the plans say, instalment by instalment.</summary>
    private async Task AssertPaidOnceAsync()
    {
        var paid = (await LinesAsync()).Where(line => line.State == Portal.Domain.Batches.LineState.Paid).ToList();
        Assert.Equal(paid.Count, paid.DistinctBy(line => line.InstalmentId).Count());
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var plans = await db.PaymentInstalments.AsNoTracking().Where(part => part.State == Portal.Domain.Cases.InstalmentState.Paid).ToListAsync();
        Assert.Equal(plans.Aggregate(Money.Zero, (sum, part) => sum + part.Amount), paid.Aggregate(Money.Zero, (sum, line) => sum + line.Amount));
    }
}
