using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Domain.Measures;
using Portal.Domain.Parameters;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Replay;

/// <param name="Key">The same for the same value then and now.</param>
internal sealed record ShownValue(string Key, string Label, string Text, string? Source);

/// <summary>Puts a finding and what it was made by into lines of words.</summary>
internal sealed class ReplayTexts(MeasureCatalog catalog, RegionDirectory regions)
{
    public IReadOnlyList<(string Label, string Text)> ResultOf(Assessment assessment)
    {
        var lines = new List<(string, string)> { ("结果", assessment.ToChinese()), ("金额", assessment.Amount?.ToChinese() ?? "还算不出来") };
        if (assessment.Automatic) lines.Add(("免申即享", "是"));
        lines.AddRange(assessment.Instalments.Select(part =>
            (Trigger.ToChinese(part.Trigger), part.Due is { } due ? $"{part.Amount.ToChinese()}，{due.ToChinese()}前" : part.Amount.ToChinese())));
        if (assessment.PendingParameters.Count > 0) lines.Add(("待市级细则", string.Join("、", assessment.PendingParameters.Select(key => catalog.FindParameter(key)?.Label ?? key))));
        if (assessment.Missing.Count > 0 && catalog.Find(assessment.Measure) is { } measure) lines.Add(("还缺的信息", string.Join("、", assessment.MissingLabels(measure))));
        if (assessment.Funding is { } funding)
            lines.Add(("资金分担", $"中央 {funding.Central.ToChinese()}，省 {funding.Province.ToChinese()}，市县 {funding.City.ToChinese()}"));
        AddMoney("每月发放", assessment.Extras?.Monthly);
        if (assessment.Extras?.Months is { } months) lines.Add(("发放月数", $"{months}个月"));
        AddMoney("应退回的预拨资金", assessment.Extras?.Clawback);
        AddMoney("留用毕业生可预拨的社会保险补贴", assessment.Extras?.RetentionAdvance);
        return lines;

        void AddMoney(string label, Money? money)
        {
            if (money is { } known) lines.Add((label, known.ToChinese()));
        }
    }

    public IReadOnlyList<ShownValue> ValuesOf(Judged judged) =>
    [
        .. judged.Reads.DistinctBy(read => (read.Parameter.Key, read.Day)).Select(read =>
        {
            // A value by the day of assessment is compared with that of the other day; one by a month of its own stays its month's.
            var ofDay = read.Day == judged.AsOf ? "" : read.Day.ToChinese();
            return new ShownValue($"{read.Parameter.Key} {ofDay}", ofDay.Length == 0 ? read.Parameter.Label : $"{read.Parameter.Label}（{ofDay}）",
                read.Found is { } found ? read.Parameter.Show(found.Value) : "还没有公布", read.Found?.Row is { } row ? SourceOf(row) : null);
        }),
    ];

    public static string Of(Truth? truth) => truth switch
    {
        Truth.Met => "符合",
        Truth.Unmet => "不符合",
        Truth.Unknown => "还不知道",
        null => "没有这一条",
        _ => throw new ArgumentOutOfRangeException(nameof(truth)),
    };

    private string SourceOf(ParameterRow row) =>
        $"{regions.FullName(row.Region)}，{row.From.ToChinese()}{(row.To is { } to ? $"至{to.ToChinese()}" : "起")}；{SourceTexts.Of(row)}";
}
