using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Ledger;
using Portal.Domain.Values;

namespace Portal.Features.Finance.MoneyViews;

public sealed record MoneyCase(string No, string Applicant, string MeasureCode, string RegionCode, Money Amount);

/// <param name="Next">The number after which the next page begins; null on the last.</param>
public sealed record MoneyCases(IReadOnlyList<MoneyCase> Cases, string? Next);

/// <summary>The cases behind a number of the money table, by number of the case.</summary>
public sealed class ListMoneyCases(IDbContextFactory<PortalDbContext> databases)
{
    public const int PageSize = 30;

    /// <param name="after">The last number of the page before; null for the first page.</param>
    /// <returns>Null when the actor may not look, or the place is not the actor's.</returns>
    public async Task<MoneyCases?> HandleAsync(Actor actor, MoneyFilter filter, LedgerAccount account, string? after, CancellationToken cancellation = default)
    {
        if (filter.PlaceFor(actor) is not { } place) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var from = filter.Month?.FirstDay ?? DateOnly.MinValue;
        var to = filter.Month is { } month ? (month + 1).FirstDay : DateOnly.MaxValue;
        var last = after ?? "";
        // By the case, so that a page stops after its thirty and never groups the whole ledger.
        var cases = (filter.Month is null ? Candidates(db, account) : db.Cases).AsNoTracking().Within(place, record => record.RegionCode)
            .Where(record => string.Compare(record.No, last) > 0 && record.Entitlement != null);
        if (filter.Measure is { } measure) cases = cases.Where(record => record.MeasureCode == measure);
        var found = await cases
            .Select(record => new
            {
                record.No,
                record.ApplicantName,
                record.MeasureCode,
                record.RegionCode,
                Sum = db.LedgerEntries.Where(entry => entry.CaseId == record.Id && (entry.Debit == account || entry.Credit == account)
                        && (filter.Source == null || entry.Source == filter.Source) && entry.Day >= from && entry.Day < to)
                    .Sum(entry => entry.Debit == account ? (long)(object)entry.Amount : -(long)(object)entry.Amount),
            })
            .Where(one => one.Sum != 0).OrderBy(one => one.No).Take(PageSize + 1).ToListAsync(cancellation);
        return new MoneyCases(
            [.. found.Take(PageSize).Select(one => new MoneyCase(one.No, one.ApplicantName, one.MeasureCode, one.RegionCode, new Money(one.Sum)))],
            found.Count > PageSize ? found[PageSize - 1].No : null);
    }

    /// <summary>The cases that can hold anything on an account now. Few hold what is rare, and to sum up all the others takes seconds at a million entries.</summary>
    private static IQueryable<Case> Candidates(PortalDbContext db, LedgerAccount account)
    {
        var parts = db.PaymentInstalments.AsNoTracking();
        var ids = account switch
        {
            LedgerAccount.Receivable or LedgerAccount.Recovered => db.Recoveries.Select(recovery => recovery.CaseId),
            LedgerAccount.Committed or LedgerAccount.Advanced => parts.Where(part => part.State == InstalmentState.Waiting).Select(part => part.CaseId),
            LedgerAccount.Due => parts.Where(part => part.State == InstalmentState.Due || part.State == InstalmentState.Batched).Select(part => part.CaseId),
            LedgerAccount.InTransit => parts.Where(part => part.State == InstalmentState.Sent).Select(part => part.CaseId),
            _ => null,
        };
        return ids is null ? db.Cases : from id in ids.Distinct() join record in db.Cases on id equals record.Id select record;
    }
}
