using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Privacy;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Review.People;

/// <summary>What staff find of the facts or the people of a case: by the reviewers who may propose it, while it is under review.</summary>
public sealed class PeopleSteps(StepRunner steps, CaseAssessor assessor, MeasureCatalog catalog, DecisionLog decisions, BusinessClock clock)
{
    /// <param name="isDone">Whether an earlier press has found the same.</param>
    /// <param name="find">Changes the people; anything but <see cref="StepResult.Done"/> leaves the database as it was.</param>
    public async Task<StepResult> RunAsync(
        Actor actor, CaseRef at, Func<Case, Measure, bool> isDone, Func<Case, Terms, Found> find, CancellationToken cancellation)
    {
        try
        {
            return await steps.RunAsync(
                new RecordStep<Case>
                {
                    Find = db => db.Cases.Include(c => c.Appeal).Include(c => c.People).Include(c => c.Claims).AsSplitQuery().Where(c => c.No == at.No),
                    IsVisible = record => record.IsOpenTo(actor),
                    RefuseAsync = async (db, record) => DeskRights.Refuse(actor, record, CaseAction.ProposeApproval, await db.PartiesAsync(record, cancellation)),
                    IsDone = record => record.State == CaseState.UnderReview && isDone(record, assessor.MeasureOf(record)),
                    IsCurrent = record => record.Version == at.Version && record.State == CaseState.UnderReview,
                    StateOf = record => CaseReviewTexts.Of(record.State),
                },
                async (db, record) => await KeepAsync(db, actor, record, find, cancellation), cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return new StepResult.Stale();
        }
    }

    private async Task<StepResult> KeepAsync(PortalDbContext db, Actor actor, Case record, Func<Case, Terms, Found> find, CancellationToken cancellation)
    {
        var (before, terms) = (record.AssessmentJson, await assessor.TermsAsync(record, cancellation));
        var found = find(record, terms);
        if (found.Fault is not null) return found.Fault;
        if (found.Change is { } change)
        {
            if (await change.ApplyAsync(db, record, catalog, clock.Today, cancellation) is { } fault) return new StepResult.Refused(fault.Text);
        }
        else if (await db.RecountAsync(record, terms, CaseJson.ReadFacts(terms.Measure.Facts, record.FactsJson), catalog.NameOf, clock.Today, cancellation) is { } why)
        {
            return new StepResult.Refused(why);
        }

        record.AddEvent(actor, clock, found.What, found.Why);
        // What was found of the people is a change of the case: a page that was opened before shows it otherwise.
        record.Version = Guid.CreateVersion7();
        if (record.AssessmentJson != before || found.Change is not null)
            await decisions.AddAsync(db, record, CaseJson.ReadAssessment(record.AssessmentJson), terms, DecisionOccasion.Verified, cancellation);
        return new StepResult.Done();
    }
}

/// <summary>What somebody found.</summary>
/// <param name="What">For the history.</param>
/// <param name="Change">Facts that are asked once and were verified; null where people were gone through.</param>
/// <param name="Fault">What is to be put right; null where it was found.</param>
public sealed record Found(string What, string? Why, FactChange? Change = null, StepResult? Fault = null)
{
    public static Found Wrong(StepResult fault) => new("", null, null, fault);
}
