namespace Portal.Domain.Cases;

/// <summary>Where an instalment stands on its way to the payee's account.</summary>
public enum InstalmentState
{
    /// <summary>待条件: waits for its condition, or for the account.</summary>
    Waiting,

    /// <summary>待拨付: may be paid.</summary>
    Due,

    /// <summary>已列入批次: stands in a batch that is not approved.</summary>
    Batched,

    /// <summary>付款办理中: on an approved batch, bound for the bank or with it.</summary>
    Sent,

    /// <summary>已拨付.</summary>
    Paid,

    /// <summary>已核减: not owed any more.</summary>
    Lapsed,
}

public static class InstalmentStates
{
    public static string ToChinese(InstalmentState state) => state switch
    {
        InstalmentState.Waiting => "等待条件",
        InstalmentState.Due => "待拨付",
        InstalmentState.Batched => "已列入批次",
        InstalmentState.Sent => "付款办理中",
        InstalmentState.Paid => "已拨付",
        InstalmentState.Lapsed => "已核减",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Whether it is still to be paid, sooner or later.</summary>
    public static bool IsOpen(InstalmentState state) => state is not (InstalmentState.Paid or InstalmentState.Lapsed);
}
