using static Portal.Domain.Ledger.LedgerAccount;

namespace Portal.Domain.Ledger;

/// <summary>Why money moves from one account to another.</summary>
public enum EntryKind
{
    /// <summary>承诺: a decision grants it.</summary>
    Commit,

    /// <summary>到期: its condition is met.</summary>
    FallDue,

    /// <summary>发送: a batch went to the bank.</summary>
    Send,

    /// <summary>退回: the bank did not pay it.</summary>
    Refuse,

    /// <summary>拨付.</summary>
    Pay,

    /// <summary>退汇: the bank paid it and got it back.</summary>
    Return,

    /// <summary>核销预拨: what an advance was paid for has come to pass.</summary>
    Clear,

    /// <summary>核减: not owed any more, and not paid yet.</summary>
    Lapse,

    /// <summary>追缴: paid, and to be paid back.</summary>
    Claim,

    /// <summary>撤销追缴: the claim was wrong.</summary>
    Waive,

    /// <summary>收回: the payee paid it back.</summary>
    Recover,

    /// <summary>抵扣: kept back from one payment for what is to be paid back on another; no money flows.</summary>
    SetOff,
}

public static class EntryKinds
{
    /// <summary>Whether a kind may move money so; everything else would tell a story the notice does not know.</summary>
    public static bool Allows(EntryKind kind, LedgerAccount from, LedgerAccount to) => (kind, from, to) switch
    {
        (EntryKind.Commit, Budget, Committed) => true,
        (EntryKind.FallDue, Committed, Due) => true,
        (EntryKind.Send, Due, InTransit) => true,
        (EntryKind.Refuse, InTransit, Due) => true,
        (EntryKind.Pay, InTransit or Due, Paid or Advanced) => true,
        (EntryKind.Return, Paid or Advanced, Due) => true,
        (EntryKind.Clear, Advanced, Paid) => true,
        (EntryKind.Lapse, Committed or Due, Budget) => true,
        (EntryKind.Claim, Paid or Advanced, Receivable) => true,
        (EntryKind.Waive, Receivable, Paid) => true,
        (EntryKind.Recover, Receivable, Recovered) => true,
        (EntryKind.SetOff, Due, Paid or Advanced) or (EntryKind.SetOff, Receivable, Recovered) => true,
        _ => false,
    };

    public static string ToChinese(EntryKind kind) => kind switch
    {
        EntryKind.Commit => "承诺",
        EntryKind.FallDue => "到期",
        EntryKind.Send => "送银行",
        EntryKind.Refuse => "银行退回",
        EntryKind.Pay => "拨付",
        EntryKind.Return => "退汇",
        EntryKind.Clear => "核销预拨",
        EntryKind.Lapse => "核减",
        EntryKind.Claim => "追缴",
        EntryKind.Waive => "撤销追缴",
        EntryKind.Recover => "收回",
        EntryKind.SetOff => "抵扣",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
