using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Desk.Review.People;

/// <summary>What is posted about one person, or about what is asked once.</summary>
public sealed class VerifyForm
{
    public Guid Version { get; set; }

    /// <summary>As typed, by fact name.</summary>
    public Dictionary<string, string>? Facts { get; set; }

    public string? Finding { get; set; }

    public string? Note { get; set; }
}

/// <summary>A reviewer records what the papers show of one person beside what was said, and what comes of it.</summary>
public sealed class VerifyPerson(PeopleSteps steps, BusinessClock clock)
{
    /// <param name="place">The person's place in the list.</param>
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, int place, VerifyForm form, CancellationToken cancellation = default)
    {
        var note = PlainText.Trim(form.Note);
        if (EnumText.Read<PersonFinding>(form.Finding) is not { } finding || !PersonFindings.OfStaff.Contains(finding))
            return StepResult.Wrong("finding", "请选择核对的结果。");
        if (ExaminePeople.Refuse(finding, note) is { } fault) return fault;
        return await steps.RunAsync(
            actor, at,
            (record, measure) => Of(record, place) is { } person && person.Finding == finding && person.FoundById == actor.UserId && (person.FindingNote ?? "") == note
                && PersonFacts.Read(record, measure, person, form.Facts, clock.Today) is { Faults.Count: 0, Told: null },
            (record, terms) =>
            {
                if (Of(record, place) is not { } person) return Found.Wrong(new StepResult.NotFound());
                var read = PersonFacts.Read(record, terms.Measure, person, form.Facts, clock.Today);
                if (read.Faults.Count > 0) return Found.Wrong(new StepResult.Invalid([.. read.Faults.Select(one => new FormError(one.Fact is { } fact ? FactField.IdFor(fact) : null, one.Text))]));
                if (read.Told is not null && note.Length == 0) return Found.Wrong(StepResult.Wrong("note", "核实的情况和填报的不同，请写明依据，例如哪一份材料上写的。"));
                read.Verify(person);
                (person.Finding, person.FindingNote, person.FoundById) = (finding, note.Length == 0 ? null : note, actor.UserId);
                return new Found($"核对名单：第{place}人{PersonFindings.ToChinese(finding)}", string.Join("。依据：", new[] { read.Told, person.FindingNote }.OfType<string>()));
            },
            cancellation);
    }

    private static CasePerson? Of(Case record, int place) => record.People.Find(person => person.Sequence == place && person.Finding != PersonFinding.TakenBack);
}
