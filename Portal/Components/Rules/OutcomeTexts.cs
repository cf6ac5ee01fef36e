using Portal.Components.Ui;
using Portal.Domain.Rules;

namespace Portal.Components.Rules;

/// <summary>An outcome in the words every page uses for it.</summary>
public static class OutcomeTexts
{
    public static string ToChinese(this Assessment assessment) => assessment.Outcome switch
    {
        Outcome.Eligible when assessment.PendingParameters.Count > 0 => "符合条件，金额待市级细则",
        Outcome.Eligible => "符合条件",
        Outcome.Ineligible => "暂不符合",
        _ => assessment.Missing.Count > 0 ? $"还差{assessment.Missing.Count}项信息" : "还差几项信息",
    };

    public static Tone Tone(this Assessment assessment) => assessment.Outcome switch
    {
        Outcome.Eligible => Ui.Tone.Success,
        Outcome.Ineligible => Ui.Tone.Warning,
        _ => Ui.Tone.Info,
    };

    /// <summary>The labels of the facts still missing, in the order the form asks for them.</summary>
    public static IEnumerable<string> MissingLabels(this Assessment assessment, Measure measure) =>
        measure.Facts.Facts.Where(fact => assessment.Missing.Contains(fact.Name)).Select(fact => fact.Label);
}
