using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.Cases.People;

/// <summary>An applicant who was asked for a correction says anew what is so of one person; the correction as a whole is sent afterwards.</summary>
public sealed class CorrectPerson(StepRunner steps, MeasureCatalog catalog, RulebookSource rulebooks, FieldVault vault, BusinessClock clock)
{
    /// <param name="place">The person's place in the list.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, int place, PersonCorrection typed, CancellationToken cancellation = default)
    {
        var book = await rulebooks.RulesAsync(cancellation);
        try
        {
            return await steps.RunAsync(
                new RecordStep<Case>
                {
                    Find = db => db.OwnCasesOf(actor).Include(c => c.People).AsSplitQuery().Where(c => c.No == no),
                    RefuseAsync = (_, record) => Task.FromResult(record.State == CaseState.CorrectionRequested ? null : "现在不是补正的时候，名单不能改。"),
                    IsDone = _ => false,
                    IsCurrent = record => record.Version == typed.Version,
                    StateOf = record => CaseTransitions.ToChinese(record.State),
                },
                (db, record) => CorrectAsync(db, record, catalog.Find(record.MeasureCode)!.TermsFor(book, record.RegionCode, record.AsOf), place, typed, cancellation), cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return new StepResult.Refused("改后的月份里有已经在别的申请中领取的，同一个人的同一个月不能重复申请。请核对。");
        }
    }

    private async Task<StepResult> CorrectAsync(PortalDbContext db, Case record, Domain.Rules.Terms terms, int place, PersonCorrection typed, CancellationToken cancellation)
    {
        if (record.People.Find(one => one.Sequence == place && one.Finding != PersonFinding.TakenBack) is not { } person) return new StepResult.NotFound();
        var check = new PersonCheck(record, person, terms, typed, vault, clock.Today);
        if (check.Errors.Count > 0) return new StepResult.Invalid(check.Errors);
        var before = person.ResidentId.Index;
        check.Apply(person, vault);
        if (person.ResidentId.Index != before)
            foreach (var claim in await db.BenefitClaims.Where(claim => claim.CaseId == record.Id && claim.Subject == before).ToListAsync(cancellation)) claim.GivenUpOn = clock.Today;
        if (await db.RecountAsync(record, terms, CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), catalog.NameOf, clock.Today, cancellation) is { } why) return new StepResult.Refused(why);
        record.Version = Guid.CreateVersion7();
        return new StepResult.Done();
    }
}
