using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Screening;
using Portal.Domain.Screening;
using Portal.Domain.Values;

namespace Portal.Features.Refunds.Comparison;

public enum FirmChange
{
    /// <summary>新增: only the later run has the firm.</summary>
    New,

    /// <summary>减少: only the earlier run has it.</summary>
    Gone,

    /// <summary>有变: it ends otherwise, or with another amount.</summary>
    Changed,
}

/// <summary>How a firm stands in one of two runs.</summary>
public sealed record FirmStanding(int Number, RowOutcome Outcome, Money? Amount);

/// <param name="Earlier">Null for a new firm.</param>
/// <param name="Later">Null for one that is gone.</param>
public sealed record FirmDifference(FirmChange Change, string CreditCode, FirmStanding? Earlier, FirmStanding? Later);

/// <summary>Sets two runs side by side, firm by firm, in the order of the codes.</summary>
/// <remarks>Both are stored in that order and read as streams: memory does not grow with them. Rejected rows are no firm's standing.</remarks>
internal static class RunComparison
{
    /// <param name="after">Only firms whose codes come behind this one.</param>
    public static async IAsyncEnumerable<FirmDifference> DifferencesAsync(
        IDbContextFactory<PortalDbContext> databases, Guid earlier, Guid later, string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var first = await databases.CreateDbContextAsync(cancellation);
        await using var second = await databases.CreateDbContextAsync(cancellation);
        await using var before = Firms(first, earlier, after).GetAsyncEnumerator(cancellation);
        await using var now = Firms(second, later, after).GetAsyncEnumerator(cancellation);
        var (old, current) = (await NextAsync(before), await NextAsync(now));
        while (old is not null || current is not null)
        {
            var order = old is null ? 1 : current is null ? -1 : string.CompareOrdinal(old.CreditCode, current.CreditCode);
            if (order < 0) yield return new FirmDifference(FirmChange.Gone, old!.CreditCode, Standing(old), null);
            else if (order > 0) yield return new FirmDifference(FirmChange.New, current!.CreditCode, null, Standing(current));
            else if (old!.Outcome != current!.Outcome || old.Amount != current.Amount)
                yield return new FirmDifference(FirmChange.Changed, current.CreditCode, Standing(old), Standing(current));
            if (order <= 0) old = await NextAsync(before);
            if (order >= 0) current = await NextAsync(now);
        }
    }

    private static IAsyncEnumerable<ScreenedFirm> Firms(PortalDbContext db, Guid runId, string after) => db.ScreenedFirms.AsNoTracking()
        .Where(firm => firm.RunId == runId && string.Compare(firm.CreditCode, after) > 0 && firm.Outcome != RowOutcome.Rejected)
        .OrderBy(firm => firm.CreditCode).ThenBy(firm => firm.Number).AsAsyncEnumerable();

    private static FirmStanding Standing(ScreenedFirm firm) => new(firm.Number, firm.Outcome, firm.Amount);

    private static async ValueTask<ScreenedFirm?> NextAsync(IAsyncEnumerator<ScreenedFirm> firms) => await firms.MoveNextAsync() ? firms.Current : null;
}
