using System.Text;
using Portal.Domain.Batches;
using Portal.Domain.Values;
using Portal.Features.Finance.BankReports;
using Portal.Tests.Features.Finance.Batches;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Finance.BankReports;

/// <summary>The bank's status report as banks write it, and as nobody should.</summary>
public sealed class Pain002Tests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly BatchScene _scene = new(portal);

    [Fact]
    public void Each_payment_is_read_with_its_status_reason_number_day_and_amount()
    {
        var replies = Read(Report("PC20201116-0001", group: null, block: "PART",
            """<TxInfAndSts><OrgnlEndToEndId>A</OrgnlEndToEndId><TxSts>ACSC</TxSts><AccptncDtTm>2020-11-18T23:30:00+08:00</AccptncDtTm><AcctSvcrRef>B-77</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">432.54000</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>""",
            "<TxInfAndSts><OrgnlEndToEndId>B</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>no such</AddtlInf><AddtlInf>account</AddtlInf></StsRsnInf></TxInfAndSts>",
            "<TxInfAndSts><OrgnlEndToEndId>C</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>",
            """<TxInfAndSts><OrgnlEndToEndId>D</OrgnlEndToEndId><TxSts>ACCC</TxSts><OrgnlTxRef><Amt><InstdAmt Ccy="USD">1</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>"""));

        var made = new DateOnly(2020, 11, 19);
        Assert.Equal<PaymentStatusReport>(
        [
            new PaymentStatusReport.OfLine("A", BankVerdict.Paid, null, "B-77", new DateOnly(2020, 11, 18), new Money(43254)),
            new PaymentStatusReport.OfLine("B", BankVerdict.Refused, "收款账号不正确：no such account", null, made),
            new PaymentStatusReport.OfLine("C", BankVerdict.Unknown, null, null, made),
            new PaymentStatusReport.OfLine("D", BankVerdict.Paid, null, null, made, new Money(100), IsOtherMoney: true),
        ], replies);
    }

    [Fact]
    public void One_word_for_all_is_of_the_batch() => Assert.Equal<PaymentStatusReport>(
        [new PaymentStatusReport.OfBatch("PC20201116-0001", BankVerdict.Refused, "付款账户余额不足", new DateOnly(2020, 11, 19), 2, new Money(300))],
        Read(Report("PC20201116-0001", group: "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>3.00</OrgnlCtrlSum><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>", block: null)));

    [Fact]
    public void A_block_may_speak_for_its_payments() => Assert.Equal<PaymentStatusReport>(
        [new PaymentStatusReport.OfBatch("PC20201116-0001", BankVerdict.Paid, null, new DateOnly(2020, 11, 19), null, null)],
        Read(Report("PC20201116-0001", group: null, block: "ACSC")));

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts></Document>")]
    [InlineData("<html>")]
    public void What_is_no_report_is_refused_with_a_word_of_why(string text) =>
        Assert.NotEmpty(Assert.Throws<BankReportUnreadableException>(() => Read(text)).Message);

    [Fact]
    public async Task A_refusal_of_the_whole_batch_makes_every_line_due_again_if_the_sums_agree()
    {
        var record = await _scene.DueAsync(100, 200);
        var batch = await _scene.SentAsync();
        string Group(string sum) => $"<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>{sum}</OrgnlCtrlSum><GrpSts>RJCT</GrpSts>";

        var wrong = await _scene.HearAsync(Report(batch.No, Group("3.01"), null), name: "a.xml");
        Assert.Equal((0, 1), (wrong.Applied, wrong.Foreign));
        Assert.Equal((0, 300, 0), await _scene.BookAsync(record));

        var right = await _scene.HearAsync(Report(batch.No, Group("3.00"), null), name: "b.xml");
        Assert.Equal((2, 0), (right.Applied, right.Foreign));
        Assert.Equal((300, 0, 0), await _scene.BookAsync(record));
        Assert.Equal(BatchState.Answered, (await _scene.BatchAsync(batch.No)).State);
    }

    [Fact]
    public async Task That_the_whole_was_paid_does_not_pay_what_came_back_by_itself()
    {
        var record = await _scene.DueAsync(100, 200);
        var batch = await _scene.SentAsync();
        await _scene.HearAsync((batch.Lines[0], "失败", "账号不存在"));

        await _scene.HearAsync(Report(batch.No, null, "ACSC"), name: "a.xml");

        Assert.Equal((100, 0, 200), await _scene.BookAsync(record));
        Assert.Equal(BatchState.Answered, (await _scene.BatchAsync(batch.No)).State);
        await _scene.HearAsync((batch.Lines[0], "成功", "改正"));
    }

    [Theory]
    [InlineData("2020-11-18T23:30:00", 18)]
    [InlineData("2020-11-18T23:30:00+08:00", 18)]
    [InlineData("2020-11-18T23:30:00Z", 19)]
    [InlineData("2020-11-18T23:30:00+00:00", 19)]
    [InlineData("2020-11-18", 18)]
    public void A_day_is_a_day_here(string moment, int day) => Assert.Equal(new DateOnly(2020, 11, day), Pain002.DayOf(moment));

    private static IReadOnlyList<PaymentStatusReport> Read(string text) => [.. BankReportFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))];

    private static string Report(string no, string? group, string? block, params string[] transactions) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
          <CstmrPmtStsRpt>
            <GrpHdr><MsgId>R1</MsgId><CreDtTm>2020-11-19T08:00:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>{no}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>{group}</OrgnlGrpInfAndSts>
            {(block is null ? "" : $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{no}</OrgnlPmtInfId><PmtInfSts>{block}</PmtInfSts>{string.Concat(transactions)}</OrgnlPmtInfAndSts>")}
          </CstmrPmtStsRpt>
        </Document>
        """;
}
