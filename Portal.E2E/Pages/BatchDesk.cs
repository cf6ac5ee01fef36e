using System.Xml.Linq;
using Microsoft.Playwright;

namespace Portal.E2E.Pages;

/// <summary>Where finance makes batches, another approves them, and the bank's answers come in.</summary>
public sealed class BatchDesk(Visitor staff)
{
    private static readonly XNamespace Order = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static readonly XNamespace Report = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    /// <summary>Collects all that is due and puts it before another person; the batch's number.</summary>
    public async Task<string> ProposeAsync()
    {
        await staff.GoAsync("/desk/payments");
        await staff.FollowAsync("拨付批次");
        await staff.FollowAsync("收集到期款项");
        await staff.PressAsync("列入新批次");
        await staff.SeesAsync("到期的款项已列入这个批次");
        await staff.PressAsync("提交复核");
        await staff.SeesAsync("已提交，等另一位同事复核");
        return new Uri(staff.Page.Url).Segments[^1];
    }

    /// <summary>From the queue, as somebody finds it.</summary>
    public async Task ApproveAsync(string no)
    {
        await staff.GoAsync("/desk");
        await staff.FollowAsync($"复核拨付批次 {no}");
        await staff.PressAsync("复核通过");
        await staff.SeesAsync("已复核通过，可以导出给银行");
    }

    public async Task<XDocument> ExportAsync(string no)
    {
        await staff.GoAsync($"/desk/batches/{no}");
        await staff.FillAsync("导出用途", "提交网银代发");
        var download = await staff.Page.RunAndWaitForDownloadAsync(() => staff.PressAsync("导出文件"));
        Assert.Equal($"{no}.xml", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        return await XDocument.LoadAsync(file, LoadOptions.None, default);
    }

    /// <summary>What a bank answers to an order: one word for each payment, by who is to be paid.</summary>
    public static XDocument Answer(XDocument order, Func<string, (string Status, string? Reason)> verdict)
    {
        var id = order.Descendants(Order + "PmtInfId").Single().Value;
        return new XDocument(new XElement(Report + "Document", new XElement(Report + "CstmrPmtStsRpt",
            new XElement(Report + "GrpHdr", new XElement(Report + "MsgId", "BANK-1"), new XElement(Report + "CreDtTm", "2020-11-23T17:00:00+08:00")),
            new XElement(Report + "OrgnlGrpInfAndSts", new XElement(Report + "OrgnlMsgId", id), new XElement(Report + "OrgnlMsgNmId", "pain.001.001.09")),
            new XElement(Report + "OrgnlPmtInfAndSts", new XElement(Report + "OrgnlPmtInfId", id), new XElement(Report + "PmtInfSts", "PART"),
                order.Descendants(Order + "CdtTrfTxInf").Select(payment => Line(payment, verdict(payment.Element(Order + "Cdtr")!.Value)))))));
    }

    public async Task UploadAsync(XDocument answer)
    {
        await staff.GoAsync("/desk/answers");
        await staff.Main.GetByLabel("回执文件").SetInputFilesAsync(new FilePayload
        {
            Name = "pain002.xml",
            MimeType = "application/xml",
            Buffer = System.Text.Encoding.UTF8.GetBytes(answer.ToString()),
        });
        await staff.PressAsync("上传回执");
        await staff.SeesHeadingAsync("pain002.xml");
    }

    private static XElement Line(XElement payment, (string Status, string? Reason) verdict) => new(Report + "TxInfAndSts",
        new XElement(Report + "OrgnlEndToEndId", payment.Descendants(Order + "EndToEndId").Single().Value),
        new XElement(Report + "TxSts", verdict.Status),
        verdict.Reason is null ? null : new XElement(Report + "StsRsnInf", new XElement(Report + "Rsn", new XElement(Report + "Cd", verdict.Reason))),
        new XElement(Report + "OrgnlTxRef", new XElement(Report + "Amt", payment.Descendants(Order + "InstdAmt").Select(amount =>
            new XElement(Report + "InstdAmt", new XAttribute("Ccy", amount.Attribute("Ccy")!.Value), amount.Value)))));
}
