using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;

namespace Portal.Casework.RuleChanges;

/// <param name="What">Which deadline it is: the promised date or an instalment.</param>
/// <param name="Moved">Where as many working days would end by the changed calendar.</param>
public sealed record MovedDeadline(string No, string Applicant, string What, DateOnly Due, DateOnly Moved);

/// <param name="Looked">How many open deadlines touch the year.</param>
/// <param name="Moved">The first of those that would be counted otherwise.</param>
public sealed record YearPreview(bool IsKnown, int Looked, int Changed, IReadOnlyList<MovedDeadline> Moved);

/// <summary>Tells which open deadlines would be counted otherwise by a changed year. Stored ones stay as they were promised.</summary>
public sealed class PreviewYear(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    private const int MostListed = 200;

    public async Task<YearPreview> HandleAsync(Actor actor, CalendarYear year, CancellationToken cancellation = default)
    {
        var before = (await rulebooks.RulesAsync(cancellation)).Calendar;
        var after = before.With(year);
        var moved = new List<MovedDeadline>();
        var (looked, changed) = (0, 0);
        await foreach (var open in OpenAsync(actor, new DateOnly(year.Year, 1, 1), cancellation))
        {
            looked++;
            if (CalendarOutlook.Moved(open.Start, open.Due, before, after) is not { } day || day == open.Due) continue;
            changed++;
            if (moved.Count < MostListed) moved.Add(new MovedDeadline(open.No, open.Applicant, open.What, open.Due, day));
        }

        return new YearPreview(before.Covers(year.Year), looked, changed, moved);
    }

    private async IAsyncEnumerable<(string No, string Applicant, string What, DateOnly Start, DateOnly Due)> OpenAsync(
        Actor actor, DateOnly first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (actor.Place is not { } place) yield break;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        CaseState[] open = [CaseState.Submitted, CaseState.UnderReview, CaseState.CorrectionRequested, CaseState.ApprovalProposed, CaseState.RefusalProposed];
        var promised = db.Cases.AsNoTracking().Within(place, record => record.RegionCode)
            .Where(record => open.Contains(record.State) && record.PromisedOn >= first)
            .OrderBy(record => record.No).Select(record => new { record.No, record.ApplicantName, record.SubmittedOn, record.PromisedOn });
        await foreach (var record in promised.AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (record.No, record.ApplicantName, "承诺日期", record.SubmittedOn, record.PromisedOn!.Value);
        var due = from instalment in db.PaymentInstalments.AsNoTracking()
                  join record in db.Cases.AsNoTracking().Within(place, record => record.RegionCode) on instalment.CaseId equals record.Id
                  where instalment.PaidOn == null && instalment.DueOn >= first
                  orderby record.No, instalment.Sequence
                  select new { record.No, record.ApplicantName, record.SubmittedOn, instalment.DueOn, instalment.Sequence };
        await foreach (var part in due.AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (part.No, part.ApplicantName, $"第 {part.Sequence} 笔拨付", part.SubmittedOn, part.DueOn!.Value);
    }
}
