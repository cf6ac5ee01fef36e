using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

/// <summary>What stands at the head of a file for the bank.</summary>
/// <param name="Id">Of the message, and of its one payment block.</param>
/// <param name="MadeAt">Fixed with the approval, so that the file is the same however often it is fetched.</param>
public sealed record TransferOrder(
    string Id, DateTimeOffset MadeAt, int Count, Money Total, DateOnly ExecutionOn, string DebtorName, string DebtorBank, string DebtorAccount);

/// <summary>One payment of a file for the bank, the account in full.</summary>
/// <param name="BankCode">联行号 of the payee's bank; null where it was not given.</param>
/// <param name="Purpose">What the payee reads on the statement.</param>
public sealed record Transfer(int Sequence, string EndToEndId, Money Amount, string Payee, string Bank, string Account, bool IsCorporate, string Purpose, string? BankCode = null);

/// <summary>A kind of file for the bank: a head, payments one after the other, an end.</summary>
internal interface ITransferFile : IDisposable
{
    void Begin(TransferOrder order);

    void Write(Transfer transfer);

    void End();

    /// <summary>Everything written so far is in the stream.</summary>
    void Flush();
}
