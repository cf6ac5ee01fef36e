using Portal.Casework.Cases;
using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Cases.People;

/// <summary>Reads what the applicant says anew of one person, by the rules that the application was read by.</summary>
internal sealed class PersonCheck
{
    public const string NameField = "person-name";
    public const string IdField = "person-id";
    public const string StartField = "person-start";
    public const string MonthField = "person-month";

    private readonly string _name;
    private readonly ResidentId? _id;
    private readonly ClaimAnswers _claim;
    private readonly PersonFacts _facts;

    /// <param name="record">With its people.</param>
    public PersonCheck(Case record, CasePerson person, Terms terms, PersonCorrection typed, FieldVault vault, DateOnly today)
    {
        var claim = terms.Measure.Application.Claim;
        _name = PlainText.Trim(typed.Name);
        if (_name.Length is 0 or > 60) Errors.Add(new FormError(NameField, "请填写姓名，不超过60个字。"));
        if (PlainText.Compact(typed.ResidentId).Length > 0) _id = ReadId(record, person, typed.ResidentId!, vault, today);
        _claim = new ClaimAnswers(
            claim.AsksFirstMonth ? Month.TryParse(PlainText.Compact(typed.FirstMonth), out var month) ? month : null : CasePeople.AnswersOf(person).FirstMonth,
            StartedOn: claim.StartLabel is not null ? IsoDate.TryRead(typed.StartedOn, out var day) ? day : null : person.StartedOn);
        _facts = PersonFacts.Read(record, terms.Measure, person, typed.Facts, today);
        Errors.AddRange(_facts.Faults.Select(fault => new FormError(fault.Fact is { } fact ? FactField.IdFor(fact) : null, fault.Text)));
        Claim(record, terms, claim);
    }

    public List<FormError> Errors { get; } = [];

    /// <summary>Writes it to the person; staff look at it anew.</summary>
    public void Apply(CasePerson person, FieldVault vault)
    {
        var changes = new[] { person.Name == _name ? null : "姓名", _id is null ? null : "身份证号码", person.StartedOn == _claim.StartedOn ? null : "开始日期", _facts.Told }.OfType<string>();
        (person.Name, person.StartedOn, person.FirstMonth) = (_name, _claim.StartedOn, _claim.FirstMonth?.ToString());
        if (_id is { } id) person.ResidentId = vault.Seal(id);
        _facts.Correct(person);
        (person.Finding, person.FoundById) = (Domain.Cases.PersonFinding.Unexamined, null);
        person.FindingNote = PlainText.Head($"申请人更正：{string.Join("；", changes.DefaultIfEmpty("没有改动"))}", CasePerson.NoteAtMost);
    }

    private ResidentId? ReadId(Case record, CasePerson person, string typed, FieldVault vault, DateOnly today)
    {
        var fault = ResidentId.TryParse(typed, today, out var id);
        if (fault != IdentifierFault.None)
        {
            Errors.Add(new FormError(IdField, ResidentId.Explain(fault)));
            return null;
        }

        var index = vault.Index(SealPurpose.ResidentId, id.Value);
        if (record.People.Find(other => other != person && other.ResidentId.Index == index) is { } same)
            Errors.Add(new FormError(IdField, $"和第{same.Sequence}人的身份证号码相同，同一个人只能列一次。请核对，或者去掉其中一个。"));
        return id;
    }

    private void Claim(Case record, Terms terms, ClaimRule claim)
    {
        if (Errors.Count > 0) return;
        var facts = CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson).Over(_facts.After);
        var assessment = terms.Measure.Assess(facts, terms);
        Errors.AddRange((terms.Measure.Application.People?.Each ?? []).Where(fact => assessment.Missing.Contains(fact.Name))
            .Select(fact => new FormError(FactField.IdFor(fact), $"“{fact.Label}”还没有填。")));
        if (assessment.Outcome != Outcome.Eligible) return;
        if (claim.StartLabel is { } start && _claim.StartedOn is null) Errors.Add(new FormError(StartField, $"请填写{start}，例如 2020-11-16。"));
        if (claim.AsksFirstMonth && _claim.FirstMonth is null) Errors.Add(new FormError(MonthField, "请填写从哪个月开始申请，例如 2020-11。"));
        if (claim.Fault(facts, terms, _claim) is { } fault)
            Errors.Add(new FormError(fault.Part switch { ClaimPart.FirstMonth when claim.AsksFirstMonth => MonthField, ClaimPart.Start => StartField, _ => (claim as ClaimOfMonths)?.FactOf(fault.Part) is { } fact ? FactField.IdFor(fact) : null }, fault.Text));
    }
}
