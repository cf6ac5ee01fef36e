using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Accounts;

/// <summary>What a letter to a firm says of its refund (通知书).</summary>
/// <param name="Due">The last day for paying; null while the account is to be confirmed.</param>
/// <param name="Holder">In whose name the account is, its middle hidden unless it is the firm itself.</param>
/// <param name="AccountEnd">The last four digits; null where the account is to be confirmed.</param>
/// <param name="IsRegistered">Whether somebody acts for the firm on the portal already.</param>
public sealed record RefundLetter(
    string No, string Firm, string CreditCode, string RegionCode, Money? Amount, DateOnly? Due, string Holder, string Bank, string? AccountEnd, bool IsRegistered);

/// <param name="Next">The number to go on behind; null on the last page.</param>
public sealed record LetterPage(IReadOnlyList<RefundLetter> Letters, int Total, DateOnly Today, string? Next);

/// <summary>Released refunds of firms that cannot be told on the portal, because nobody acts for them there, and of those whose account is to be confirmed.</summary>
public sealed class ListLetters(IDbContextFactory<PortalDbContext> databases, Casework.Time.BusinessClock clock)
{
    /// <summary>So many sheets a browser prints at once without losing its breath.</summary>
    public const int PageSize = 200;

    /// <param name="no">One case alone; null for all of the filter.</param>
    public async Task<LetterPage> HandleAsync(Actor actor, UnansweredFilter filter, string? no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var unanswered = db.UnansweredRefunds();
        var cases = db.Cases.AsNoTracking().SeenBy(actor).Where(record => record.Origin == CaseOrigin.Screening
            && (record.State == CaseState.Approved && !db.FirmMemberships.Any(member => member.FirmId == record.FirmId)
                || record.State == CaseState.AwaitingAccount && unanswered.Any(other => other.Id == record.Id)));
        if (no is { Length: > 0 }) cases = cases.Where(record => record.No == no);
        if (filter.Run is { } run) cases = cases.Where(record => record.RunId == run);
        if (filter.City is { Length: 6 } city) cases = cases.Within(city, record => record.RegionCode);
        var total = await cases.CountAsync(cancellation);
        if (filter.After is { Length: > 0 } after) cases = cases.Where(record => string.Compare(record.No, after) > 0);
        var rows = await cases.OrderBy(record => record.No).Take(PageSize + 1).Include(record => record.Firm)
            .Select(record => new { Case = record, record.Firm!.CreditCode, IsRegistered = db.FirmMemberships.Any(member => member.FirmId == record.FirmId) }).ToListAsync(cancellation);
        return new LetterPage(
            [.. rows.Take(PageSize).Select(row => Write(row.Case, row.CreditCode, row.IsRegistered))], total, clock.Today, rows.Count > PageSize ? rows[PageSize - 1].Case.No : null);
    }

    private static RefundLetter Write(Case record, string creditCode, bool isRegistered)
    {
        var stands = record.State == CaseState.Approved;
        var holder = record.AccountHolder ?? "";
        return new RefundLetter(
            record.No, record.ApplicantName, creditCode, record.RegionCode, record.Entitlement, stands ? record.PromisedOn : null,
            AccountConfirmation.IsFirmItself(holder, record.ApplicantName) ? holder : Mask.Name(holder), record.Bank ?? "",
            stands && record.Account is { Masked.Length: >= 4 } account ? account.Masked[^4..] : null, isRegistered);
    }
}
