using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Accounts;

/// <param name="Run">Null for all runs of the place.</param>
/// <param name="City">A place's code; null for all.</param>
/// <param name="After">The number to go on behind; null begins with who has waited longest.</param>
public sealed record UnansweredFilter(Guid? Run = null, string? City = null, string? After = null);

/// <param name="IsRegistered">Whether anybody acts for the firm on the portal; if not, no reminder reaches it.</param>
/// <param name="Reminders">How many were sent.</param>
/// <param name="Phone">The roster's, in full for whoever gets in touch with firms and masked for all others; empty where it has none.</param>
/// <param name="IsPhoneWhole">Whether <paramref name="Phone"/> can be dialled.</param>
public sealed record UnansweredFirm(
    string No, string Firm, string CreditCode, string RegionCode, Money? Amount, int DaysWaiting, int Reminders, bool IsRegistered, string Phone, bool IsPhoneWhole);

/// <param name="Total">How many have not answered, whatever page this is.</param>
/// <param name="Silent">Of these, how many nobody acts for on the portal.</param>
/// <param name="WaitForSecond">How many firms have answered, but wait for a second person.</param>
/// <param name="Next">The number to go on behind; null on the last page.</param>
public sealed record UnansweredPage(IReadOnlyList<UnansweredFirm> Firms, int Total, int Silent, int WaitForSecond, string? Next);

/// <summary>Firms whose refund waits for their account, the longest wait first; numbers grow with time, so they are the place in the list.</summary>
public sealed class ListUnanswered(IDbContextFactory<PortalDbContext> databases, FieldVault vault, BusinessClock clock)
{
    public const int PageSize = 30;

    public async Task<UnansweredPage> HandleAsync(Actor actor, UnansweredFilter filter, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var all = Narrow(db.UnansweredRefunds(), actor, filter);
        var lines = await Lines(db, After(all, filter.After)).Take(PageSize + 1).ToListAsync(cancellation);
        var waiting = Narrow(db.Cases.Where(record => record.State == CaseState.AwaitingAccount), actor, filter);
        var total = await all.CountAsync(cancellation);
        return new UnansweredPage(
            [.. lines.Take(PageSize).Select(line => Show(line, actor))], total,
            await all.CountAsync(record => !db.FirmMemberships.Any(member => member.FirmId == record.FirmId), cancellation),
            await waiting.CountAsync(cancellation) - total,
            lines.Count > PageSize ? lines[PageSize - 1].No : null);
    }

    /// <summary>All of them, as they come from the database.</summary>
    public async IAsyncEnumerable<UnansweredFirm> StreamAsync(
        Actor actor, UnansweredFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await foreach (var line in Lines(db, Narrow(db.UnansweredRefunds(), actor, filter)).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Show(line, actor);
    }

    private static IQueryable<Case> Narrow(IQueryable<Case> cases, Actor actor, UnansweredFilter filter)
    {
        cases = cases.AsNoTracking().SeenBy(actor);
        if (filter.Run is { } run) cases = cases.Where(record => record.RunId == run);
        return filter.City is { Length: 6 } city ? cases.Within(city, record => record.RegionCode) : cases;
    }

    private static IQueryable<Case> After(IQueryable<Case> cases, string? no) =>
        no is { Length: > 0 } ? cases.Where(record => string.Compare(record.No, no) > 0) : cases;

    private static IQueryable<Line> Lines(PortalDbContext db, IQueryable<Case> cases) => cases.OrderBy(record => record.No).Select(record => new Line
    {
        No = record.No,
        Firm = record.ApplicantName,
        CreditCode = record.Firm!.CreditCode,
        RegionCode = record.RegionCode,
        Amount = record.Entitlement,
        Since = record.SubmittedOn,
        Reminders = db.CaseNotices.Count(notice => notice.CaseId == record.Id && notice.Kind == NoticeKind.AccountReminder),
        IsRegistered = db.FirmMemberships.Any(member => member.FirmId == record.FirmId),
        PhoneCipher = db.ScreeningRows.Where(row => row.RunId == record.RunId && row.Number == record.RowNumber).Select(row => row.PhoneCipher).FirstOrDefault(),
        PhoneMasked = db.ScreeningRows.Where(row => row.RunId == record.RunId && row.Number == record.RowNumber).Select(row => row.PhoneMasked).FirstOrDefault(),
    });

    private UnansweredFirm Show(Line line, Actor actor)
    {
        // Operators get in touch with firms; whoever only looks needs no number to dial.
        var whole = actor.MayAs(Roles.Operator, line.RegionCode) && line.PhoneCipher is { Length: > 0 };
        return new UnansweredFirm(
            line.No, line.Firm, Mask.CreditCode(line.CreditCode), line.RegionCode, line.Amount, clock.Today.DayNumber - line.Since.DayNumber, line.Reminders, line.IsRegistered,
            whole ? vault.Decrypt(SealPurpose.Mobile, line.PhoneCipher!) : line.PhoneMasked ?? "", whole);
    }

    private sealed class Line
    {
        public required string No { get; init; }

        public required string Firm { get; init; }

        public required string CreditCode { get; init; }

        public required string RegionCode { get; init; }

        public Money? Amount { get; init; }

        public DateOnly Since { get; init; }

        public int Reminders { get; init; }

        public bool IsRegistered { get; init; }

        public string? PhoneCipher { get; init; }

        public string? PhoneMasked { get; init; }
    }
}
