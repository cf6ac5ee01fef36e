using Portal.Components.Rules;
using Portal.Components.Ui;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Apply;

/// <summary>Reads the list of hires: each is judged alone, the grant is worked out for all who qualify.</summary>
internal static class HireReader
{
    /// <summary>What is asked about each hire; the rest is asked once or counted.</summary>
    public static readonly IReadOnlyList<Fact> EachHire =
        [HiringGrant.HireCategory, HiringGrant.UnemployedMonths, HiringGrant.ContractMonths, HiringGrant.SocialInsurancePaid];

    public const int MostHires = 300;

    public static (FactSet Facts, IReadOnlyList<ReadHire> Hires, LiveAssessment Result) Read(
        DraftContent content, HiringGrant grant, Terms terms, FactSet common, DateOnly today, List<FormError> errors)
    {
        if (content.Hires.Count is 0 or > MostHires)
        {
            errors.Add(new FormError(null, content.Hires.Count == 0 ? "请至少添加一名新招用人员。" : $"一次最多申请{MostHires}人，请分几次申请。"));
            return (common, [], new LiveAssessment(null, null));
        }

        var typed = content.Hires.Select(hire => TypedFacts.Read(grant.Facts, hire.Answers)).ToArray();
        var facts = typed.Select(hire => hire.Facts.With(HiringGrant.PremiumReliefPeriod, common[HiringGrant.PremiumReliefPeriod])).ToArray();
        HiringGrantResult? whole = null;
        var result = LiveAssessment.Make(() => (whole = HiringGrantApplication.Assess(grant, terms, facts)).Whole);
        if (whole is null) return (common, [], result);

        var hires = new List<ReadHire>();
        for (var row = 0; row < content.Hires.Count; row++)
            hires.Add(ReadRow(content.Hires[row], row, grant, typed[row], whole.Each[row], today, errors));
        AddDuplicates(hires, errors);
        // The relief period is the firm's, not the hire's, and is asked for once.
        FormReader.AddMissing(errors, grant, whole.Whole with { Missing = [.. whole.Whole.Missing.Where(name => name == HiringGrant.PremiumReliefPeriod.Name)] }, "");
        return (whole.Facts, hires, result);
    }

    private static ReadHire ReadRow(
        HireEntry entry, int row, HiringGrant grant, TypedFacts typed, Assessment assessment, DateOnly today, List<FormError> errors)
    {
        var name = PlainText.Trim(entry.Name);
        if (name.Length is 0 or > 60) errors.Add(new FormError(FieldIds.HireName(row), $"第{row + 1}人：请填写姓名。"));
        var fault = ResidentId.TryParse(entry.ResidentId, today, out var id);
        if (fault != IdentifierFault.None) errors.Add(new FormError(FieldIds.HireId(row), $"第{row + 1}人：{ResidentId.Explain(fault)}"));
        FormReader.AddFaults(errors, grant, typed, FieldIds.Hire(row));
        FormReader.AddMissing(errors, grant, assessment with { Missing = [.. assessment.Missing.Where(missing => EachHire.Any(fact => fact.Name == missing))] }, FieldIds.Hire(row));
        return new ReadHire(row, name, fault == IdentifierFault.None ? id : null, typed.Facts.With(HiringGrant.Hires, 1), assessment);
    }

    private static void AddDuplicates(List<ReadHire> hires, List<FormError> errors)
    {
        foreach (var same in hires.Where(hire => hire.Id is not null).GroupBy(hire => hire.Id))
            foreach (var again in same.Skip(1))
                errors.Add(new FormError(FieldIds.HireId(again.Row), $"第{again.Row + 1}人和第{same.First().Row + 1}人的身份证号码相同，请删除重复的一行。"));
    }
}
