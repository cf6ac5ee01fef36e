using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Portal.Casework.Time;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.BankReports;

/// <summary>ISO 20022 customer payment status report, pain.002.001.10; other versions name what is read here alike.</summary>
/// <remarks>
/// Read as it comes, one payment in memory at a time. The status of a block or of the whole message counts where it names
/// no payment: banks answer a file they took or refused as a whole so.
/// </remarks>
internal static class Pain002
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";

    /// <summary>Far above the status of one payment; without it one endless element would fill the memory.</summary>
    private const long LongestFile = 150_000_000;

    /// <summary>The schema nests twelve.</summary>
    private const int Deepest = 40;

    private static readonly XmlReaderSettings Settings = SettingsOf(closes: true);
    private static readonly XmlReaderSettings Open = SettingsOf(closes: false);

    private static XmlReaderSettings SettingsOf(bool closes) => new()
    {
        CloseInput = closes,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    // Banks name GBK and GB18030 in the declaration, which the framework knows only when told.
    static Pain002() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="file">It can be sought in.</param>
    public static IEnumerable<PaymentStatusReport> Read(Stream file, CancellationToken cancellation)
    {
        CheckDepth(file, cancellation);
        using var xml = XmlReader.Create(file, Settings);
        Check(() => xml.MoveToContent());
        if (xml.LocalName != "Document" || !xml.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal))
            throw new BankReportUnreadableException("这个 XML 文件不是 pain.002 付款状态报告，请向银行索取 pain.002.001.10，或上传 CSV 回执。");
        var whole = new Pain002GroupStatus();
        while (Check(xml.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "OrgnlPmtInfAndSts" && whole.LeaveBlock() is { } ofBlock) yield return ofBlock;
            if (xml.NodeType != XmlNodeType.Element) continue;
            // ReadFrom leaves the reader behind the element, where the next one may begin at once.
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "TxInfAndSts" or "StsRsnInf" or "CreDtTm" or "OrgnlMsgId" or "OrgnlPmtInfId" or "GrpSts" or "PmtInfSts"
                or "OrgnlNbOfTxs" or "OrgnlCtrlSum" or "NbOfTxsPerSts")
            {
                var element = Check(() => (XElement)XNode.ReadFrom(xml));
                if (element.Name.LocalName == "TxInfAndSts") yield return Line(element, whole);
                else whole.Take(element);
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "OrgnlPmtInfAndSts", IsEmptyElement: false }) whole.EnterBlock();
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "OrgnlPmtInfAndSts" && whole.LeaveBlock() is { } late) yield return late;
        }

        if (whole.OfMessage() is { } ofMessage) yield return ofMessage;
    }

    // An element is taken whole, and the deeper it is nested the longer that takes, far beyond its size.
    private static void CheckDepth(Stream file, CancellationToken cancellation)
    {
        using (var xml = XmlReader.Create(file, Open))
            while (Check(xml.Read))
            {
                cancellation.ThrowIfCancellationRequested();
                if (xml.Depth > Deepest) throw new BankReportUnreadableException("这个 XML 文件一层套一层，不是银行的付款状态报告。整份文件没有采用，请向银行核对。");
            }

        file.Position = 0;
    }

    private static PaymentStatusReport.OfLine Line(XElement transaction, Pain002GroupStatus whole)
    {
        whole.NamesPayments();
        var id = Text(transaction, "OrgnlEndToEndId") ?? throw new BankReportUnreadableException("回执里有一笔没有端到端编号（OrgnlEndToEndId），整份文件没有采用。请向银行核对。");
        var amount = transaction.Descendants().FirstOrDefault(element => element.Name.LocalName == "InstdAmt");
        var verdict = BankStatusCodes.OfStatus(Text(transaction, "TxSts") ?? whole.Status ?? "");
        return new PaymentStatusReport.OfLine(
            id, verdict, ReasonOf(Children(transaction, "StsRsnInf")) ?? (verdict == BankVerdict.Paid ? null : whole.Reason),
            Text(transaction, "AcctSvcrRef"), DayOf(Text(transaction, "AccptncDtTm")) ?? whole.Day,
            MoneyOf(amount?.Value), amount is not null && (amount.Attribute("Ccy")?.Value != "CNY" || MoneyOf(amount.Value) is null));
    }

    internal static string? ReasonOf(IEnumerable<XElement> reasons)
    {
        var told = reasons.Select(reason => BankStatusCodes.Reason(
                Children(reason, "Rsn").Elements().FirstOrDefault()?.Value.Trim(),
                string.Join(' ', Children(reason, "AddtlInf").Select(words => words.Value.Trim())) is { Length: > 0 } words ? words : null))
            .Where(reason => reason is not null).Distinct().ToArray();
        return told.Length == 0 ? null : string.Join("；", told);
    }

    /// <summary>Here: a time without a zone is the bank's own.</summary>
    internal static DateOnly? DayOf(string? moment) =>
        !DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? null
        : DateOnly.FromDateTime(moment.EndsWith('Z') || read.Offset != TimeSpan.Zero || moment.EndsWith("+00:00", StringComparison.Ordinal)
            ? read.ToOffset(BusinessClock.ChinaStandardTime).DateTime : read.DateTime);

    /// <summary>The schema allows five decimals; what is no whole fen is no amount of ours.</summary>
    internal static Money? MoneyOf(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan <= Money.MaxReadableFen / 100 && decimal.IsInteger(yuan * 100)
            ? new Money((long)(yuan * 100)) : null;

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    private static string? Text(XElement element, string name) => Children(element, name).FirstOrDefault()?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static T Check<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException broken)
        {
            throw new BankReportUnreadableException($"XML 文件在第 {broken.LineNumber} 行读不下去，可能没有下载完整。整份文件没有采用，请重新下载后再上传。", broken);
        }
    }
}
