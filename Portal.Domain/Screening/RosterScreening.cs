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
    /// <summary>The reason of a firm that qualifies and is not paid without applying.</summary>
    public const string MustApply = "符合条件，请由企业申请";

    private readonly StabilizationRefund _measure = new();
    private readonly Dictionary<string, Terms> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(Terms, Outcome, ulong), string> _reasons = [];
    private readonly SeenCodes _seen = new();

    public ScreenedRow Screen(RosterRow row) => Decide(Read(row));

    /// <summary>What a row says, or its first fault; a caller may read the next rows while those before are decided.</summary>
    public ReadRow Read(RosterRow row)
    {
        var cells = default(CellReader);
        var codeText = PlainText.Trim(row.CreditCode);
        var code = ReadCode(ref cells, codeText);
        var terms = ReadPlace(ref cells, row.Place);
        var facts = ReadFacts(ref cells, row);
        return new ReadRow(row.Number, codeText, code, terms, facts, cells.Fault ?? "");
    }

    /// <param name="row">The rows of a file one after the other: the earlier of two with one code is the one that counts.</param>
    public ScreenedRow Decide(in ReadRow row)
    {
        var fault = row.Fault;
        if (fault.Length == 0 && !_seen.Add(row.Code!.Value.Number)) fault = CellReader.Told(RosterColumns.CreditCode, "与前面的行重复");
        return fault.Length == 0 ? Decide(row, row.Terms!) : new ScreenedRow(row.Number, row.CreditCode, RowOutcome.Rejected, null, fault, Code: row.Code);
    }

    private static CreditCode? ReadCode(ref CellReader cells, string text)
    {
        if (text.Length == 0) cells.Refuse(RosterColumns.CreditCode, "不能为空");
        var fault = CreditCode.TryParse(text, out var code);
        if (fault == IdentifierFault.None) return code;
        cells.Refuse(RosterColumns.CreditCode, fault == IdentifierFault.CheckDigit ? "最后一位校验码不对" : "应为18位数字或大写字母");
        return null;
    }

    private Terms? ReadPlace(ref CellReader cells, string region)
    {
        if (_terms.TryGetValue(region, out var terms)) return terms;
        if (regions.Contains(region)) return _terms[region] = _measure.TermsFor(book, region, asOf);
        cells.Refuse(RosterColumns.Region, region.Length == 0 ? "不能为空" : "不是辽宁省的地区代码");
        return null;
    }

    private FactSet ReadFacts(ref CellReader cells, RosterRow row)
    {
        var before = cells.Count(row.InsuredYearBeforeLast, RosterColumns.InsuredYearBeforeLast);
        var last = cells.Count(row.InsuredLastYear, RosterColumns.InsuredLastYear);
        var notLayoffs = cells.Count(row.NotLayoffs, RosterColumns.NotLayoffs);
        var sheet = new FactSheet(_measure.Facts);
        sheet.Put(StabilizationRefund.EnterpriseSize, cells.Size(row.Size, RosterColumns.Size));
        sheet.Put(StabilizationRefund.InsuredHeadcount, last);
        sheet.Put(StabilizationRefund.LayoffRate, LayoffRate(before, last, notLayoffs));
        sheet.Put(StabilizationRefund.PremiumMonthsPaid, cells.Months(row.MonthsPaid, RosterColumns.MonthsPaid));
        sheet.Put(StabilizationRefund.PremiumsPaidLastYear, cells.Money(row.PremiumsPaid, RosterColumns.PremiumsPaid));
        sheet.Put(StabilizationRefund.SeriousDishonesty, cells.YesNo(row.Dishonest, RosterColumns.Dishonest));
        sheet.Put(StabilizationRefund.ZombieEnterprise, cells.YesNo(row.Zombie, RosterColumns.Zombie));
        return sheet.ToSet();
    }

    /// <summary>max(0, before − last − not counted) ÷ before, exact; 0 when nobody was insured before; unknown while a count is.</summary>
    public static Rate? LayoffRate(int? before, int? last, int? notLayoffs) =>
        before is null || last is null || notLayoffs is null ? null
        : before == 0 ? Rate.Zero
        : Rate.Of(Math.Max(0, (long)before.Value - last.Value - notLayoffs.Value), before.Value);

    private ScreenedRow Decide(in ReadRow row, Terms terms)
    {
        var decision = _measure.Decide(row.Facts, terms);
        return decision.Outcome switch
        {
            Outcome.Eligible when decision.Automatic => Screened(row, RowOutcome.Automatic, decision.Amount, ""),
            Outcome.Eligible => Screened(row, RowOutcome.Eligible, decision.Amount, MustApply),
            Outcome.Ineligible => Screened(row, RowOutcome.Ineligible, null, ReasonOf(decision.Outcome, row.Facts, terms)),
            _ => Screened(row, RowOutcome.Incomplete, null, ReasonOf(decision.Outcome, row.Facts, terms)),
        };
    }

    private static ScreenedRow Screened(in ReadRow row, RowOutcome outcome, Money? amount, string reason) =>
        new(row.Number, row.CreditCode, outcome, amount, reason, row.Facts, row.Code);

    private string ReasonOf(Outcome outcome, FactSet facts, Terms terms)
    {
        var grounds = (terms, outcome, _measure.Grounds(facts, terms));
        if (!_reasons.TryGetValue(grounds, out var reason)) _reasons[grounds] = reason = Explain(outcome, _measure.Assess(facts, terms));
        return reason;
    }

    private string Explain(Outcome outcome, Assessment assessment) => outcome == Outcome.Ineligible
        ? "未满足：" + string.Join("；", assessment.Unmet.Select(condition => condition.Text.TrimEnd('。')))
        : "缺少：" + string.Join("、", assessment.Missing.Select(name => _measure.Facts.Find(name)!.Label));
}
