using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Features.Batches;

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

    private static readonly XmlReaderSettings Settings = new()
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static IEnumerable<BankReply> Read(Stream file)
    {
        using var xml = XmlReader.Create(file, Settings);
        Check(() => xml.MoveToContent());
        if (xml.LocalName != "Document" || !xml.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal))
            throw new ReplyUnreadableException("这个 XML 文件不是 pain.002 付款状态报告，请向银行索取 pain.002.001.10，或上传 CSV 回执。");
        var whole = new Whole();
        while (Check(xml.Read))
        {
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

    private static BankReply.OfLine Line(XElement transaction, Whole whole)
    {
        whole.NamesPayments();
        var id = Text(transaction, "OrgnlEndToEndId") ?? throw new ReplyUnreadableException("回执里有一笔没有端到端编号（OrgnlEndToEndId），整份文件没有采用。请向银行核对。");
        var amount = transaction.Descendants().FirstOrDefault(element => element.Name.LocalName == "InstdAmt");
        return new BankReply.OfLine(
            id, BankWords.OfStatus(Text(transaction, "TxSts") ?? whole.Status ?? ""), Reason(Children(transaction, "StsRsnInf")) ?? whole.Reason,
            Text(transaction, "AcctSvcrRef"), DayOf(Text(transaction, "AccptncDtTm")) ?? whole.Day,
            MoneyOf(amount?.Value), amount is not null && (amount.Attribute("Ccy")?.Value != "CNY" || MoneyOf(amount.Value) is null));
    }

    private static string? Reason(IEnumerable<XElement> reasons)
    {
        var told = reasons.Select(reason => BankWords.Reason(
                Children(reason, "Rsn").Elements().FirstOrDefault()?.Value.Trim(),
                string.Join(' ', Children(reason, "AddtlInf").Select(words => words.Value.Trim())) is { Length: > 0 } words ? words : null))
            .Where(reason => reason is not null).Distinct().ToArray();
        return told.Length == 0 ? null : string.Join("；", told);
    }

    private static DateOnly? DayOf(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? DateOnly.FromDateTime(read.ToOffset(BusinessClock.ChinaStandardTime).DateTime) : null;

    /// <summary>The schema allows five decimals; what is no whole fen is no amount of ours.</summary>
    private static Money? MoneyOf(string? text) =>
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
            throw new ReplyUnreadableException($"XML 文件在第 {broken.LineNumber} 行读不下去，可能没有下载完整。整份文件没有采用，请重新下载后再上传。", broken);
        }
    }

    /// <summary>What is said of the message and of the block that is being read.</summary>
    private sealed class Whole
    {
        private readonly Said _message = new();
        private Said? _block;
        private DateOnly? _madeOn;

        public string? Status => _block?.Status ?? _message.Status;

        public string? Reason => _block?.Reason ?? _message.Reason;

        public DateOnly? Day => _madeOn;

        public void EnterBlock() => _block = new Said();

        public void NamesPayments() => _message.NamesPayments = (_block ?? _message).NamesPayments = true;

        public void Take(XElement element)
        {
            var said = _block ?? _message;
            var text = element.Value.Trim();
            switch (element.Name.LocalName)
            {
                case "CreDtTm": _madeOn ??= DayOf(text); break;
                case "OrgnlMsgId" or "OrgnlPmtInfId": said.Id = text; break;
                case "GrpSts" or "PmtInfSts": said.Status = text; break;
                case "StsRsnInf": said.Reason = Pain002.Reason([element]) ?? said.Reason; break;
                case "OrgnlNbOfTxs": said.Count = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null; break;
                case "OrgnlCtrlSum": said.Total = MoneyOf(text); break;
            }
        }

        /// <returns>What it says of its payments without naming them.</returns>
        public BankReply.OfBatch? LeaveBlock()
        {
            var said = _block;
            _block = null;
            if (said is not { NamesPayments: false, Status: { } status, Id: { } id }) return null;
            _message.NamesPayments = true;
            return new BankReply.OfBatch(id, BankWords.OfStatus(status), said.Reason ?? _message.Reason, Day, said.Count, said.Total);
        }

        public BankReply.OfBatch? OfMessage() => _message is { NamesPayments: false, Status: { } status, Id: { } id }
            ? new BankReply.OfBatch(id, BankWords.OfStatus(status), _message.Reason, Day, _message.Count, _message.Total) : null;
    }

    private sealed class Said
    {
        public string? Id { get; set; }

        public string? Status { get; set; }

        public string? Reason { get; set; }

        public int? Count { get; set; }

        public Money? Total { get; set; }

        public bool NamesPayments { get; set; }
    }
}
