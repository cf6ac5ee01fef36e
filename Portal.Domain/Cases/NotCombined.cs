using Portal.Domain.Measures;

namespace Portal.Domain.Cases;

/// <summary>Two measures that may not both be paid for the same person and months, or the same training (ruling R12).</summary>
public sealed record NotCombined(string One, string Other, string Reason)
{
    /// <summary>Whether a person may have only one of them at all, whatever the months: who is covered by the one is none whom the other is for.</summary>
    public bool Whenever { get; private init; }

    public static readonly IReadOnlyList<NotCombined> All =
    [
        new(PostSubsidy.MeasureCode, PublicPostSubsidy.MeasureCode, "同一个人的同一个月，吸纳就业岗位补贴和公益性岗位补贴只能领一项。"),
        new(UnemploymentInsurance.MeasureCode, TemporaryRelief.MeasureCode, "一次性临时救助发给失业保险政策没有覆盖的人；能领失业保险金的，只能领失业保险金。") { Whenever = true },
        new(TrainingSubsidy.MeasureCode, ApprenticeshipTraining.MeasureCode, "同一个培训，职业培训补贴和新型学徒制培训补贴只能领一项。"),
    ];

    /// <summary>The pairs of which someone would be granted both.</summary>
    public static IEnumerable<NotCombined> Among(IEnumerable<string> granted)
    {
        var codes = granted.ToHashSet(StringComparer.Ordinal);
        return All.Where(pair => codes.Contains(pair.One) && codes.Contains(pair.Other));
    }

    /// <summary>The pair of which a person may have only one; null where two measures are none such.</summary>
    public static NotCombined? Exclusive(string one, string other) =>
        All.FirstOrDefault(pair => pair.Whenever && (pair.One == one && pair.Other == other || pair.One == other && pair.Other == one));

    /// <summary>The measures that may not be combined with one.</summary>
    public static IEnumerable<string> With(string measure) =>
        All.Where(pair => pair.One == measure).Select(pair => pair.Other).Concat(All.Where(pair => pair.Other == measure).Select(pair => pair.One));
}
