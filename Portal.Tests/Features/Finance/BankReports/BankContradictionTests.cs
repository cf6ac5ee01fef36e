using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Domain.Batches;
using Portal.Domain.Values;
using Portal.Features.Finance.BankReports;
using Portal.Features.Finance.Batches;
using Portal.Features.Finance.Payments;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.BankReports;

/// <summary>Where the bank's word and the books part: nothing more is paid until somebody has looked, and no file is stuck.</summary>
public sealed class BankContradictionTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly BatchScene _scene;

    public BankContradictionTests() => _scene = new BatchScene(_portal);

    [Fact]
    public async Task A_dispute_keeps_a_batch_that_holds_the_same_money_from_the_bank()
    {
        var record = await _scene.DueAsync(1_000);
        var first = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((first, "失败", "超时"));
        var second = await _scene.CollectAsync(new BatchFilter(Again: true));
        await _scene.ProposeAsync(second);

        await _scene.HearAsync((first, "成功", ""));

        var refused = Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(await _scene.BatchAsync(second.No)));
        Assert.Contains(record.No, refused.Message, StringComparison.Ordinal);
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));
        Assert.IsType<StepResult.Done>(await _portal.Get<SettleDispute>().OfLineAsync(_scene.Finance, first.EndToEndId, "银行确认没有付出"));
        Assert.IsType<StepResult.Done>(await _scene.ApproveAsync(await _scene.BatchAsync(second.No)));
        Assert.Equal((0, 1_000, 0), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task A_dispute_that_comes_between_approval_and_sending_takes_the_line_out()
    {
        var record = await _scene.DueAsync(1_000);
        var first = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((first, "失败", "超时"));
        var second = await _scene.CollectAsync(new BatchFilter(Again: true));
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            await db.PaymentBatches.Where(batch => batch.Id == second.Id).ExecuteUpdateAsync(batch => batch
                .SetProperty(b => b.State, BatchState.Approved).SetProperty(b => b.ApprovedById, _scene.Approver.UserId).SetProperty(b => b.ApprovedByName, "赵明"));
        await _scene.HearAsync((first, "成功", ""));

        await _portal.Get<SendBatch>().HandleAsync(second.Id);

        var after = await _scene.BatchAsync(second.No);
        Assert.Equal((LineState.Dropped, BatchState.Cancelled), (after.Lines[0].State, after.State));
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task Disputed_money_is_not_recorded_by_hand_either()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((line, "失败", "超时"));
        await _scene.HearAsync(BatchScene.Csv($"{line.EndToEndId},成功,,B-1,2020-11-16,9.99"));

        var now = await _portal.CaseAsync(record.No);
        var result = await _portal.Get<RecordPayment>().HandleAsync(
            TestCases.Staff(BatchScene.Region, Roles.Finance), new PaymentMade(record.No, now.Version, now.Instalments[0].Id, "PZ-1", "2020-11-16"));

        Assert.Contains("核实", Assert.IsType<StepResult.Refused>(result).Message, StringComparison.Ordinal);
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task A_return_of_money_that_is_claimed_back_is_put_before_somebody_and_the_rest_of_the_file_counts()
    {
        var (claimed, other) = (await _scene.DueAsync(1_000), await _scene.DueAsync(2_000));
        var batch = await _scene.SentAsync();
        var (one, two) = (batch.Lines.Single(line => line.CaseId == claimed.Id), batch.Lines.Single(line => line.CaseId == other.Id));
        await _scene.HearAsync((one, "成功", ""));
        await WithMoneyAsync(claimed.Id, money => money.Claim(money.Record.Instalments[0], new Money(1_000), Guid.CreateVersion7()));

        var answer = await _scene.HearAsync((one, "退汇", "账户已销户"), (two, "成功", ""));

        Assert.Equal((1, 1), (answer.Applied, answer.Disputed));
        Assert.Equal((LineState.Paid, Contradiction.ReturnedAfterClaim), ((await _scene.LineAsync(one)).State, (await _scene.LineAsync(one)).Dispute));
        Assert.Equal((0, 0, 2_000), await _scene.BookAsync(other));
        await WithMoneyAsync(claimed.Id, money => money.Waive(new Money(1_000), Guid.CreateVersion7()));
        Assert.Equal(1, (await _scene.HearAsync((one, "退汇", "账户已销户"))).Applied);
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(claimed));
    }

    [Fact]
    public async Task Paid_after_refused_does_not_count_when_part_of_it_was_kept_back_meanwhile()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((line, "失败", "超时"));
        await WithMoneyAsync(record.Id, money => money.KeepBack(money.Record.Instalments[0], new Money(300), Guid.CreateVersion7(), "抵扣"));

        var answer = await _scene.HearAsync((line, "成功", ""));

        Assert.Equal((0, 1), (answer.Applied, answer.Disputed));
        Assert.Equal(Contradiction.PaidAfterRefused, (await _scene.LineAsync(line)).Dispute);
        Assert.Equal((700, 0, 300), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task One_file_may_give_an_instalment_back_from_one_line_and_pay_it_by_another()
    {
        var record = await _scene.DueAsync(1_000);
        var first = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((first, "失败", "超时"));
        var second = await _scene.CollectAsync(new BatchFilter(Again: true));
        await _scene.ProposeAsync(second);
        await _scene.ApproveAsync(await _scene.BatchAsync(second.No));
        await _scene.ExportedAsync(second);

        var answer = await _scene.HearAsync((second.Lines[0], "失败", "重复付款"), (first, "成功", ""));

        Assert.Equal((2, 0), (answer.Applied, answer.Disputed));
        Assert.Equal((LineState.Paid, LineState.Refused), ((await _scene.LineAsync(first)).State, (await _scene.LineAsync(second.Lines[0])).State));
        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task A_reason_of_nothing_readable_counts_as_none()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];

        Assert.Equal(1, (await _scene.HearAsync((line, "失败", "\uFFFD\uFFFD"))).Applied);

        Assert.Equal("银行没有说明原因", (await _portal.CaseAsync(record.No)).Instalments[0].Refusal);
    }

    [Fact]
    public async Task A_batch_whose_day_has_passed_is_not_approved()
    {
        await _scene.DueAsync(1_000);
        var batch = await _scene.ProposedAsync();
        await _portal.Get<BusinessClock>().AdvanceAsync(3);

        Assert.Contains("2020年11月18日", Assert.IsType<StepResult.Refused>(await _scene.ApproveAsync(batch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_GB18030_is_read_whatever_this_process_has_read_before()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        var text = $"""<?xml version="1.0" encoding="GB18030"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>{line.EndToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><AddtlInf>户名不符</AddtlInf></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>""";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.IsType<AnswerResult.Taken>(await _portal.Get<ImportBankReport>().HandleAsync(_scene.Finance, "a.xml", () => new MemoryStream(Encoding.GetEncoding("GB18030").GetBytes(text))));

        Assert.Contains("户名不符", (await _portal.CaseAsync(record.No)).Instalments[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_another_process_left_half_sent_is_found_and_sent()
    {
        await _scene.DueAsync(1_000);
        var batch = await _scene.ProposedAsync();
        await using (var db = await _portal.Databases.CreateDbContextAsync())
            await db.PaymentBatches.Where(one => one.Id == batch.Id).ExecuteUpdateAsync(one => one
                .SetProperty(b => b.State, BatchState.Approved).SetProperty(b => b.ApprovedById, _scene.Approver.UserId).SetProperty(b => b.ApprovedByName, "赵明"));

        using var worker = ActivatorUtilities.CreateInstance<BatchWorker>(_portal.Services);
        await worker.StartAsync(default);
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await _scene.BatchAsync(batch.No)).State != BatchState.Ready && DateTime.UtcNow < deadline) await Task.Yield();
        await worker.StopAsync(default);
        Assert.Equal(BatchState.Ready, (await _scene.BatchAsync(batch.No)).State);
    }

    public void Dispose() => _portal.Dispose();

    private async Task WithMoneyAsync(Guid caseId, Action<CaseLedger> act)
    {
        await using var db = await _portal.Databases.CreateDbContextAsync();
        var record = await db.Cases.Include(one => one.Instalments).SingleAsync(one => one.Id == caseId);
        act(await CaseLedger.OpenAsync(db, record, _portal.Get<BusinessClock>(), null, default));
        await db.SaveChangesAsync();
    }
}
