using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Data;
using Portal.Domain.Places;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Batches;

public sealed record LeftOutSum(LeftOut Why, int Count, Money Amount);

/// <param name="Why">Never <see cref="LeftOut.No"/>.</param>
public sealed record LeftOutLine(string CaseNo, string Applicant, int Sequence, Money Amount, LeftOut Why);

/// <param name="LeftOut">By reason; what is named is the first of them.</param>
public sealed record CollectionPreview(int Count, Money Total, IReadOnlyList<LeftOutSum> LeftOut, IReadOnlyList<LeftOutLine> Named, RegionDirectory Places);

/// <summary>What would go into a batch now, and what would be left out and why.</summary>
public sealed class PreviewCollection(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks)
{
    public const int NamedAtMost = 50;

    /// <returns>Null for whoever may not make batches.</returns>
    public async Task<CollectionPreview?> HandleAsync(Actor actor, CollectFilter filter, CancellationToken cancellation = default)
    {
        if (!actor.IsStaff || !actor.Is(Roles.Finance)) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var candidates = db.CandidatesFor(actor, filter);
        var sums = await candidates.GroupBy(candidate => candidate.Why)
            .Select(some => new { Why = some.Key, Count = some.Count(), Sum = some.Sum(one => (long)(object)one.Part.Amount - (long)(object)one.Part.SetOff) })
            .ToListAsync(cancellation);
        var named = await candidates.Where(candidate => candidate.Why != (int)LeftOut.No).OrderBy(candidate => candidate.Why).ThenBy(candidate => candidate.Record.No)
            .Take(NamedAtMost)
            .Select(candidate => new { candidate.Record.No, candidate.Record.ApplicantName, candidate.Part.Sequence, candidate.Part.Amount, candidate.Why })
            .ToListAsync(cancellation);
        var taken = sums.Find(sum => sum.Why == (int)LeftOut.No);
        return new CollectionPreview(
            taken?.Count ?? 0, new Money(taken?.Sum ?? 0),
            [.. sums.Where(sum => sum != taken).OrderBy(sum => sum.Why).Select(sum => new LeftOutSum((LeftOut)sum.Why, sum.Count, new Money(sum.Sum)))],
            [.. named.Select(line => new LeftOutLine(line.No, line.ApplicantName, line.Sequence, line.Amount, (LeftOut)line.Why))],
            await rulebooks.RegionsAsync(cancellation));
    }
}
