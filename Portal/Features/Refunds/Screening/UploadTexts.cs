namespace Portal.Features.Refunds.Screening;

/// <summary>What stands in the way of an upload, and what to do about it.</summary>
internal static class UploadTexts
{
    public static string ToChinese(UploadProblem problem, int maxMb) => problem switch
    {
        UploadProblem.NotAllowed => "只有本地区的经办人员可以上传名册。",
        UploadProblem.AsOf => "“评估日期”无效，或者那一年的节假日安排不在日历中。请改一个日期，例如 2020-11-16，再选一次文件。",
        UploadProblem.Empty => "“名册文件”还没有选择，或者文件是空的。请选择 CSV 或 .xlsx 名册。",
        UploadProblem.TooLarge => $"“名册文件”超过 {maxMb} MB。请按地区拆成几份，分别上传。",
        UploadProblem.Broken => "上传中断，文件没有收全。请再上传一次。",
        UploadProblem.Stale => "页面打开太久，请再选一次文件上传。",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
