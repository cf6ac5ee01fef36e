using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Payments;

public enum PaymentState { Due, Overdue, Waiting, Paid }

public sealed record PaymentLine(
    string CaseNo, string Applicant, string MeasureCode, string RegionCode, int Sequence, Money Amount, InstalmentState State, DateOnly? DueOn, DateOnly? PaidOn,
    string? Reference);

public sealed record PaymentSum(int Count, Money Amount);

/// <param name="Sums">For each state, over all instalments of the place; together they are what was granted.</param>
/// <param name="Claimed">What of it is to be paid back, or was.</param>
/// <param name="Granted">The entitlements of all cases with a plan.</param>
public sealed record PaymentList(
    IReadOnlyList<PaymentLine> Lines, int Page, int Pages, IReadOnlyDictionary<PaymentState, PaymentSum> Sums, Money Claimed, Money Granted,
    DateOnly Today, WorkingDayCalendar Calendar)
{
    /// <summary>False when money was lost or made between the decisions and the plans.</summary>
    public bool Ties => Money.Sum(Sums.Values.Select(sum => sum.Amount)) - Claimed == Granted;
}

/// <summary>All instalments of the actor's place, by state and deadline.</summary>
public sealed class ListPayments(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public const int PageSize = 30;

    public async Task<PaymentList> HandleAsync(Actor actor, PaymentState? state, int page, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var today = clock.Today;
        var cases = db.Cases.AsNoTracking().Within(actor.Place, record => record.RegionCode).Where(record => record.Instalments.Any());
        var all = from record in cases from part in record.Instalments where part.State != InstalmentState.Lapsed select new Entry { Case = record, Part = part };

        var sums = new Dictionary<PaymentState, PaymentSum>();
        foreach (var each in Enum.GetValues<PaymentState>())
        {
            var some = all.Where(In(each, today));
            sums[each] = new PaymentSum(await some.CountAsync(cancellation), new Money(await some.SumAsync(entry => (long)(object)entry.Part.Amount, cancellation)));
        }

        var granted = new Money(await cases.SumAsync(record => (long?)(object?)record.Entitlement, cancellation) ?? 0);
        var claimed = new Money(await all.SumAsync(entry => (long)(object)entry.Part.Claimed, cancellation));
        var chosen = state is { } only ? all.Where(In(only, today)) : all;
        var pages = Math.Max(1, ((state is { } one ? sums[one].Count : sums.Values.Sum(sum => sum.Count)) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var lines = await chosen
            .OrderBy(entry => entry.Part.PaidOn != null).ThenBy(entry => entry.Part.DueOn == null).ThenBy(entry => entry.Part.DueOn)
            .ThenBy(entry => entry.Case.No).ThenBy(entry => entry.Part.Sequence)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(entry => new PaymentLine(
                entry.Case.No, entry.Case.ApplicantName, entry.Case.MeasureCode, entry.Case.RegionCode,
                entry.Part.Sequence, entry.Part.Amount, entry.Part.State, entry.Part.DueOn, entry.Part.PaidOn, entry.Part.Reference))
            .ToListAsync(cancellation);
        return new PaymentList(lines, page, pages, sums, claimed, granted, today, (await rulebooks.RulesAsync(cancellation)).Calendar);
    }

    private static Expression<Func<Entry, bool>> In(PaymentState state, DateOnly today) => state switch
    {
        PaymentState.Paid => entry => entry.Part.PaidOn != null,
        PaymentState.Waiting => entry => entry.Part.PaidOn == null && entry.Part.DueOn == null,
        PaymentState.Overdue => entry => entry.Part.PaidOn == null && entry.Part.Refusal == null && entry.Part.DueOn < today,
        PaymentState.Due => entry => entry.Part.PaidOn == null && entry.Part.DueOn >= today,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private sealed class Entry
    {
        public required Case Case { get; init; }

        public required PaymentInstalment Part { get; init; }
    }
}
