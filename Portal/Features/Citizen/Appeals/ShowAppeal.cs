using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.Appeals;

/// <param name="Refusal">Why it was refused, in the staff's words.</param>
/// <param name="Hindrance">Why it cannot be appealed now; null when it can.</param>
/// <param name="WorkingDays">Within how many an appeal that is filed today is decided (clause 20).</param>
public sealed record AppealView(Case Record, string Measure, string? Refusal, string? Hindrance, int WorkingDays);

/// <summary>What an applicant looks at before appealing.</summary>
public sealed class ShowAppeal(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebooks, BusinessClock clock)
{
    /// <returns>Null when there is no such case, or it is somebody else's.</returns>
    public async Task<AppealView?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).AsNoTracking().Include(c => c.Appeal).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return null;
        var refusal = await db.CaseEvents.Where(step => step.CaseId == record.Id && step.State == CaseState.Refused && step.Why != null)
            .OrderBy(step => step.Id).Select(step => step.Why).FirstOrDefaultAsync(cancellation);
        return new AppealView(record, catalog.NameOf(record.MeasureCode), refusal, Appeal.Hindrance(record, clock.Today),
            PaymentTerm.WorkingDays(await rulebooks.RulesAsync(cancellation), record.RegionCode, clock.Today));
    }
}
