namespace Portal.Features.Finance.Batches;

/// <summary>Why something goes into no batch, or into no file.</summary>
internal static class BatchTexts
{
    public static string ToChinese(Exclusion why) => why switch
    {
        Exclusion.Party => "您是申请人或企业经办人，要回避",
        Exclusion.Held => "暂缓拨付，解除以后再列入",
        Exclusion.Disputed => "银行回执有出入，核实之前不再付",
        Exclusion.NoAccount => "没有收款账户",
        Exclusion.AccountChanges => "正在更换收款账户",
        Exclusion.SameAccountRefused => "银行退回过，收款账户没有更换",
        Exclusion.Earlier => "前面的一笔还没有拨付",
        Exclusion.NotBegun => "还没有开班，不到拨付的时候",
        Exclusion.NothingLeft => "全部抵扣，不用付款",
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string ToChinese(ExportProblem problem) => problem switch
    {
        ExportProblem.NotAllowed => "导出由财务人员办理，您的账号没有这项权限。",
        ExportProblem.NotReady => "复核通过、逐笔备好以后才能导出。",
        ExportProblem.Reason => $"请写明导出做什么用，至少 {ExportBatch.ReasonAtLeast} 个字、不超过 200 个字，例如“提交网银代发”。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
