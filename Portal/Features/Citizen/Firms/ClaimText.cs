using Portal.Components.Ui;
using Portal.Data.Accounts;

namespace Portal.Features.Citizen.Firms;

internal static class ClaimText
{
    public static string ToChinese(this FirmClaimState state) => state switch
    {
        FirmClaimState.Pending => "正在核对",
        FirmClaimState.Approved => "已通过",
        _ => "未通过",
    };

    public static Tone Tone(this FirmClaimState state) => state switch
    {
        FirmClaimState.Pending => Components.Ui.Tone.Info,
        FirmClaimState.Approved => Components.Ui.Tone.Success,
        _ => Components.Ui.Tone.Danger,
    };
}
