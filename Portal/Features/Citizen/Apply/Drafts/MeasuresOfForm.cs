using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.Drafts;

internal static class MeasuresOfForm
{
    /// <summary>The measures a form applies for, in its order.</summary>
    public static IReadOnlyList<Measure> MeasuresOf(this MeasureCatalog catalog, DraftContent content) =>
        [.. content.Measures.Select(one => catalog.Find(one.Code) ?? throw new InvalidOperationException($"No measure {one.Code}."))];
}
