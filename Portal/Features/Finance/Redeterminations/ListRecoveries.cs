using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Recoveries;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

public enum RecoveryFilter
{
    Open,
    Late,
    Closed,
}

/// <param name="NextDue">The day of the first part that is not paid back; null when nothing is left.</param>
public sealed record RecoveryLine(Guid Id, string CaseNo, string Applicant, string MeasureCode, ChangeCause Cause, Money Amount, Money Left, DateOnly? NextDue, bool IsLate);

public sealed record RecoveryList(IReadOnlyList<RecoveryLine> Lines, int Page, int Pages, DateOnly Today);

/// <summary>The claims of the actor's place, the oldest first.</summary>
public sealed class ListRecoveries(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    public const int PageSize = 30;

    public async Task<RecoveryList> HandleAsync(Actor actor, RecoveryFilter filter, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var today = clock.Today;
        var all = db.Recoveries.AsNoTracking().Within(actor.Place, recovery => recovery.Case.RegionCode);
        all = filter switch
        {
            RecoveryFilter.Closed => all.Where(recovery => recovery.ClosedOn != null),
            // What came in fills the parts in their order: late is whoever owes more than is due later.
            RecoveryFilter.Late => all.Where(recovery => recovery.ClosedOn == null
                && (long)(object)recovery.Amount - (long)(object)recovery.Received - (long)(object)recovery.Waived
                    > recovery.Parts.Where(part => part.DueOn >= today).Sum(part => (long)(object)part.Amount)),
            _ => all.Where(recovery => recovery.ClosedOn == null),
        };
        var pages = Math.Max(1, (await all.CountAsync(cancellation) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var found = await all.OrderBy(recovery => recovery.ApprovedOn).ThenBy(recovery => recovery.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Include(recovery => recovery.Case).Include(recovery => recovery.Parts).ToListAsync(cancellation);
        return new RecoveryList([.. found.Select(recovery => Line(recovery, today))], page, pages, today);
    }

    private static RecoveryLine Line(Recovery recovery, DateOnly today)
    {
        DateOnly? next = recovery.Left == Money.Zero ? null : recovery.OpenParts.First(part => part.Open > Money.Zero).Part.DueOn;
        return new RecoveryLine(recovery.Id, recovery.Case.No, recovery.Case.ApplicantName, recovery.Case.MeasureCode, recovery.Cause, recovery.Amount, recovery.Left, next, next < today);
    }
}
