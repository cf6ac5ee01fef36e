using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Gathers what is known of a case for the staff of its place.</summary>
public sealed class ShowCase(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, CaseAssessor assessor, DoubleBenefitCheck doubles, AccessLog access, BusinessClock clock)
{
    private const int EarlierAtMost = 20;

    /// <returns>Null when there is no such case in the actor's place.</returns>
    public async Task<CaseView?> HandleAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.AsNoTracking().AsSplitQuery()
            .Include(c => c.Applicant).Include(c => c.Firm).Include(c => c.Appeal)
            .Include(c => c.Events.OrderByDescending(e => e.Id))
            .Include(c => c.People.OrderBy(person => person.Sequence))
            .Include(c => c.Instalments.OrderBy(instalment => instalment.Sequence))
            .Include(c => c.Claims)
            .Include(c => c.Attachments.OrderBy(attachment => attachment.UploadedAt))
            .SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !record.IsOpenTo(actor)) return null;
        await access.LookedAsync(db, actor, AccessedRecord.Of(record), AccessKind.Case, "打开了办件", cancellation);

        var measure = assessor.MeasureOf(record);
        var names = await db.NamesAsync([record.CaseworkerId, record.ProposedById], cancellation);
        var parties = await db.PartiesAsync(record, cancellation);
        var waiting = DeskRights.Steps.Where(step => CaseTransitions.Allows(record.State, step)).ToArray();
        return new CaseView(
            record, measure, CaseJson.ReadFacts(measure.Facts, record.FactsJson), CaseJson.ReadAssessment(record.AssessmentJson),
            CaseAssessor.Assess(record, await assessor.TermsAsync(record, cancellation)),
            (await rulebooks.RegionsAsync(cancellation)).FullName(record.RegionCode),
            record.CaseworkerId is { } caseworker ? names.Of(caseworker) : null,
            record.ProposedById is { } proposer ? names.Of(proposer) : null,
            await EarlierAsync(db, actor, record, cancellation),
            await doubles.ListAsync(db, actor, record, cancellation),
            [.. waiting.Where(step => DeskRights.Refuse(actor, record, step, parties) is null)],
            DeskPlace.Works(actor) ? waiting.Select(step => DeskRights.Refuse(actor, record, step, parties)).FirstOrDefault(why => why is not null) : null,
            Recusal.IsParty(actor.UserId, parties), await db.OpenAccountChangeAsync(record.Id, cancellation) is not null, clock.Today, (await rulebooks.RulesAsync(cancellation)).Calendar);
    }

    private static async Task<IReadOnlyList<EarlierCase>> EarlierAsync(PortalDbContext db, Actor actor, Case record, CancellationToken cancellation)
    {
        var same = db.Cases.AsNoTracking().Within(actor).Where(other => other.MeasureCode == record.MeasureCode && other.Id != record.Id);
        same = record.FirmId is { } firm ? same.Where(other => other.FirmId == firm)
            : same.Where(other => other.FirmId == null && other.ApplicantId == record.ApplicantId);
        return await same.OrderByDescending(other => other.No).Take(EarlierAtMost)
            .Select(other => new EarlierCase(other.No, other.State, other.SubmittedOn, other.Entitlement)).ToListAsync(cancellation);
    }
}
