using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Citizen.Cases;

/// <summary>Shows a case to its applicant and to those who act for its firm.</summary>
public sealed class ShowMyCase(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebook, IOfferNextMonth nextMonths, BusinessClock clock)
{
    /// <returns>Null when there is no such case, or it is somebody else's: nobody can tell which.</returns>
    public async Task<MyCase?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).AsNoTracking().AsSplitQuery()
            .Include(c => c.Firm).Include(c => c.Appeal).Include(c => c.Events).Include(c => c.People).Include(c => c.Claims).Include(c => c.Instalments).Include(c => c.Attachments)
            .SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || catalog.Find(record.MeasureCode) is not { } measure) return null;
        var calendar = (await rulebook.RulesAsync(cancellation)).Calendar;
        var regions = await rulebook.RegionsAsync(cancellation);
        var waits = CaseTransitions.IsOpen(record.State) && record.State is not (CaseState.CorrectionRequested or CaseState.Approved);
        return new MyCase(record, measure, CaseJson.ReadFacts(measure.Facts, record.FactsJson), CaseJson.ReadAssessment(record.AssessmentJson),
            regions.FullName(record.RegionCode),
            waits && record.PromisedOn is { } promised ? Deadline.Left(promised, clock.Today, calendar) : null,
            await db.OpenAccountChangeAsync(record.Id, cancellation), await db.Ratings.AnyAsync(rating => rating.CaseId == record.Id, cancellation), clock.Today)
        {
            Together = record.DraftId is { } draft ? await TogetherAsync(db, actor, record, draft, cancellation) : [],
            NextMonth = record.FirmId is null && record.State is CaseState.Approved or CaseState.Settled
                ? (await nextMonths.HandleAsync(actor, cancellation)).FirstOrDefault(offered => offered.Measure == measure)?.Month : null,
        };
    }

    private async Task<IReadOnlyList<CaseOfSame>> TogetherAsync(PortalDbContext db, Actor actor, Case record, Guid draft, CancellationToken cancellation) =>
        [.. (await db.OwnCasesOf(actor).Where(other => other.DraftId == draft && other.Id != record.Id).OrderBy(other => other.DraftPart)
            .Select(other => new { other.No, other.MeasureCode }).ToListAsync(cancellation)).Select(other => new CaseOfSame(other.No, catalog.NameOf(other.MeasureCode)))];
}

/// <summary>A case that came out of the same application.</summary>
public sealed record CaseOfSame(string No, string Measure);

/// <param name="Left">How long the promise still runs, in words; null while it stands still or has been kept.</param>
/// <param name="AccountChange">Another account that waits to be confirmed; null when there is none.</param>
public sealed record MyCase(
    Case Record, Measure Measure, FactSet Facts, Assessment Assessment, string Place, string? Left, AccountChange? AccountChange, bool IsRated, DateOnly Today)
{
    /// <summary>The other cases of the same application, in its order.</summary>
    public IReadOnlyList<CaseOfSame> Together { get; init; } = [];

    /// <summary>The month that can be claimed today as this one was; null while there is none.</summary>
    public Month? NextMonth { get; init; }

    /// <summary>What the city has still to set before the case can go on, by its label; empty where nothing is.</summary>
    public IReadOnlyList<string> AwaitedValues => CaseTransitions.RunsItsTerm(Record.State) && Record.PromisedOn is null
        ? [.. Measure.Parameters.Where(parameter => Assessment.PendingParameters.Contains(parameter.Key)).Select(parameter => parameter.Label)] : [];

    /// <summary>Why the bank did not pay, while nobody has given another account; null where nothing was refused.</summary>
    public string? Refusal => AccountChange is null ? Record.Instalments.FirstOrDefault(part => part is { Refusal: not null, PaidOn: null, State: InstalmentState.Due })?.Refusal : null;

    /// <summary>The last day of an appeal that is still open to the applicant.</summary>
    public DateOnly? AppealUntil =>
        Record is { State: CaseState.Refused, Appeal: null, DecidedOn: { } refused } && !AppealTerm.IsOver(refused, Today) ? AppealTerm.LastDay(refused) : null;

    public long LastEvent => Record.Events.Count == 0 ? 0 : Record.Events.Max(step => step.Id);
}
