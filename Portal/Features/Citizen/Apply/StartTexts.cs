using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

internal static class StartTexts
{
    /// <summary>Why an application could not be begun, and what to do.</summary>
    public static string Refusal(StartDraftResult result) => result is StartDraftResult.NoResidentId
        ? "您的账号还没有登记身份证号码，请先用身份证号码注册的账号登录后再申请。"
        : "当前账号不能申请这项政策。工作人员账号不能申请；企业的申请要由企业的经办人提交。";
}
