using System.Globalization;
using System.Xml.Linq;
using Portal.Domain.Values;

namespace Portal.Features.Finance.BankReports;

/// <summary>What is said of the message and of the block that is being read.</summary>
internal sealed class Pain002GroupStatus
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
            case "CreDtTm": _madeOn ??= Pain002.DayOf(text); break;
            case "OrgnlMsgId" or "OrgnlPmtInfId": said.Id = text; break;
            case "GrpSts" or "PmtInfSts": said.Status = text; break;
            case "StsRsnInf": said.Reason = Pain002.ReasonOf([element]) ?? said.Reason; break;
            case "OrgnlNbOfTxs": said.Count = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null; break;
            case "OrgnlCtrlSum": said.Total = Pain002.MoneyOf(text); break;
        }
    }

    /// <returns>What it says of its payments without naming them.</returns>
    public PaymentStatusReport.OfBatch? LeaveBlock()
    {
        var said = _block;
        _block = null;
        if (said is not { NamesPayments: false, Status: { } status, Id: { } id }) return null;
        _message.NamesPayments = true;
        return new PaymentStatusReport.OfBatch(id, BankStatusCodes.OfStatus(status), said.Reason ?? _message.Reason, Day, said.Count, said.Total);
    }

    public PaymentStatusReport.OfBatch? OfMessage() => _message is { NamesPayments: false, Status: { } status, Id: { } id }
        ? new PaymentStatusReport.OfBatch(id, BankStatusCodes.OfStatus(status), _message.Reason, Day, _message.Count, _message.Total) : null;

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
