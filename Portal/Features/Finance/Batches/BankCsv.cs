using System.Globalization;
using System.Text;
using Portal.Domain.Batches;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Finance.Batches;

/// <summary>The payments as a table for banks that take one: UTF-8 with byte-order mark, RFC 4180.</summary>
internal sealed class BankCsv : ITransferFile
{
    public static readonly string[] Header = ["序号", "端到端编号", "收款人名称", "收款账号", "开户银行", "账户类型", "金额", "币种", "用途", "付款日期", "联行号"];

    private readonly StreamWriter _text;
    private string _executionOn = "";

    public BankCsv(Stream target) => _text = new StreamWriter(target, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };

    public void Begin(TransferOrder order)
    {
        _executionOn = IsoDate.Write(order.ExecutionOn);
        CsvField.WriteLine(_text, Header);
    }

    public void Write(Transfer transfer) => CsvField.WriteLine(_text,
    [
        transfer.Sequence.ToString(CultureInfo.InvariantCulture), transfer.EndToEndId, AsText(transfer.Payee), transfer.Account, AsText(transfer.Bank),
        transfer.IsCorporate ? "对公" : "对私", transfer.Amount.ToString(), "CNY", AsText(transfer.Purpose), _executionOn, transfer.BankCode ?? "",
    ]);

    public void End()
    {
    }

    public void Flush() => _text.Flush();

    public void Dispose() => _text.Dispose();

    // What would run as a formula is shown here as in any file: finance opens it before the bank does. pain.001 is XML, runs nothing, and
    // keeps the name as it is.
    private static string AsText(string text) => BankText.Fit(text, BankText.NameAtMost);
}
