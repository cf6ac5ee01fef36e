using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <param name="No">The one case that is quoted by its number; null where something else was searched for, or there is none.</param>
/// <param name="Lines">The cases found, the newest first; empty where <paramref name="No"/> is the answer.</param>
/// <param name="Fault">What is to be put right in what was typed.</param>
public sealed record FoundCases(string? No, IReadOnlyList<CaseLine> Lines, string? Fault = null);

/// <summary>Finds cases of the actor's place by what somebody at the window says: a number, a name, an identity number, a credit code, a phone.</summary>
public sealed class SearchCases(IDbContextFactory<PortalDbContext> databases, FieldVault vault, AccessLog access)
{
    public const int Most = 50;

    /// <param name="text">As typed.</param>
    public async Task<FoundCases> HandleAsync(Actor actor, string? text, CancellationToken cancellation = default)
    {
        var typed = PlainText.Compact(text).ToUpperInvariant();
        if (typed.Length < 2) return new FoundCases(null, [], "请至少输入两个字。");
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var seen = db.Cases.AsNoTracking().Within(actor);
        if (typed.StartsWith("LN", StringComparison.Ordinal) && typed.Skip(2).All(char.IsAsciiDigit))
            return !CaseNumber.IsWellFormed(typed) ? new FoundCases(null, [], "办件编号是 LN 加 15 位数字，请对照受理通知核对。")
                : await seen.AnyAsync(record => record.No == typed, cancellation) ? new FoundCases(typed, [])
                : new FoundCases(null, [], "您的工作地区里没有这个编号的办件，请核对编号。");
        var (found, by) = By(db, seen, typed);
        var lines = await found.OrderByDescending(record => record.No).Take(Most).Select(CaseLine.Of(db)).ToListAsync(cancellation);
        // What was typed is not written down: it may be a number of somebody of another place.
        await access.LookedAsync(db, actor, new AccessedRecord(actor.Place ?? "210000", null), AccessKind.Case, $"按{by}查找了办件，找到 {lines.Count} 件", cancellation);
        return new FoundCases(null, lines);
    }

    private (IQueryable<Case> Found, string By) By(PortalDbContext db, IQueryable<Case> seen, string typed)
    {
        if (typed.Length == 11 && typed.All(char.IsAsciiDigit))
        {
            var mobile = vault.Index(SealPurpose.Mobile, typed);
            return (seen.Where(record => record.Applicant!.Mobile!.Index == mobile), "手机号");
        }

        if (typed.Length == 18 && CreditCode.TryParse(typed, out _) == IdentifierFault.None) return (seen.Where(record => record.Firm!.CreditCode == typed), "信用代码");
        if (typed.Length == 18 && typed.Count(char.IsAsciiDigit) >= 17)
        {
            var id = vault.Index(SealPurpose.ResidentId, typed);
            return (seen.Where(record => record.Applicant!.ResidentId!.Index == id && record.FirmId == null || record.People.Any(person => person.ResidentId.Index == id)), "身份证号码");
        }

        return (seen.Where(record => record.ApplicantName.Contains(typed) || record.People.Any(person => person.Name == typed)), "姓名或单位名称");
    }
}
