using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Cases;
using Portal.Domain.Places;
using Portal.Domain.Screening;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Features.Publications;

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
}

public abstract record RefundLookUp
{
    /// <param name="Until">The last day of the publication, where it runs.</param>
    public sealed record Found(RefundStep Step, DateOnly? Until) : RefundLookUp;

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
            from row in db.ScreeningRows
            where row.CreditCode == code.Value && row.Outcome == RowOutcome.Automatic
            join run in db.ScreeningRuns on row.RunId equals run.Id
            where run.State == RunState.Published || RunProgress.Granted.Contains(run.State)
            orderby run.PublishedOn descending, run.Id descending
            select new
            {
                RunPlace = run.RegionCode,
                row.RegionCode,
                run.State,
                run.PublishedUntil,
                Case = db.Cases.Where(record => record.RunId == run.Id && record.RowNumber == row.Number).Select(record => (CaseState?)record.State).FirstOrDefault(),
            }).Take(RowsAtMost).ToListAsync(cancellation);
        // As on the list itself: a roster may hold firms of places that are not the publishing one's.
        var found = rows.Find(row => RegionDirectory.Covers(row.RunPlace, row.RegionCode));
        return found is null ? new RefundLookUp.Found(RefundStep.NotListed, null)
            : found.State == RunState.Published ? new RefundLookUp.Found(clock.Today < found.PublishedUntil ? RefundStep.Published : RefundStep.Elapsed, found.PublishedUntil)
            : new RefundLookUp.Found(StepOf(found.Case), null);
    }

    private static RefundStep StepOf(CaseState? state) => state switch
    {
        CaseState.AwaitingAccount => RefundStep.AwaitingAccount,
        CaseState.Approved => RefundStep.AwaitingPayment,
        CaseState.Settled => RefundStep.Paid,
        _ => RefundStep.Released,
    };
}
