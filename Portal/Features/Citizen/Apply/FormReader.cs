using Portal.Components.Rules;
using Portal.Domain.Applications;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Features.Citizen.Apply.People;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>Reads a form with the functions of the domain and gathers what is wrong, in the order of the fields.</summary>
internal static class FormReader
{
    /// <param name="hasFirmAccount">Whether the firm's record holds an account to choose.</param>
    public static FormReading Read(DraftContent content, FormRules rules, bool hasFirmAccount)
    {
        var errors = new List<FormError>();
        if (rules.Regions.Find(content.Place)?.Level != RegionLevel.County)
            errors.Add(new FormError(PlaceField.FieldId, "请选择所在的市和县（市、区）。"));
        var measures = rules.Measures.Select(measure => ReadMeasure(content, measure, rules, errors)).ToArray();
        var account = rules.Pays ? ReadAccount(content, rules.Audience, hasFirmAccount, errors) : null;
        return new FormReading(measures, account, errors);
    }

    private static MeasureReading ReadMeasure(DraftContent content, Measure measure, FormRules rules, List<FormError> errors)
    {
        var typed = content.Measures.Find(one => one.Code == measure.Code) ?? throw new InvalidOperationException($"The form holds nothing for {measure.Code}.");
        var (terms, prefix) = (rules.TermsFor(measure, content.Place), content.PrefixOf(typed));
        var told = Told(content, measure, typed, rules);
        // A draft of an earlier form, or the questionnaire, may hold what is known only after the grant.
        var own = typed.Answers.Where(answer => !measure.Application.Later.Any(fact => fact.Name == answer.Key));
        var once = TypedFacts.Read(measure.Facts, new Dictionary<string, string>(own.Concat(told).DistinctBy(answer => answer.Key)), rules.Today);
        errors.AddFaults(measure, once, prefix);
        var reading = new MeasureReading(terms, typed, prefix, once.Facts, null, [], []) { Told = told };
        reading = measure.Application.People is { } list
            ? PeopleReader.Read(reading, list, rules.Today, errors)
            : ReadAlone(reading, errors);
        if (measure.Application.Claim.AsksTraining && PlainText.Compact(typed.TrainingNumber).Length is 0 or > 18)
            errors.Add(new FormError(FieldIds.Training(prefix), "请填写培训的备案号，不超过18个字符。"));
        return reading;
    }

    private static IReadOnlyDictionary<string, string> Told(DraftContent content, Measure measure, MeasureAnswers typed, FormRules rules) =>
        SharedFacts.Told(measure, typed.Answers, [.. rules.Measures.TakeWhile(before => before != measure)
            .Select(before => (before, (IReadOnlyDictionary<string, string>)content.Measures.First(one => one.Code == before.Code).Answers))]);

    private static MeasureReading ReadAlone(MeasureReading reading, List<FormError> errors)
    {
        var (measure, terms, facts, prefix) = (reading.Measure, reading.Terms, reading.Facts, reading.Prefix);
        var result = LiveAssessment.Make(() => measure.Assess(facts, terms));
        errors.AddMissing(measure, result.Assessment, prefix);
        errors.AddFault(measure, result.Fault);
        errors.AddClaimFault(measure, facts, terms, reading.Claim, result.Assessment, prefix);
        if (result.Assessment is { Outcome: Outcome.Ineligible })
            errors.Add(new FormError(null, $"按目前的信息，{measure.Name}暂不符合条件，还不能提交。请看标着“不符合”的条目；如果是信息填错了，改过来就可以。"));
        return result.Assessment is { } assessment
            ? reading with { Assessment = assessment, Parts = [new FormPart(terms, facts, assessment, [])] }
            : reading;
    }

    private static BankAccount? ReadAccount(DraftContent content, Audience audience, bool hasFirmAccount, List<FormError> errors)
    {
        if (audience == Audience.Firm ? hasFirmAccount && content.UsesFirmAccount : content is { UsesEarlierAccount: true, Earlier: not null }) return null;
        if (PlainText.Trim(content.Bank).Length is 0 or > 100) errors.Add(new FormError(FieldIds.Bank, "请填写开户银行，例如“中国工商银行大连中山支行”。"));
        if (audience == Audience.Firm && BankCode.Read(content.BankCode, out _) is { } wrong) errors.Add(new FormError(FieldIds.BankCode, wrong));
        if (BankAccount.Read(content.Account, audience == Audience.Firm, content.ConfirmedAccount == content.Account, out var account) is not { } fault) return account;
        errors.Add(new FormError(FieldIds.Account, fault));
        return null;
    }
}
