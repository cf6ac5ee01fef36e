using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Guides;
using Portal.Domain.Notice;
using Portal.Domain.Places;

namespace Portal.Casework.Guides;

public static class GuideEntries
{
    /// <summary>The last word on each element of one subject in one place, withdrawn ones among them.</summary>
    public static async Task<Dictionary<GuideElement, GuideEntry>> LatestGuideEntriesAsync(
        this PortalDbContext db, string subject, string region, CancellationToken cancellation = default) =>
        (await db.GuideEntries.AsNoTracking().Where(entry => entry.Subject == subject && entry.RegionCode == region).ToListAsync(cancellation))
        .GroupBy(entry => entry.Element)
        .ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Revision)!);

    /// <summary>What stands in a guide for a place: the city's own words, else the province's; what nobody has given is left out.</summary>
    public static async Task<IReadOnlyDictionary<GuideElement, string>> GuideTextsAsync(
        this PortalDbContext db, string subject, string region, CancellationToken cancellation = default)
    {
        var texts = new Dictionary<GuideElement, string>();
        foreach (var place in RegionDirectory.Chain(region).Reverse())
            foreach (var (element, entry) in await db.LatestGuideEntriesAsync(subject, place, cancellation))
                if (entry.Text is { } text)
                    texts[element] = text;
        return texts;
    }
}
