using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

/// <summary>Begins an application with all that a withdrawn or refused one said: nothing is typed twice.</summary>
public sealed class ApplyAgain(IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, FieldVault vault, BusinessClock clock)
{
    /// <param name="draftId">Given by the page, so that a second press finds the first one's draft.</param>
    public async Task<StartDraftResult> HandleAsync(Actor actor, string no, Guid draftId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.FindOwnDraftAsync(actor, draftId, cancellation) is { } already) return new StartDraftResult.Started(already.Id, already.MeasureCode);
        var record = await FindAsync(db, actor, no, cancellation);
        if (record is null || draftId == Guid.Empty || catalog.Find(record.MeasureCode) is not { } measure) return new StartDraftResult.NotOffered();
        if (!await db.HasConsentedAsync(actor.UserId, cancellation)) return new StartDraftResult.NeedsConsent();
        var draft = new Draft { Id = draftId, OwnerId = actor.UserId, FirmId = record.FirmId, MeasureCode = measure.Code, ContentJson = Content(record, measure).Seal(vault), ChangedAt = clock.Now };
        draft.Attachments.AddRange(record.Attachments.Where(file => measure.Materials.Contains(file.Material))
            .DistinctBy(file => (file.Material, file.Sha256)).Take(AttachFile.MostFiles).Select(file => NewAttachment.Again(file, actor.UserId)));
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return new StartDraftResult.Started(draft.Id, draft.MeasureCode);
    }

    /// <summary>An application of the actor's or of their firm's that came to nothing; null for any other.</summary>
    internal static Task<Case?> FindAsync(PortalDbContext db, Actor actor, string no, CancellationToken cancellation) =>
        db.OwnCasesOf(actor).AsNoTracking().AsSplitQuery().IgnoreQueryFilters()
            .Include(record => record.People).Include(record => record.Claims).Include(record => record.Attachments).Include(record => record.Firm)
            .SingleOrDefaultAsync(record => record.No == no && record.Origin == CaseOrigin.Application
                && (record.State == CaseState.Withdrawn || record.State == CaseState.Refused), cancellation);

    private DraftContent Content(Case record, Measure measure)
    {
        var content = new DraftContent { Place = record.RegionCode, UsesFirmAccount = record.Firm?.Account is not null };
        if (record.FirmId is null && EarlierAccount.Of(record, KnownBefore.SourceOf(record)) is { } account) (content.Earlier, content.UsesEarlierAccount) = (account, true);
        var periods = record.Claims.Select(claim => claim.Period).Order(StringComparer.Ordinal).ToArray();
        var answers = new MeasureAnswers
        {
            Code = measure.Code,
            Answers = Typed(measure.Application.AskedOnce(measure), CaseJson.ReadFacts(measure.Facts, record.SaidFactsJson ?? record.FactsJson)),
            FirstMonth = measure.Application.People is null && Month.TryParse(periods.FirstOrDefault(), out var month) ? month.ToString() : "",
            StartedOn = record.StartedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            TrainingNumber = periods.FirstOrDefault(period => period.StartsWith(ClaimPeriod.Training(""), StringComparison.Ordinal))?[ClaimPeriod.Training("").Length..] ?? "",
        };
        answers.People.AddRange(record.People.Where(person => person.Finding != PersonFinding.TakenBack).OrderBy(person => person.Sequence).Select(person => Entry(person, measure)));
        content.Measures.Add(answers);
        return content;
    }

    private PersonEntry Entry(CasePerson person, Measure measure) => new()
    {
        Name = person.Name,
        ResidentId = vault.Open(SealPurpose.ResidentId, person.ResidentId),
        FirstMonth = person.FirstMonth ?? "",
        StartedOn = person.StartedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        Answers = Typed(measure.Application.People?.Each ?? [], CaseJson.ReadFacts(measure.Facts, person.SaidFactsJson ?? person.FactsJson)),
    };

    private static Dictionary<string, string> Typed(IEnumerable<Fact> facts, FactSet known) =>
        facts.Where(known.Knows).ToDictionary(fact => fact.Name, fact => TypedFacts.Show(fact, known.Text(fact)!));
}
