using Portal.Data.Privacy;
using Portal.Domain.Places;

namespace Portal.Features.Citizen.Privacy;

/// <param name="Before">The number to go on from, on the next page; null on the last.</param>
public sealed record AccessPage(IReadOnlyList<AccessEntry> Entries, long? Before, RegionDirectory Places)
{
    public const int Size = 30;

    /// <param name="entries">One more than a page holds, if there are as many.</param>
    internal static AccessPage Of(List<AccessEntry> entries, RegionDirectory places)
    {
        if (entries.Count <= Size) return new AccessPage(entries, null, places);
        entries.RemoveAt(Size);
        return new AccessPage(entries, entries[^1].Id, places);
    }

    /// <summary>Who looked: caseworkers are public servants and stand by their name (role and place beside it).</summary>
    public string WhoIs(AccessEntry entry) =>
        entry.ActorPlace is { } place ? $"{entry.ActorName}（{entry.ActorRoles}，{Places.FullName(place)}）" : $"{entry.ActorName}（{entry.ActorRoles}）";
}
