using System.Globalization;
using System.Text;
using System.Xml;
using Portal.Casework.Time;
using Portal.Domain.Batches;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>ISO 20022 customer credit transfer initiation, pain.001.001.09, one payment block a message.</summary>
/// <remarks>The order of the elements is the schema's; a reader that checks refuses any other.</remarks>
internal sealed class Pain001(Stream target) : ITransferFile
{
    public const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    // The same bytes on every machine: one kind of line end, no byte-order mark.
    private readonly XmlWriter _xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });

    public void Begin(TransferOrder order)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("Document", Namespace);
        Open("CstmrCdtTrfInitn");
        Open("GrpHdr");
        Text("MsgId", order.Id);
        Text("CreDtTm", order.MadeAt.ToOffset(BusinessClock.ChinaStandardTime).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Sums(order);
        Party("InitgPty", order.DebtorName);
        Close();
        Open("PmtInf");
        Text("PmtInfId", order.Id);
        Text("PmtMtd", "TRF");
        Sums(order);
        Open("ReqdExctnDt");
        Text("Dt", IsoDate.Write(order.ExecutionOn));
        Close();
        Party("Dbtr", order.DebtorName);
        Account("DbtrAcct", order.DebtorAccount);
        Agent("DbtrAgt", order.DebtorBank);
    }

    public void Write(Transfer transfer)
    {
        Open("CdtTrfTxInf");
        Open("PmtId");
        Text("EndToEndId", transfer.EndToEndId);
        Close();
        Open("Amt");
        Open("InstdAmt");
        _xml.WriteAttributeString("Ccy", "CNY");
        _xml.WriteString(transfer.Amount.ToString());
        Close();
        Close();
        Agent("CdtrAgt", transfer.Bank, transfer.BankCode);
        Party("Cdtr", transfer.Payee);
        Account("CdtrAcct", transfer.Account);
        if (BankText.Fit(transfer.Purpose, BankText.NameAtMost) is { Length: > 0 } purpose)
        {
            Open("RmtInf");
            Text("Ustrd", purpose);
            Close();
        }

        Close();
    }

    public void End() => _xml.WriteEndDocument();

    public void Flush() => _xml.Flush();

    public void Dispose() => _xml.Dispose();

    private void Sums(TransferOrder order)
    {
        Text("NbOfTxs", order.Count.ToString(CultureInfo.InvariantCulture));
        Text("CtrlSum", order.Total.ToString());
    }

    // A name is left out rather than empty: the schema knows no empty one.
    private void Party(string element, string name)
    {
        Open(element);
        if (BankText.Fit(name, BankText.NameAtMost) is { Length: > 0 } fit) Text("Nm", fit);
        Close();
    }

    /// <param name="code">In the Chinese clearing system CNAPS; null where it is not known.</param>
    private void Agent(string element, string bank, string? code = null)
    {
        Open(element);
        Open("FinInstnId");
        if (code is not null)
        {
            Open("ClrSysMmbId");
            Open("ClrSysId");
            Text("Cd", "CNAPS");
            Close();
            Text("MmbId", code);
            Close();
        }

        if (BankText.Fit(bank, BankText.NameAtMost) is { Length: > 0 } fit) Text("Nm", fit);
        Close();
        Close();
    }

    private void Account(string element, string account)
    {
        Open(element);
        Open("Id");
        Open("Othr");
        Text("Id", BankText.Fit(account, BankText.AccountAtMost));
        Close();
        Close();
        Close();
    }

    private void Open(string element) => _xml.WriteStartElement(element, Namespace);

    private void Text(string element, string text) => _xml.WriteElementString(element, Namespace, text);

    private void Close() => _xml.WriteEndElement();
}
