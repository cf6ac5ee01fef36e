using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>What the pages say of an account that waits for a second person: another one for a case, or the first of an automatic refund.</summary>
internal static class AccountChangeTexts
{
    public const string Stale = "情况刚刚有了变化，这一步还没有办成。请看看最新情况再决定。";

    public static bool MayDecide(CaseState state) => state == CaseState.AwaitingAccount || CaseTransitions.MayChangeAccount(state);

    public static string Heading(AccountChangeView view) => view.OfRefund ? "确认收款账户" : "更换收款账户";

    /// <param name="who">Who may confirm.</param>
    public static string WhileItWaits(AccountChangeView view, string who) => (view.OfRefund, view.Hindrance) switch
    {
        (true, null) => "同事提出了收款账户。请核对，是您单位要用的再确认。",
        (true, _) => $"要由{who}确认，确认后才能拨付。您现在不用做什么；如果不是您单位要用的账户，请马上撤回。",
        (false, null) => "同事提出了更换。请核对新账户，是您单位的再确认。",
        (false, _) => $"{who}确认后，没有拨付的款项打到新账户。您现在不用做什么；如果不是您本人或同事提出的，请马上撤回。",
    };

    public static string Refused(Case record) =>
        record.State == CaseState.AwaitingAccount ? "没有同意提出的收款账户，请企业重新确认" : "没有同意更换收款账户，仍用原账户";

    public static string TakenBack(Case record) =>
        record.State == CaseState.AwaitingAccount ? "撤回提出的收款账户，重新确认" : "撤回账户更换，仍用原账户";
}
