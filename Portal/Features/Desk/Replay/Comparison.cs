using Portal.Components.Rules;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Replay;

/// <summary>A finding with what it was made by.</summary>
internal sealed record Judged(string Version, DateOnly AsOf, Assessment Assessment, IReadOnlyList<ValueRead> Reads);

/// <summary>One thing as it was then and as it is now.</summary>
/// <param name="ThenNote">What stands behind it: a source, a sentence.</param>
/// <param name="Change">How it changed, in a word; null when it did not.</param>
public sealed record ComparedRow(string Label, string Then, string Now, string? Change, string? ThenNote = null, string? NowNote = null)
{
    public static ComparedRow Of(string label, string then, string now, string? thenNote = null, string? nowNote = null) =>
        new(label, then, now, then == now ? null : "变了", thenNote, nowNote);
}

/// <summary>A decision beside now, thing by thing.</summary>
public sealed record Comparison(
    IReadOnlyList<ComparedRow> Result, IReadOnlyList<ComparedRow> Values, IReadOnlyList<ComparedRow> Conditions, IReadOnlyList<ComparedRow> Facts)
{
    /// <summary>What differs, the causes before what they led to.</summary>
    public IEnumerable<ComparedRow> Differences => Facts.Concat(Values).Concat(Conditions).Concat(Result).Where(row => row.Change is not null);

    /// <param name="then">As it was decided.</param>
    /// <param name="facts">The facts both were judged by.</param>
    /// <param name="current">The facts the case bears today, maybe corrected since.</param>
    internal static Comparison Of(Judged then, Judged now, FactSet facts, FactSet current, ReplayTexts words) => new(
        [
            .. Pair(words.ResultOf(then.Assessment), words.ResultOf(now.Assessment)),
            ComparedRow.Of("规则版本", $"第 {then.Version} 版", $"第 {now.Version} 版"),
            ComparedRow.Of("按哪一天的规定", then.AsOf.ToChinese(), now.AsOf.ToChinese()),
        ],
        CompareValues(words.ValuesOf(then), words.ValuesOf(now)),
        CompareConditions([.. Flat(then.Assessment.Conditions)], [.. Flat(now.Assessment.Conditions)]),
        [.. facts.Declared.Where(fact => facts.Knows(fact) || current.Knows(fact)).Select(fact => Fact(fact.Label, facts.Show(fact), current.Show(fact)))]);

    private static ComparedRow Fact(string label, string? then, string? current) =>
        new(label, then ?? "（未填）", current ?? "（未填）", then == current ? null : "后来更正");

    private static IEnumerable<ComparedRow> Pair(IReadOnlyList<(string Label, string Text)> then, IReadOnlyList<(string Label, string Text)> now) =>
        then.Concat(now).Select(line => line.Label).Distinct()
            .Select(label => ComparedRow.Of(label, TextOf(then, label), TextOf(now, label)));

    private static string TextOf(IReadOnlyList<(string Label, string Text)> lines, string label) =>
        lines.Where(line => line.Label == label).Select(line => line.Text).FirstOrDefault("没有");

    private static ComparedRow[] CompareValues(IReadOnlyList<ShownValue> then, IReadOnlyList<ShownValue> now) =>
    [
        .. then.Concat(now).DistinctBy(value => value.Key).Select(value =>
        {
            var (before, after) = (then.FirstOrDefault(v => v.Key == value.Key), now.FirstOrDefault(v => v.Key == value.Key));
            var row = ComparedRow.Of(value.Label, before?.Text ?? "没有用到", after?.Text ?? "没有用到", before?.Source, after?.Source);
            // The same number by another document is worth telling, and is no other amount.
            return row.Change is null && before?.Source != after?.Source ? row with { Change = "依据变了" } : row;
        }),
    ];

    private static ComparedRow[] CompareConditions(ConditionResult[] then, ConditionResult[] now) =>
    [
        .. then.Concat(now).Select(condition => condition.Id).Distinct().Select(id =>
        {
            var (before, after) = (then.FirstOrDefault(c => c.Id == id), now.FirstOrDefault(c => c.Id == id));
            var reworded = before is not null && after is not null && before.Text != after.Text;
            var row = ComparedRow.Of((before ?? after)!.Text, ReplayTexts.Of(before?.Result), ReplayTexts.Of(after?.Result), null, reworded ? after!.Text : null);
            return row.Change is null && reworded ? row with { Change = "要求变了" } : row;
        }),
    ];

    private static IEnumerable<ConditionResult> Flat(IEnumerable<ConditionResult> conditions) =>
        conditions.SelectMany(condition => Flat(condition.Parts).Prepend(condition));
}
