using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Batches;
using Portal.Casework.Steps;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Cases;
using Portal.Features.Finance.BankReports;
using Portal.Features.Finance.Batches;
using Portal.Features.Finance.Payments;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.BankReports;

/// <summary>What the bank answers, in whatever order and however often; on a real database.</summary>
public sealed class BankReportTests : IDisposable
{
    private readonly PortalFactory _portal = new();
    private readonly BatchScene _scene;

    public BankReportTests() => _scene = new BatchScene(_portal);

    [Fact]
    public async Task Paid_settles_the_case_and_refused_makes_it_due_again()
    {
        var (paid, refused) = (await _scene.DueAsync(1_000), await _scene.DueAsync(2_000));
        var batch = await _scene.SentAsync();
        var (one, two) = (batch.Lines.Single(line => line.CaseId == paid.Id), batch.Lines.Single(line => line.CaseId == refused.Id));

        var answer = await _scene.HearAsync((one, "成功", ""), (two, "失败", "账号不存在"));

        Assert.Equal((2, 0, 0, 0), (answer.Applied, answer.Repeated, answer.Disputed, answer.Foreign));
        var settled = await _portal.CaseAsync(paid.No);
        Assert.Equal((CaseState.Settled, $"L{one.Sequence}"), (settled.State, settled.Instalments[0].Reference));
        Assert.Empty(await _portal.OpenWorkAsync(paid.No));
        var due = await _portal.CaseAsync(refused.No);
        Assert.Equal((InstalmentState.Due, "账号不存在"), (due.Instalments[0].State, due.Instalments[0].Refusal));
        Assert.Contains("更换收款账户", due.Events[^1].Why, StringComparison.Ordinal);
        Assert.Equal(1, await _scene.WorkAsync(WorkKind.BankRefusal, refused.No));
        Assert.Equal(((0, 0, 1_000), (2_000, 0, 0)), (await _scene.BookAsync(paid), await _scene.BookAsync(refused)));
        Assert.Equal(BatchState.Answered, (await _scene.BatchAsync(batch.No)).State);
    }

    [Fact]
    public async Task The_same_file_twice_pays_once()
    {
        var record = await _scene.DueAsync(1_000, 2_000);
        var batch = await _scene.SentAsync();
        var text = BatchScene.Csv([.. batch.Lines.Select(line => $"{line.EndToEndId},成功,,L{line.Sequence},2020-11-16,{line.Amount}")]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _scene.HearAsync(text))));
        var again = await _scene.HearAsync(text);

        Assert.Equal((0, 2), (again.Applied, again.Repeated));
        Assert.Equal((0, 0, 3_000), await _scene.BookAsync(record));
        await using var db = await _portal.Databases.CreateDbContextAsync();
        Assert.Equal(2, await db.BankReports.SumAsync(answer => answer.Applied));
        Assert.Equal(CaseState.Settled, (await _portal.CaseAsync(record.No)).State);
    }

    [Fact]
    public async Task An_open_result_stays_in_transit_until_the_bank_knows()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];

        await _scene.HearAsync((line, "处理中", ""));
        Assert.Equal((0, 1_000, 0), await _scene.BookAsync(record));
        Assert.Equal(LineState.Unknown, (await _scene.LineAsync(line)).State);
        await _scene.HearAsync((line, "成功", ""));
        var late = await _scene.HearAsync((line, "处理中", "晚到"));

        Assert.Equal((0, 1), (late.Applied, late.Repeated));
        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task What_was_refused_goes_into_another_batch_once_its_account_has_changed()
    {
        var record = await _scene.DueAsync(1_000);
        await _scene.HearAsync(((await _scene.SentAsync()).Lines[0], "失败", "账号不存在"));

        var preview = await _portal.Get<PreviewBatch>().HandleAsync(_scene.Finance, new BatchFilter());
        Assert.Equal((0, Exclusion.SameAccountRefused), (preview!.Count, Assert.Single(preview.Exclusion).Why));
        var second = await _scene.CollectAsync(new BatchFilter(Again: true));

        Assert.Equal(record.Id, Assert.Single(second.Lines).CaseId);
        Assert.Equal(0, await _scene.WorkAsync(WorkKind.BankRefusal, record.No));
    }

    [Fact]
    public async Task Paid_after_refused_counts_where_nothing_else_has_been_done()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((line, "失败", "超时"));

        Assert.Equal(1, (await _scene.HearAsync((line, "成功", ""))).Applied);
        // The refusal once more says nothing new.
        Assert.Equal(1, (await _scene.HearAsync((line, "失败", "超时"))).Repeated);

        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
        Assert.Equal(CaseState.Settled, (await _portal.CaseAsync(record.No)).State);
        Assert.Empty(await _portal.OpenWorkAsync(record.No));
    }

    [Fact]
    public async Task Paid_after_refused_moves_nothing_when_the_money_is_on_another_way()
    {
        var record = await _scene.DueAsync(1_000);
        var first = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((first, "失败", "超时"));
        var second = await _scene.CollectAsync(new BatchFilter(Again: true));

        var answer = await _scene.HearAsync((first, "成功", ""));

        Assert.Equal((0, 1), (answer.Applied, answer.Disputed));
        Assert.Equal(Contradiction.PaidAfterRefused, (await _scene.LineAsync(first)).Dispute);
        Assert.Equal(1, await _scene.WorkAsync(WorkKind.BankDispute, first.EndToEndId));
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));

        // The second way is given up, the dispute settled, and the bank's word counts.
        Assert.IsType<StepResult.Done>(await _portal.Get<RemoveLine>().HandleAsync(_scene.Finance, second.Lines[0].EndToEndId, "银行已付"));
        Assert.IsType<StepResult.Done>(await _portal.Get<SettleDispute>().OfLineAsync(_scene.Finance, first.EndToEndId, "银行确认已付"));
        Assert.Equal(1, (await _scene.HearAsync((first, "成功", ""))).Applied);
        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
        Assert.Equal(0, await _scene.WorkAsync(WorkKind.BankDispute, first.EndToEndId));
    }

    [Fact]
    public async Task A_disputed_instalment_goes_into_no_batch_until_somebody_has_looked()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((line, "失败", "超时"));
        await PayByHandAsync(record.No);
        await _scene.HearAsync((line, "成功", ""));

        Assert.Equal(Contradiction.PaidAfterRefused, (await _scene.LineAsync(line)).Dispute);
        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
        Assert.IsType<StepResult.Invalid>(await _portal.Get<SettleDispute>().OfLineAsync(_scene.Finance, line.EndToEndId, "嗯"));
        Assert.IsType<StepResult.Done>(await _portal.Get<SettleDispute>().OfLineAsync(_scene.Finance, line.EndToEndId, "银行多付一笔，已退回专户"));
        // The same words are not asked about again.
        Assert.Equal(1, (await _scene.HearAsync((line, "成功", ""))).Repeated);
        Assert.Null((await _scene.LineAsync(line)).Dispute);
    }

    [Fact]
    public async Task A_return_opens_the_settled_case_again()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        await _scene.HearAsync((line, "成功", ""));

        await _scene.HearAsync((line, "退汇", "账户已销户"));
        await _scene.HearAsync((line, "成功", ""));
        await _scene.HearAsync((line, "退汇", "账户已销户"));

        var again = await _portal.CaseAsync(record.No);
        Assert.Equal((CaseState.Approved, InstalmentState.Due), (again.State, again.Instalments[0].State));
        Assert.Equal([WorkKind.BankRefusal, WorkKind.PayInstalments], (await _portal.OpenWorkAsync(record.No)).Select(item => item.Kind).OrderBy(kind => kind.ToString()));
        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));
        Assert.Equal(LineState.Returned, (await _scene.LineAsync(line)).State);
    }

    [Fact]
    public async Task Contradictions_move_no_money_and_become_work()
    {
        var (early, other) = (await _scene.DueAsync(1_000), await _scene.DueAsync(2_000));
        var batch = await _scene.SentAsync();
        var (one, two) = (batch.Lines.Single(line => line.CaseId == early.Id), batch.Lines.Single(line => line.CaseId == other.Id));
        await _scene.HearAsync((one, "成功", ""));

        var answer = await _scene.HearAsync(BatchScene.Csv($"{one.EndToEndId},失败,账号不符,,,", $"{two.EndToEndId},成功,,,,19.99", "PC20201116-0099-000001,成功,,,,", "XYZ,成功,,,,"));

        Assert.Equal((0, 0, 2, 2), (answer.Applied, answer.Repeated, answer.Disputed, answer.Foreign));
        Assert.Equal((Contradiction.RefusedAfterPaid, Contradiction.OtherAmount), ((await _scene.LineAsync(one)).Dispute!.Value, (await _scene.LineAsync(two)).Dispute!.Value));
        Assert.Equal(((0, 0, 1_000), (0, 2_000, 0)), (await _scene.BookAsync(early), await _scene.BookAsync(other)));
        Assert.Equal(1, await _scene.WorkAsync(WorkKind.BankDispute, answer.Id.ToString()));
        await _scene.HearAsync((two, "成功", ""));
        var done = await _scene.BatchAsync(batch.No);
        Assert.IsType<StepResult.Refused>(await _portal.Get<CloseBatch>().HandleAsync(_scene.Finance, done.No, done.Version));
    }

    [Fact]
    public async Task An_answer_to_what_never_went_to_the_bank_moves_nothing()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.ProposedAsync()).Lines[0];

        Assert.Equal(1, (await _scene.HearAsync((line, "成功", ""))).Disputed);

        Assert.Equal((1_000, 0, 0), await _scene.BookAsync(record));
        Assert.Equal(Contradiction.NotSent, (await _scene.LineAsync(line)).Dispute);
    }

    [Fact]
    public async Task One_file_may_say_two_things_of_a_line_one_after_the_other()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];

        var answer = await _scene.HearAsync((line, "处理中", ""), (line, "失败", "超时"), (line, "成功", ""), (line, "成功", ""));

        Assert.Equal((3, 1), (answer.Applied, answer.Repeated));
        Assert.Equal((0, 0, 1_000), await _scene.BookAsync(record));
        Assert.Empty(await _portal.OpenWorkAsync(record.No));
    }

    [Fact]
    public async Task A_file_in_GB18030_is_read_and_a_faulty_row_refuses_the_whole()
    {
        var record = await _scene.DueAsync(1_000, 2_000);
        var batch = await _scene.SentAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Task<AnswerResult> UploadAsync(string text) =>
            _portal.Get<ImportBankReport>().HandleAsync(_scene.Finance, "结果.csv", () => new MemoryStream(Encoding.GetEncoding("GB18030").GetBytes(text)));

        var faulty = await UploadAsync(BatchScene.Csv($"{batch.Lines[0].EndToEndId},交易成功,,,,", $"{batch.Lines[1].EndToEndId},大概成功,,,,"));
        Assert.Contains("第 3 行的“结果”", Assert.IsType<AnswerResult.Refused>(faulty).Message, StringComparison.Ordinal);
        Assert.Equal((0, 3_000, 0), await _scene.BookAsync(record));
        Assert.IsType<AnswerResult.Refused>(await UploadAsync("姓名,电话\n张三,1\n"));
        Assert.IsType<AnswerResult.Refused>(await UploadAsync(""));

        Assert.IsType<AnswerResult.Taken>(await UploadAsync(BatchScene.Csv($"{batch.Lines[0].EndToEndId},交易成功,,,,", $"{batch.Lines[1].EndToEndId},交易成功,,,,")));
        Assert.Equal((0, 0, 3_000), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task Only_finance_of_the_place_and_no_party_uploads_answers()
    {
        var record = await _scene.DueAsync(1_000);
        var line = (await _scene.SentAsync()).Lines[0];
        var text = BatchScene.Csv($"{line.EndToEndId},成功,,,,");

        Assert.IsType<AnswerResult.Refused>(await _portal.Get<ImportBankReport>().HandleAsync(_scene.Approver, "a.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(text))));
        var foreign = await _scene.HearAsync(text, TestCases.Staff("210100", Roles.Finance));

        Assert.Equal(1, foreign.Foreign);
        Assert.Equal((0, 1_000, 0), await _scene.BookAsync(record));
    }

    private async Task PayByHandAsync(string no)
    {
        var record = await _portal.CaseAsync(no);
        Assert.IsType<StepResult.Done>(await _portal.Get<RecordPayment>().HandleAsync(
            TestCases.Staff(BatchScene.Region, Roles.Finance), new PaymentMade(no, record.Version, record.Instalments[0].Id, "PZ-1", "2020-11-16")));
    }

    public void Dispose() => _portal.Dispose();
}
