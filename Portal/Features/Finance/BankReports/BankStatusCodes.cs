using Portal.Domain.Batches;

namespace Portal.Features.Finance.BankReports;

/// <summary>How the bank's codes and words are read.</summary>
internal static class BankStatusCodes
{
    /// <summary>Of a transaction, a block or a message (ISO 20022 ExternalPaymentTransactionStatus1Code); every step before settlement leaves the result open.</summary>
    public static BankVerdict OfStatus(string code) => code switch
    {
        "ACSC" or "ACCC" => BankVerdict.Paid,
        "RJCT" or "CANC" => BankVerdict.Refused,
        _ => BankVerdict.Unknown,
    };

    /// <returns>Null for a word that is not known.</returns>
    public static BankVerdict? OfWord(string word) => word switch
    {
        "成功" or "已付" or "已支付" or "支付成功" or "付款成功" or "交易成功" or "已到账" or "ACSC" or "ACCC" => BankVerdict.Paid,
        "失败" or "退回" or "拒绝" or "已拒绝" or "支付失败" or "付款失败" or "交易失败" or "RJCT" or "CANC" => BankVerdict.Refused,
        "处理中" or "未知" or "待处理" or "银行处理中" or "ACSP" or "PDNG" or "ACCP" => BankVerdict.Unknown,
        "退汇" or "已退汇" => BankVerdict.Returned,
        _ => null,
    };

    /// <summary>What a reason means for people, by its code (ISO 20022 ExternalStatusReason1Code); the bank's own words go with it.</summary>
    public static string? Reason(string? code, string? words)
    {
        var meaning = code switch
        {
            null or "" or "NARR" => null,
            "AC01" or "AC03" => "收款账号不正确",
            "AC04" => "收款账户已销户",
            "AC06" => "收款账户被冻结",
            "AC13" or "AC14" => "收款账户类型不符",
            "AG01" or "AG02" => "这类账户不能收这种款项",
            "AM04" or "AM23" => "付款账户余额不足",
            "AM05" => "银行认为是重复付款",
            "BE01" or "BE05" => "户名与账号不符",
            "MS02" or "MS03" => "银行没有说明原因",
            "RC01" or "RC04" => "开户银行不正确",
            _ => $"银行原因代码 {code}",
        };
        return meaning is null ? words : words is null ? meaning : $"{meaning}：{words}";
    }
}
