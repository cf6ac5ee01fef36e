using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data.Cases;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Desk.Review.People;

/// <summary>A reviewer records what the papers show beside what the applicant said; the case is decided by what was verified.</summary>
public sealed class VerifyFacts(PeopleSteps steps, RulebookSource rulebooks, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, CaseRef at, VerifyForm form, CancellationToken cancellation = default)
    {
        var note = PlainText.Trim(form.Note);
        if (note.Length is 0 or > CaseSteps.NoteAtMost)
            return StepResult.Wrong("note", $"请写明依据，例如哪一份材料上写的，{CaseSteps.NoteAtMost}字以内。申请人会看到。");
        var book = await rulebooks.RulesAsync(cancellation);
        return await steps.RunAsync(
            actor, at,
            // Pressed twice: the facts are as they were typed, and somebody has verified them.
            (record, measure) => record.Version != at.Version && FactChange.Read(record, measure, book, form.Facts, clock.Today) is { Faults.Count: 0, Told: null },
            (record, terms) =>
            {
                var change = FactChange.Read(record, terms.Measure, book, form.Facts, clock.Today);
                if (change.Faults.Count > 0) return Found.Wrong(new StepResult.Invalid([.. change.Faults.Select(one => new FormError(one.Fact is { } fact ? FactField.IdFor(fact) : null, one.Text))]));
                if (change.Told is not { } told) return Found.Wrong(StepResult.Wrong(null, "没有改动。核实的情况和填报的一样时，不用在这里登记。"));
                var (said, now) = (record.SaidFactsJson ?? record.FactsJson, CaseJson.Write(change.After));
                record.SaidFactsJson = said == now ? null : said;
                return new Found("登记核实的情况", $"{told}。依据：{note}", change);
            },
            cancellation);
    }
}
