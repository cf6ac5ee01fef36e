namespace Portal.Features.Refunds.Comparison;

/// <summary>What people read for how a firm stands in two runs.</summary>
internal static class ComparisonTexts
{
    public static string ToChinese(FirmChange change) => change switch
    {
        FirmChange.New => "新增",
        FirmChange.Gone => "减少",
        FirmChange.Changed => "有变",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };
}
