using Portal.Access;
using Portal.Casework.Steps;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Desk.Review.People;

/// <summary>What the list posts about those who were chosen.</summary>
public sealed class ExamineForm
{
    public Guid Version { get; set; }

    /// <summary>The name or number by which the list was narrowed; it stands in no address.</summary>
    public string? Search { get; set; }

    /// <summary>Places in the list.</summary>
    public List<int>? Chosen { get; set; }

    /// <summary>Everybody the filter shows, on all pages, instead of those chosen.</summary>
    public bool All { get; set; }

    public string? Finding { get; set; }

    public string? Note { get; set; }
}

/// <summary>A reviewer finds the same of several people of a case at once; who is paid for and the sum follow by themselves.</summary>
public sealed class ExaminePeople(PeopleSteps steps, FieldVault vault)
{
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, PeopleFilter filter, ExamineForm form, CancellationToken cancellation = default)
    {
        var note = PlainText.Trim(form.Note);
        if (EnumText.Read<PersonFinding>(form.Finding) is not { } finding || !PersonFindings.OfStaff.Contains(finding))
            return StepResult.Wrong("finding", "请选择核对的结果。");
        if (Refuse(finding, note) is { } fault) return fault;
        return await steps.RunAsync(
            actor, at,
            (record, measure) => Chosen(record, measure, filter, form) is { Count: > 0 } chosen
                && chosen.All(person => person.Finding == finding && person.FoundById == actor.UserId && (person.FindingNote ?? "") == note),
            (record, terms) =>
            {
                var chosen = Chosen(record, terms.Measure, filter, form);
                if (chosen.Count == 0) return Found.Wrong(StepResult.Wrong("chosen", "还没有选人。请在名单里勾选，或者选“筛选出的全部人员”。"));
                foreach (var person in chosen)
                    (person.Finding, person.FindingNote, person.FoundById) = (finding, note.Length == 0 ? null : note, actor.UserId);
                return new Found($"核对名单：{chosen.Count} 人{PersonFindings.ToChinese(finding)}", $"{PlacesInList.ToChinese(chosen.Select(person => person.Sequence))}{(note.Length == 0 ? "" : $"：{note}")}");
            },
            cancellation);
    }

    internal static StepResult? Refuse(PersonFinding finding, string note) =>
        note.Length > CasePerson.NoteAtMost ? StepResult.Wrong("note", $"“理由”最多 {CasePerson.NoteAtMost} 个字，请精简一些。")
        : note.Length == 0 && finding == PersonFinding.NotMet ? StepResult.Wrong("note", "请写明不符合的理由和依据，申请人会看到。")
        : note.Length == 0 && finding == PersonFinding.ToCorrect ? StepResult.Wrong("note", "请写明要补正什么，申请人会看到。")
        : null;

    // Whom the applicant took off is on the list no more.
    private IReadOnlyList<CasePerson> Chosen(Case record, Measure measure, PeopleFilter filter, ExamineForm form)
    {
        var people = record.People.Where(person => person.Finding != PersonFinding.TakenBack).OrderBy(person => person.Sequence);
        return form.All ? filter.Choose(people, measure, vault.IndexOf(filter)) : [.. people.Where(person => form.Chosen?.Contains(person.Sequence) == true)];
    }
}

internal static class PeopleSearch
{
    /// <summary>The blind index of the number searched for; null where something else is.</summary>
    public static string? IndexOf(this FieldVault vault, PeopleFilter filter) =>
        PlainText.Compact(filter.Search) is { Length: 18 } number ? vault.Index(SealPurpose.ResidentId, number.ToUpperInvariant()) : null;
}
