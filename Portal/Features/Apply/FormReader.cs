using Portal.Components.Rules;
using Portal.Components.Ui;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Apply;

/// <summary>Reads a form with the functions of the domain and gathers what is wrong, in the order of the fields.</summary>
internal static class FormReader
{
    /// <param name="hasFirmAccount">Whether the firm's record holds an account to choose.</param>
    public static FormReading Read(DraftContent content, FormRules rules, bool hasFirmAccount)
    {
        var errors = new List<FormError>();
        if (rules.Regions.Find(content.Place)?.Level != RegionLevel.County)
            errors.Add(new FormError(PlaceField.FieldId, "请选择所在的市和县（市、区）。"));
        var terms = rules.TermsFor(content.Place);
        var typed = TypedFacts.Read(rules.Measure.Facts, content.Answers);
        AddFaults(errors, rules.Measure, typed, "");

        var facts = typed.Facts;
        IReadOnlyList<ReadHire> hires = [];
        LiveAssessment result;
        if (rules.Measure is HiringGrant grant)
        {
            (facts, hires, result) = HireReader.Read(content, grant, terms, facts, rules.Today, errors);
        }
        else
        {
            result = LiveAssessment.Make(() => rules.Measure.Assess(facts, terms));
            AddMissing(errors, rules.Measure, result.Assessment, "");
        }

        var firstMonth = rules.Measure is FlexibleSocialInsurance ? ReadFirstMonth(content, rules.Today, errors) : null;
        var account = ReadAccount(content, rules.Measure.Audience, hasFirmAccount, errors);
        if (result.Fault is { } fault) errors.Add(new FormError(null, fault));
        if (result.Assessment is { Outcome: Outcome.Ineligible })
            errors.Add(new FormError(null, "按目前的信息暂不符合条件，还不能提交。请看标着“不符合”的条目；如果是信息填错了，改过来就可以。"));
        return new FormReading(terms, facts, result.Assessment, hires, firstMonth, account, errors);
    }

    public static void AddFaults(List<FormError> errors, Measure measure, TypedFacts typed, string prefix) =>
        errors.AddRange(measure.Facts.Facts.Where(fact => typed.Faults.ContainsKey(fact.Name))
            .Select(fact => new FormError(FactField.IdFor(fact, prefix), typed.Faults[fact.Name])));

    /// <summary>Names every fact still needed that has no error of its own yet.</summary>
    public static void AddMissing(List<FormError> errors, Measure measure, Assessment? assessment, string prefix)
    {
        foreach (var fact in measure.Facts.Facts.Where(fact => assessment?.Missing.Contains(fact.Name) == true))
        {
            var id = FactField.IdFor(fact, prefix);
            if (errors.All(error => error.FieldId != id))
                errors.Add(new FormError(id, fact.Choices.Count > 0 ? $"请选择“{fact.Label}”。" : $"请填写“{fact.Label}”。"));
        }
    }

    private static DateOnly? ReadFirstMonth(DraftContent content, DateOnly today, List<FormError> errors)
    {
        if (ClaimPeriod.TryParseMonth(content.FirstMonth, out var first) && first <= today) return first;
        errors.Add(new FormError(FieldIds.FirstMonth, "请选择从哪个月开始申请。"));
        return null;
    }

    private static BankAccount? ReadAccount(DraftContent content, Audience audience, bool hasFirmAccount, List<FormError> errors)
    {
        if (audience == Audience.Firm && hasFirmAccount && content.UsesFirmAccount) return null;
        if (PlainText.Trim(content.Bank).Length is 0 or > 100) errors.Add(new FormError(FieldIds.Bank, "请填写开户银行，例如“中国工商银行大连中山支行”。"));
        var isPerson = audience == Audience.Person;
        BankAccount account;
        var fault = isPerson ? BankAccount.TryParsePersonalCard(content.Account, out account) : BankAccount.TryParseCorporate(content.Account, out account);
        if (fault == IdentifierFault.None) return account;
        errors.Add(new FormError(FieldIds.Account, isPerson ? BankAccount.ExplainPersonalCard(fault) : BankAccount.CorporateExplanation));
        return null;
    }
}
