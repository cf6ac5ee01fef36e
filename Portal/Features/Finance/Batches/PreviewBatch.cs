using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

public sealed record ExclusionSum(Exclusion Why, int Count, Money Amount);

/// <param name="Why">Never <see cref="Exclusion.No"/>.</param>
/// <param name="Held">The line it was held back from, where it can be released; null unless that is why.</param>
public sealed record ExcludedLine(string CaseNo, string Applicant, int Sequence, Money Amount, Exclusion Why, string? Held = null);

/// <param name="Exclusion">By reason; what is named is the first of them.</param>
public sealed record BatchPreview(int Count, Money Total, IReadOnlyList<ExclusionSum> Exclusion, IReadOnlyList<ExcludedLine> Named, RegionDirectory Places);

/// <summary>What would go into a batch now, and what would be left out and why.</summary>
public sealed class PreviewBatch(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public const int NamedAtMost = 50;

    /// <returns>Null for whoever may not make batches.</returns>
    public async Task<BatchPreview?> HandleAsync(Actor actor, BatchFilter filter, CancellationToken cancellation = default)
    {
        if (!actor.IsStaff || !actor.Is(Roles.Finance)) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var candidates = db.CandidatesFor(actor, filter, clock.Today);
        var sums = await candidates.GroupBy(candidate => candidate.Why)
            .Select(some => new { Why = some.Key, Count = some.Count(), Sum = some.Sum(one => (long)(object)one.Part.Amount - (long)(object)one.Part.SetOff) })
            .ToListAsync(cancellation);
        var named = await candidates.Where(candidate => candidate.Why != (int)Exclusion.No).OrderBy(candidate => candidate.Why).ThenBy(candidate => candidate.Record.No)
            .Take(NamedAtMost)
            .Select(candidate => new { candidate.Record.No, candidate.Record.ApplicantName, candidate.Part.Sequence, candidate.Part.Amount, candidate.Why, candidate.Part.HeldLine })
            .ToListAsync(cancellation);
        var taken = sums.Find(sum => sum.Why == (int)Exclusion.No);
        return new BatchPreview(
            taken?.Count ?? 0, new Money(taken?.Sum ?? 0),
            [.. sums.Where(sum => sum != taken).OrderBy(sum => sum.Why).Select(sum => new ExclusionSum((Exclusion)sum.Why, sum.Count, new Money(sum.Sum)))],
            [.. named.Select(line => new ExcludedLine(line.No, line.ApplicantName, line.Sequence, line.Amount, (Exclusion)line.Why, line.Why == (int)Exclusion.Held ? line.HeldLine : null))],
            await rulebooks.RegionsAsync(cancellation));
    }
}
