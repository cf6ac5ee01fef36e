using Microsoft.EntityFrameworkCore;
using Portal.Casework.Runs;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Public.Publications;

/// <summary>How far a firm has come on its way to the automatic refund, as everybody may know.</summary>
public enum RefundStep
{
    /// <summary>On no list that was published.</summary>
    NotListed,

    /// <summary>公示中.</summary>
    Published,

    /// <summary>公示期满，等待放行.</summary>
    Elapsed,

    /// <summary>已放行; the grant itself is not there, or was made in another way.</summary>
    Released,

    /// <summary>待确认账户.</summary>
    AwaitingAccount,

    /// <summary>待拨付.</summary>
    AwaitingPayment,

    /// <summary>已拨付.</summary>
    Paid,

    /// <summary>需申请: qualifies, but is not paid without applying.</summary>
    MustApply,

    /// <summary>未列入: screened, and not on the list. Why is told to the firm itself, not here.</summary>
    Exclusion,

    /// <summary>异议核实中: the firm has objected to having been left out.</summary>
    UnderReview,

    /// <summary>异议成立: decided again by corrected facts.</summary>
    DecidedAgain,

    /// <summary>异议不成立: looked into, and the outcome stays.</summary>
    Confirmed,
}

public abstract record RefundLookUp
{
    /// <param name="Until">The last day of the publication, where it runs.</param>
    /// <param name="Objection">Where the firm can object to having been left out; null where it cannot.</param>
    public sealed record Found(RefundStep Step, DateOnly? Until, string? Objection = null) : RefundLookUp;

    public sealed record Invalid(string Message) : RefundLookUp;
}

/// <summary>Tells anybody who knows a firm's credit code in which step its automatic refund is; no amount, no account, no name.</summary>
public sealed class LookUpRefund(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int RowsAtMost = 20;

    public async Task<RefundLookUp> HandleAsync(string? text, CancellationToken cancellation = default)
    {
        var fault = CreditCode.TryParse(PlainText.Compact(text).ToUpperInvariant(), out var code);
        if (fault != IdentifierFault.None) return new RefundLookUp.Invalid(CreditCode.Explain(fault));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // One question whatever the answer, so that its time tells nothing.
        var rows = await (
            from run in db.ScreeningRuns.InState(RunTransitions.IsPublic)
            join firm in db.ScreenedFirms on run.Id equals firm.RunId
            where firm.CreditCode == code.Value
            join row in db.ScreeningRows on new { firm.RunId, firm.Number } equals new { row.RunId, row.Number }
            orderby run.PublishedOn descending, run.Id descending, firm.Number
            select new Row(run.Id, run.RegionCode, run.State, run.PublishedUntil, row.Number, row.RegionCode, row.Outcome,
                db.Cases.Where(record => record.RunId == run.Id && record.RowNumber == row.Number).Select(record => (CaseState?)record.State).FirstOrDefault(),
                db.Objections.Where(objection => objection.RunId == run.Id && objection.RowNumber == row.Number)
                    // One upheld counts, whatever was said to those that came after it.
                    .OrderByDescending(objection => objection.State == ObjectionState.Upheld).ThenByDescending(objection => objection.At)
                    .Select(objection => (ObjectionState?)objection.State).FirstOrDefault())).Take(RowsAtMost).ToListAsync(cancellation);
        // As on the list itself: a roster may hold firms of places that are not the publishing one's.
        var found = rows.Where(row => row.Outcome == RowOutcome.Rejected || RegionDirectory.Covers(row.RunPlace, row.Place))
            .GroupBy(row => row.RunId).FirstOrDefault()?.MinBy(row => row.Outcome);
        return found is null ? new RefundLookUp.Found(RefundStep.NotListed, null)
            : found.Outcome != RowOutcome.Automatic ? Exclusion(found)
            : found.State == RunState.Published || found is { State: RunState.Releasing, Case: null } ? new RefundLookUp.Found(clock.Today < found.PublishedUntil ? RefundStep.Published : RefundStep.Elapsed, found.PublishedUntil)
            : new RefundLookUp.Found(StepOf(found.Case), null);
    }

    private static RefundLookUp.Found Exclusion(Row row)
    {
        var step = row.Objection switch
        {
            ObjectionState.Open => RefundStep.UnderReview,
            ObjectionState.Upheld => RefundStep.DecidedAgain,
            ObjectionState.Dismissed => RefundStep.Confirmed,
            _ => row.Outcome == RowOutcome.Eligible ? RefundStep.MustApply : RefundStep.Exclusion,
        };
        return new RefundLookUp.Found(step, null,
            RunTransitions.TakesObjectionsToLeftOut(row.State) && step is RefundStep.MustApply or RefundStep.Exclusion ? $"/lookup/refund/{row.RunId}/{row.Number}/objection" : null);
    }

    private sealed record Row(
        Guid RunId, string RunPlace, RunState State, DateOnly? PublishedUntil, int Number, string Place, RowOutcome Outcome, CaseState? Case, ObjectionState? Objection);

    private static RefundStep StepOf(CaseState? state) => state switch
    {
        CaseState.AwaitingAccount => RefundStep.AwaitingAccount,
        CaseState.Approved => RefundStep.AwaitingPayment,
        CaseState.Settled => RefundStep.Paid,
        _ => RefundStep.Released,
    };
}
