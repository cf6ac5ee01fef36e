using Portal.Access;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Casework.Cases;

/// <param name="Measure">Of whose benefit the month is the next.</param>
public sealed record OfferedMonth(Measure Measure, Month Month);

/// <summary>Which months a person can claim today just as the last ones were: pages offer these and no others.</summary>
public interface IOfferNextMonth
{
    /// <returns>None while a case is open, the month has not ended, or the term is used up.</returns>
    Task<IReadOnlyList<OfferedMonth>> HandleAsync(Actor actor, CancellationToken cancellation = default);
}
