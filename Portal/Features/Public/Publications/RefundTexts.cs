using Portal.Components.Ui;
using Portal.Domain.Measures;

namespace Portal.Features.Public.Publications;

/// <summary>What a step means and what the firm does next.</summary>
internal static class RefundTexts
{
    private const string Policy = $"/policies/{StabilizationRefund.MeasureCode}";

    public static string Title(RefundStep step) => step switch
    {
        RefundStep.Published => "公示中",
        RefundStep.Elapsed => "公示期满，等待放行",
        RefundStep.Released => "已放行",
        RefundStep.AwaitingAccount => "已放行，待确认账户",
        RefundStep.AwaitingPayment => "待拨付",
        RefundStep.Paid => "已拨付",
        RefundStep.MustApply => "符合条件，需要申请",
        RefundStep.Exclusion => "筛查过，没有列入免申即享名单",
        RefundStep.UnderReview => "异议正在核实",
        RefundStep.DecidedAgain => "异议成立，已重新认定",
        RefundStep.Confirmed => "异议已核实，维持原来的结果",
        _ => "不在公示过的名单里",
    };

    public static string Next(RefundStep step) => step switch
    {
        RefundStep.Published => "这户企业不用申请，也不用做什么：名册里的对公账户是企业自己的，公示期满直接打过去。要换账户的，可以先登录认领企业。",
        RefundStep.Elapsed => "正在办理放行手续，企业现在不用做什么。",
        RefundStep.Released => "名单已经放行，这户企业的返还已另行办理或正在核实。请登录看办件，或者向当地人社部门询问。",
        RefundStep.AwaitingAccount => "名册里没有这户企业自己的对公账户。请企业登录，在“我的办理”里填写收款账户，确认后按期拨付。",
        RefundStep.AwaitingPayment => "返还打到企业自己的对公账户，按期拨付。企业现在不用做什么；要换账户的，请登录后在办件里提出。",
        RefundStep.Paid => "返还已经拨付，请核对银行到账。",
        RefundStep.MustApply => "这户企业不在免申即享的范围，但可以申请稳岗返还。对这个结果有不同意见，也可以提出异议。",
        RefundStep.Exclusion => "原因只告诉企业自己：请企业人员登录后从这里提出异议，页面上会写明。认为结果不对的，请提出异议，审核人员会核实。",
        RefundStep.UnderReview => "审核人员正在核实，有结果后在这里能查到。现在不用做什么。",
        RefundStep.DecidedAgain => "已按更正后的信息重新认定：符合免申即享的列入补充名单公示，其余的可以自己申请。",
        RefundStep.Confirmed => "审核人员核实过，结果不变。符合稳岗返还条件的，仍可以自己申请。",
        _ => "可能还没有筛查到，也可能不符合免申即享的条件。符合稳岗返还条件的企业，可以自己申请。",
    };

    public static (string Href, string Text) Link(RefundStep step) => step switch
    {
        RefundStep.NotListed or RefundStep.MustApply or RefundStep.Exclusion or RefundStep.DecidedAgain or RefundStep.Confirmed => (Policy, "看申请条件和办法"),
        RefundStep.UnderReview => (Policy, "看政策"),
        RefundStep.Published => ("/publications", "看公示名单"),
        _ => ("/home", "登录办理"),
    };

    public static Tone ToneOf(RefundStep step) => step switch
    {
        RefundStep.AwaitingAccount => Tone.Warning,
        RefundStep.Paid => Tone.Success,
        RefundStep.NotListed => Tone.Neutral,
        _ => Tone.Info,
    };

    /// <summary>What came of an objection, for everybody; nothing while none is decided.</summary>
    public static string ToChinese(Data.Screening.ObjectionState? finding) => finding switch
    {
        Data.Screening.ObjectionState.Upheld => "异议成立，不予放行",
        Data.Screening.ObjectionState.Dismissed => "核实过，异议不成立",
        _ => "",
    };
}
