using Portal.Access;
using Portal.Casework.Cases;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.Apply;

/// <summary>Offers exactly what <see cref="PlanNextMonth"/> would let be claimed.</summary>
public sealed class OfferNextMonth(MeasureCatalog catalog, PlanNextMonth plan) : IOfferNextMonth
{
    public async Task<IReadOnlyList<OfferedMonth>> HandleAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.IsStaff) return [];
        var offered = new List<OfferedMonth>();
        foreach (var measure in catalog.All.Where(measure => measure.Application.NextMonth is not null))
            if (await plan.HandleAsync(actor, measure, cancellation) is NextMonth.Offered next)
                offered.Add(new OfferedMonth(measure, next.Month));
        return offered;
    }
}
