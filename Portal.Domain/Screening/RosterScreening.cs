using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Domain.Screening;

/// <summary>Screens the rows of one roster in file order for the stabilization refund (免申即享).</summary>
/// <remarks>
/// Holds the codes seen so far: a code that an earlier, readable row had is rejected, so that a firm listed
/// twice is paid once. One instance serves one file.
/// </remarks>
public sealed class RosterScreening(Rulebook book, RegionDirectory regions, DateOnly asOf)
{
    private readonly StabilizationRefund _measure = new();
    private readonly Dictionary<string, Terms> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ScreenedRow Screen(RosterRow row)
    {
        var cells = default(CellReader);
        var codeText = PlainText.Trim(row.CreditCode);
        var code = ReadCode(ref cells, codeText);
        var region = ReadRegion(ref cells, row.Region);
        var facts = ReadFacts(ref cells, row);
        if (cells.IsSound && !_seen.Add(code)) cells.Refuse(RosterColumns.CreditCode, "与前面的行重复");
        return cells.IsSound ? Decide(row.Number, codeText, facts, TermsOf(region))
            : new ScreenedRow(row.Number, codeText, RowOutcome.Rejected, null, cells.Fault);
    }

    private static string ReadCode(ref CellReader cells, string text)
    {
        if (text.Length == 0) cells.Refuse(RosterColumns.CreditCode, "不能为空");
        var fault = CreditCode.TryParse(text, out var code);
        if (fault == IdentifierFault.CheckDigit) cells.Refuse(RosterColumns.CreditCode, "最后一位校验码不对");
        else if (fault != IdentifierFault.None) cells.Refuse(RosterColumns.CreditCode, "应为18位数字或大写字母");
        return code.Value ?? "";
    }

    private string ReadRegion(ref CellReader cells, string cell)
    {
        var region = PlainText.Compact(cell);
        if (region.Length == 0) cells.Refuse(RosterColumns.Region, "不能为空");
        else if (!regions.Contains(region)) cells.Refuse(RosterColumns.Region, "不是辽宁省的地区代码");
        return region;
    }

    private FactSet ReadFacts(ref CellReader cells, RosterRow row)
    {
        var before = cells.Count(row.InsuredYearBeforeLast, RosterColumns.InsuredYearBeforeLast);
        var last = cells.Count(row.InsuredLastYear, RosterColumns.InsuredLastYear);
        var notLayoffs = cells.Count(row.NotLayoffs, RosterColumns.NotLayoffs);
        return FactSet.Empty(_measure.Facts)
            .With(StabilizationRefund.EnterpriseSize, cells.Size(row.Size, RosterColumns.Size))
            .With(StabilizationRefund.InsuredHeadcount, last)
            .With(StabilizationRefund.LayoffRate, LayoffRate(before, last, notLayoffs))
            .With(StabilizationRefund.PremiumMonthsPaid, cells.Months(row.MonthsPaid, RosterColumns.MonthsPaid))
            .With(StabilizationRefund.PremiumsPaidLastYear, cells.Money(row.PremiumsPaid, RosterColumns.PremiumsPaid))
            .With(StabilizationRefund.SeriousDishonesty, cells.YesNo(row.Dishonest, RosterColumns.Dishonest))
            .With(StabilizationRefund.ZombieEnterprise, cells.YesNo(row.Zombie, RosterColumns.Zombie));
    }

    /// <summary>max(0, before − last − not counted) ÷ before, exact; 0 when nobody was insured before; unknown while a count is.</summary>
    public static Rate? LayoffRate(int? before, int? last, int? notLayoffs) =>
        before is null || last is null || notLayoffs is null ? null
        : before == 0 ? Rate.Zero
        : Rate.Of(Math.Max(0, (long)before.Value - last.Value - notLayoffs.Value), before.Value);

    private ScreenedRow Decide(int number, string code, FactSet facts, Terms terms)
    {
        var decision = _measure.Decide(facts, terms);
        return decision.Outcome switch
        {
            Outcome.Eligible => new ScreenedRow(number, code, decision.Automatic ? RowOutcome.Automatic : RowOutcome.Eligible, decision.Amount,
                decision.Automatic ? "" : "符合条件，请由企业申请", facts),
            Outcome.Ineligible => new ScreenedRow(number, code, RowOutcome.Ineligible, null, WhyNot(facts, terms), facts),
            _ => new ScreenedRow(number, code, RowOutcome.Incomplete, null, WhatIsMissing(facts, terms), facts),
        };
    }

    private string WhyNot(FactSet facts, Terms terms) =>
        "未满足：" + string.Join("；", _measure.Assess(facts, terms).Unmet.Select(condition => condition.Text.TrimEnd('。')));

    private string WhatIsMissing(FactSet facts, Terms terms) =>
        "缺少：" + string.Join("、", _measure.Assess(facts, terms).Missing.Select(name => _measure.Facts.Find(name)!.Label));

    private Terms TermsOf(string region)
    {
        if (!_terms.TryGetValue(region, out var terms)) _terms[region] = terms = _measure.TermsFor(book, region, asOf);
        return terms;
    }
}
