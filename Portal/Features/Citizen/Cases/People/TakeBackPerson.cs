using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.Cases.People;

/// <summary>An applicant takes one person off the list, as long as the whole could be withdrawn; the person is free to be applied for again.</summary>
public sealed class TakeBackPerson(StepRunner steps, MeasureCatalog catalog, RulebookSource rulebooks, DecisionLog decisions, BusinessClock clock)
{
    public async Task<StepResult> HandleAsync(Actor actor, string no, int place, Guid version, CancellationToken cancellation = default)
    {
        var book = await rulebooks.RulesAsync(cancellation);
        return await steps.RunAsync(
            new RecordStep<Case>
            {
                Find = db => db.OwnCasesOf(actor).Include(c => c.People).AsSplitQuery().Where(c => c.No == no),
                RefuseAsync = (_, record) => Task.FromResult(CaseTransitions.Allows(record.State, CaseAction.Withdraw) ? null : "已经提出了审核意见，名单不能再改。"),
                IsDone = record => record.People.Exists(person => person.Sequence == place && person.Finding == PersonFinding.TakenBack),
                IsCurrent = record => record.Version == version,
                StateOf = record => CaseTransitions.ToChinese(record.State),
            },
            async (db, record) =>
            {
                if (record.People.Find(one => one.Sequence == place) is not { } person) return new StepResult.NotFound();
                if (record.People.Count(one => one.Finding != PersonFinding.TakenBack) == 1)
                    return new StepResult.Refused("名单上只剩这一个人了。不想申请的话，请在办件页撤回整件申请。");
                var terms = catalog.Find(record.MeasureCode)!.TermsFor(book, record.RegionCode, record.AsOf);
                (person.Finding, person.FindingNote, person.FoundById) = (PersonFinding.TakenBack, PersonFindings.ToChinese(PersonFinding.TakenBack), null);
                if (await db.RecountAsync(record, terms, CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), catalog.NameOf, clock.Today, cancellation) is { } why) return new StepResult.Refused(why);
                record.AddEvent(actor, clock, $"从名单中去掉第{place}人");
                record.Version = Guid.CreateVersion7();
                await decisions.AddAsync(db, record, CaseJson.ReadAssessment(record.AssessmentJson), terms, DecisionOccasion.Corrected, cancellation);
                return new StepResult.Done();
            },
            cancellation);
    }
}
