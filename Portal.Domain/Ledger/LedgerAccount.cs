namespace Portal.Domain.Ledger;

/// <summary>Where an amount of a case stands. What one account receives another gives, so the ledger balances by construction.</summary>
public enum LedgerAccount
{
    /// <summary>预算: everything comes from here, and what is not needed goes back; its balance is never positive.</summary>
    Budget,

    /// <summary>已承诺: granted, and waits for its condition.</summary>
    Committed,

    /// <summary>应付: may be paid, and has a deadline.</summary>
    Due,

    /// <summary>在途: on a batch that changes no more, and the bank has not answered.</summary>
    InTransit,

    /// <summary>预拨: paid before what it was granted for has come to pass (clauses 6, 8, 12, 13).</summary>
    Advanced,

    /// <summary>已拨付: paid, and earned.</summary>
    Paid,

    /// <summary>应收回: paid, and to be paid back.</summary>
    Receivable,

    /// <summary>已收回: paid back, in money or by set-off.</summary>
    Recovered,
}

/// <summary>Whose budget pays, in the order in which odd fen are dealt out (ruling R4).</summary>
public enum FundingSource
{
    Central,
    Province,
    City,
}

public static class LedgerTexts
{
    public static string ToChinese(LedgerAccount account) => account switch
    {
        LedgerAccount.Budget => "预算",
        LedgerAccount.Committed => "已承诺",
        LedgerAccount.Due => "应付",
        LedgerAccount.InTransit => "在途",
        LedgerAccount.Advanced => "预拨",
        LedgerAccount.Paid => "已拨付",
        LedgerAccount.Receivable => "应收回",
        LedgerAccount.Recovered => "已收回",
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };

    public static string ToChinese(FundingSource source) => source switch
    {
        FundingSource.Central => "中央",
        FundingSource.Province => "省级",
        FundingSource.City => "市县",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
