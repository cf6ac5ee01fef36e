using Portal.Components.Ui;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.Cases;

/// <summary>What a state means for the applicant: its tone, and what happens next.</summary>
internal static class CaseTexts
{
    public const string Stale = "这件申请刚刚有了新的进展，这一步还没有办成。请看看最新情况再决定。";

    public static Tone Tone(CaseState state) => state switch
    {
        CaseState.CorrectionRequested or CaseState.AwaitingAccount => Components.Ui.Tone.Warning,
        CaseState.Approved or CaseState.Settled => Components.Ui.Tone.Success,
        CaseState.Refused => Components.Ui.Tone.Danger,
        CaseState.Withdrawn => Components.Ui.Tone.Neutral,
        _ => Components.Ui.Tone.Info,
    };

    /// <summary>What the applicant has to do now, or that there is nothing to do.</summary>
    public static string Next(CaseState state) => state switch
    {
        CaseState.Submitted => "我们已经收到，接下来由工作人员审核。您现在不用做什么。",
        CaseState.UnderReview => "工作人员正在审核您的信息和材料。您现在不用做什么；需要补充时会给您发消息，这里也会写明。",
        CaseState.CorrectionRequested => "请按下面的要求补正。您补正之前，办理时限先停下来不计算。",
        CaseState.ApprovalProposed or CaseState.RefusalProposed => "审核已经做完，正由另一位工作人员复核。您现在不用做什么，复核后就有结果。",
        CaseState.AwaitingAccount => "这笔补贴不用申请，只缺收款账户。请填写单位的对公账户，确认后按期拨付。",
        CaseState.Approved => "已经同意，接下来按下面的计划拨付。您现在不用做什么，请留意银行到账。",
        CaseState.Settled => "全部款项已经拨付，这件申请办完了。请核对银行到账。",
        CaseState.Refused => "这次没有通过，原因写在下面的办理过程里。",
        CaseState.Withdrawn => "您已经撤回这件申请。您现在不用做什么，需要时可以重新申请。",
        CaseState.Appealed => "我们已经收到您的申诉，接下来由没有参与过原决定的工作人员重新审核。您现在不用做什么。",
        _ => "",
    };

    /// <summary>As <see cref="Next"/>, when the bank did not pay.</summary>
    public static string NextWhenRefused(string refusal) => $"银行说：{refusal}。请核对收款账户，换成能收款的账户；确认以后重新拨付，不用重新申请。";

    /// <summary>As <see cref="Next"/>, while an account waits for a second person.</summary>
    public static string NextWithAccount(CaseState state) => state switch
    {
        CaseState.AwaitingAccount => "收款账户和名册里的不同，或者开户名不是本企业，为了资金安全要由另一个人确认：企业的另一位管理员，或者当地的审核人员。确认后才能拨付；提出的人不用再做什么。",
        CaseState.Approved => "已经同意，账户更换确认以后接着拨付。",
        _ => Next(state),
    };

    /// <summary>True by the desk: its queue puts what is overdue first and marks it, and those who oversee see all of it.</summary>
    public const string IfMissed = "如果到这一天还没有办完，这件申请会被标为“已超期”，排到工作人员待办的最前面，主管人员也会看到。您的权益不受影响，拨付期限仍按这一天计算。";
}
