using Portal.Domain.Measures;

namespace Portal.Domain.Entitlements;

/// <summary>Two measures that one person's same months cannot both be paid by (ruling R12).</summary>
public sealed record Overlap(string First, string Second, string Reason)
{
    private static readonly Overlap[] All =
    [
        new(PostSubsidy.MeasureCode, PublicPostSubsidy.MeasureCode, "同一个人的同一个月，吸纳就业岗位补贴和公益性岗位补贴只能领一项。"),
        new(UnemploymentInsurance.MeasureCode, TemporaryRelief.MeasureCode, "一次性临时救助发给失业保险政策没有覆盖的人；能领失业保险金的，只能领失业保险金。"),
    ];

    /// <summary>The overlaps among measures someone would be granted.</summary>
    public static IEnumerable<Overlap> Among(IEnumerable<Standing> granted)
    {
        var codes = granted.Select(standing => standing.Measure.Code).ToHashSet();
        return All.Where(overlap => codes.Contains(overlap.First) && codes.Contains(overlap.Second));
    }
}
