using System.Text;
using System.Xml.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Privacy;
using Portal.Data.Work;
using Portal.Domain.Batches;
using Portal.Domain.Values;
using Portal.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.Batches;

/// <summary>What goes to the bank: as the schema has it, the same every time, and not unnoticed.</summary>
public sealed class ExportTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly TransferOrder Order = new(
        "PC20201116-0001", new DateTimeOffset(2020, 11, 16, 9, 0, 0, TimeSpan.FromHours(8)), 1, new Money(123), new DateOnly(2020, 11, 18), "付款<单位>&", "银行", "12345678");

    private readonly BatchScene _scene = new(portal);

    public static TheoryData<string> Hostile =>
    [
        "<Cdtr>&amp;\"'", "]]><!--", "名\u0000\u0001\u001F\uFFFF字", new string('长', 300), string.Concat(Enumerable.Repeat("\U00020BB7", 120)), "甲" + string.Concat(Enumerable.Repeat("\U0001F600", 90)),
        "\uD800", "", " \t\r\n　", "=cmd|' /C calc'!A0", "a\r\nb",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_name_leaves_the_message_valid(string text)
    {
        var document = XDocument.Parse(Message(text));
        Assert.Empty(Pain001Schema.Faults(document));
    }

    [Fact]
    public void Whatever_the_names_the_message_is_valid() => Gen.Char.Array[0, 200].Sample(chars => Assert.Empty(Pain001Schema.Faults(XDocument.Parse(Message(new string(chars))))));

    [Fact]
    public void The_table_of_the_schema_finds_what_is_wrong()
    {
        var good = Message("某公司");
        foreach (var (right, wrong) in ((string, string)[])
            [
                ("<PmtMtd>TRF</PmtMtd>", ""), ("<MsgId>PC20201116-0001</MsgId>", $"<MsgId>{new string('1', 36)}</MsgId>"), (" Ccy=\"CNY\"", ""), ("Cdtr>", "Payee>"),
                ("<Nm>某公司</Nm>", "<Nm></Nm>"), ("<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>-1</NbOfTxs>"), ("pain.001.001.09", "pain.001.001.03"),
            ])
        {
            Assert.Contains(right, good, StringComparison.Ordinal);
            Assert.NotEmpty(Pain001Schema.Faults(XDocument.Parse(good.Replace(right, wrong, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task A_batch_is_exported_byte_for_byte_alike_and_its_sums_are_right()
    {
        var record = await _scene.DueAsync("6222000011112222", BatchScene.Region, 10_001, 20_002);
        var batch = await _scene.SentAsync();

        var (first, second) = (await ExportAsync(batch.No, TransferFormat.Pain001), await ExportAsync(batch.No, TransferFormat.Pain001));

        Assert.Equal(first, second);
        var document = XDocument.Parse(Encoding.UTF8.GetString(first));
        Assert.Empty(Pain001Schema.Faults(document));
        string[] Values(string name) => [.. document.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];
        Assert.Equal(["300.03", "300.03"], Values("CtrlSum"));
        Assert.Equal(["2", "2"], Values("NbOfTxs"));
        Assert.Equal(["100.01", "200.02"], Values("InstdAmt"));
        Assert.Equal(batch.Lines.Select(line => line.EndToEndId), Values("EndToEndId"));
        Assert.Contains("6222000011112222", Values("Id"));
        Assert.Contains(record.No, Values("Ustrd")[0], StringComparison.Ordinal);
        Assert.Equal("2020-11-18", Assert.Single(Values("Dt")));
        await GiveUpAsync(batch.No);
    }

    [Fact]
    public async Task The_table_for_the_bank_is_one_that_Excel_opens_and_runs_nothing()
    {
        var record = await _scene.DueAsync("6222000011113333", BatchScene.Region, 10_001);
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Cases.Where(one => one.Id == record.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.AccountHolder, "=HYPERLINK(\"x\"),甲"));
        var batch = await _scene.SentAsync();

        var bytes = await ExportAsync(batch.No, TransferFormat.Csv);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("序号,端到端编号,收款人名称,收款账号,开户银行,账户类型,金额,币种,用途,付款日期,联行号", lines[0]);
        Assert.StartsWith($"1,{batch.Lines[0].EndToEndId},\"'=HYPERLINK(\"\"x\"\"),甲\",6222000011113333,中国样例银行,对私,100.01,CNY,", lines[1], StringComparison.Ordinal);
        await GiveUpAsync(batch.No);
    }

    [Fact]
    public async Task Accounts_go_out_to_finance_alone_for_a_reason_that_is_kept()
    {
        await _scene.DueAsync(10_000);
        var proposed = await _scene.ProposedAsync();
        Task<ExportResult> TryAsync(Actor actor, string? reason) =>
            portal.Get<ExportBatch>().HandleAsync(actor, proposed.No, TransferFormat.Csv, reason, () => throw new InvalidOperationException("Nothing may be written."));

        Assert.Equal(ExportProblem.NotReady, Assert.IsType<ExportResult.Refused>(await TryAsync(_scene.Finance, "提交网银代发")).Problem);
        await _scene.ApproveAsync(proposed);
        Assert.Equal(ExportProblem.NotAllowed, Assert.IsType<ExportResult.Refused>(await TryAsync(_scene.Approver, "提交网银代发")).Problem);
        Assert.Equal(ExportProblem.Reason, Assert.IsType<ExportResult.Refused>(await TryAsync(_scene.Finance, " ")).Problem);
        Assert.IsType<ExportResult.NotFound>(await TryAsync(TestCases.Staff("210100", Roles.Finance), "提交网银代发"));
        await ExportAsync(proposed.No, TransferFormat.Csv);

        await using var db = await portal.Databases.CreateDbContextAsync();
        var entry = await db.AccessEntries.SingleAsync(entry => entry.Kind == AccessKind.BatchExport && entry.What.Contains(proposed.No));
        Assert.Equal(("提交网银代发", _scene.Finance.UserId), (entry.Reason, entry.ActorId));
        await GiveUpAsync(proposed.No);
    }

    [Fact]
    public async Task A_batch_counts_as_sent_to_the_bank_only_when_its_file_was_fetched_whole()
    {
        var record = await _scene.DueAsync(10_000);
        var batch = await _scene.ReadyAsync();
        Assert.Equal((BatchState.Ready, null), (batch.State, batch.SentAt));
        Assert.Equal(1, await _scene.WorkAsync(WorkKind.ExportBatch, batch.No));
        // A bank that speaks of what nobody has sent means something else: no money moves.
        await _scene.HearAsync((batch.Lines[0], "成功", ""));
        Assert.Equal(Contradiction.NotSent, (await _scene.LineAsync(batch.Lines[0])).Dispute);
        Assert.Equal((0, 10_000, 0), await _scene.BookAsync(record));

        await Assert.ThrowsAsync<IOException>(() => portal.Get<ExportBatch>().HandleAsync(_scene.Finance, batch.No, TransferFormat.Csv, "提交网银代发", () => new BrokenStream()));
        Assert.Equal(BatchState.Ready, (await _scene.BatchAsync(batch.No)).State);
        await ExportAsync(batch.No, TransferFormat.Pain001);

        batch = await _scene.BatchAsync(batch.No);
        Assert.Equal(BatchState.Sent, batch.State);
        Assert.NotNull(batch.SentAt);
        Assert.Equal(0, await _scene.WorkAsync(WorkKind.ExportBatch, batch.No));
        await GiveUpAsync(batch.No);
        Assert.Equal((0, 0, 10_000), await _scene.BookAsync(record));
    }

    [Fact]
    public async Task The_clearing_code_of_a_firm_s_bank_goes_to_the_bank_where_it_was_given()
    {
        var record = await _scene.DueAsync("6222000011114444", BatchScene.Region, 10_001);
        await using (var db = await portal.Databases.CreateDbContextAsync())
            await db.Cases.Where(one => one.Id == record.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.BankCode, "102222000017"));
        await _scene.DueAsync(10_000);
        var batch = await _scene.SentAsync();

        var document = XDocument.Parse(Encoding.UTF8.GetString(await ExportAsync(batch.No, TransferFormat.Pain001)));

        Assert.Empty(Pain001Schema.Faults(document));
        var member = Assert.Single(document.Descendants(), element => element.Name.LocalName == "ClrSysMmbId");
        Assert.Equal(("CdtrAgt", "CNAPS102222000017"), (member.Parent!.Parent!.Name.LocalName, member.Value));
        var lines = Encoding.UTF8.GetString(await ExportAsync(batch.No, TransferFormat.Csv)).Split("\r\n");
        Assert.Equal(["", "102222000017"], lines[1..3].Select(line => line.Split(',')[^1]).Order());
        await GiveUpAsync(batch.No);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The browser is gone.");
    }

    private async Task<byte[]> ExportAsync(string no, TransferFormat format)
    {
        using var target = new MemoryStream();
        Assert.IsType<ExportResult.Written>(await portal.Get<ExportBatch>().HandleAsync(_scene.Finance, no, format, "提交网银代发", () => target));
        return target.ToArray();
    }

    // The class shares a database: what one test sent is out of the next one's way.
    private async Task GiveUpAsync(string no)
    {
        foreach (var line in (await _scene.BatchAsync(no)).Lines) await _scene.HearAsync((line, "成功", ""));
    }

    private static string Message(string text)
    {
        using var target = new MemoryStream();
        using (var file = new Pain001(target))
        {
            file.Begin(Order);
            file.Write(new Transfer(1, "PC20201116-0001-000001", new Money(123), text, text, "62220001", false, text));
            file.End();
            file.Flush();
        }

        return Encoding.UTF8.GetString(target.ToArray());
    }
}
