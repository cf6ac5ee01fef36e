using Portal.Casework.Ledger;
using Portal.Components.Ui;
using Portal.Data.Batches;
using Portal.Domain.Batches;

namespace Portal.Features.Batches;

/// <summary>How the bank's words are read, and what people read for ours.</summary>
internal static class BankWords
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

    public static string ToChinese(LeftOut why) => why switch
    {
        LeftOut.Party => "您是申请人或企业经办人，要回避",
        LeftOut.Disputed => "银行回执有出入，核实之前不再付",
        LeftOut.NoAccount => "没有收款账户",
        LeftOut.AccountChanges => "正在更换收款账户",
        LeftOut.SameAccountRefused => "银行退回过，收款账户没有更换",
        LeftOut.NothingLeft => "全部抵扣，不用付款",
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string ToChinese(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Applied => "已采用",
        AnswerOutcome.Repeated => "重复，没有变化",
        AnswerOutcome.Disputed => "有出入，待核实",
        AnswerOutcome.Foreign => "不是本系统的",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string ToChinese(ExportProblem problem) => problem switch
    {
        ExportProblem.NotAllowed => "导出由财务人员办理，您的账号没有这项权限。",
        ExportProblem.NotSent => "复核通过、全部送出以后才能导出。",
        ExportProblem.Reason => $"请写明导出做什么用，至少 {ExportBatch.ReasonAtLeast} 个字、不超过 200 个字，例如“提交网银代发”。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    public static Tone ToneOf(BatchState state) => state switch
    {
        BatchState.Proposed => Tone.Warning,
        BatchState.Answered or BatchState.Closed => Tone.Success,
        BatchState.Cancelled => Tone.Neutral,
        _ => Tone.Info,
    };

    public static Tone ToneOf(LineState state) => state switch
    {
        LineState.Paid => Tone.Success,
        LineState.Refused or LineState.Returned => Tone.Danger,
        LineState.Dropped => Tone.Neutral,
        LineState.Unknown => Tone.Warning,
        _ => Tone.Info,
    };

    public static Tone ToneOf(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Applied => Tone.Success,
        AnswerOutcome.Disputed => Tone.Danger,
        AnswerOutcome.Foreign => Tone.Warning,
        _ => Tone.Neutral,
    };
}
