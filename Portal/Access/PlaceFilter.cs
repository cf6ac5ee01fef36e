using System.Linq.Expressions;
using Portal.Domain.Places;

namespace Portal.Access;

/// <summary>Keeps to a place in the database, as <see cref="Actor.Sees"/> does for one record.</summary>
public static class PlaceFilter
{
    /// <param name="place">A province, city or county; for null there is nothing to see.</param>
    /// <param name="region">Where a record lies.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> records, string? place, Expression<Func<T, string>> region)
    {
        if (place is null) return records.Where(_ => false);
        var prefix = RegionDirectory.PrefixOf(place);
        Expression<Func<string, bool>> starts = code => code.StartsWith(prefix);
        var inside = new Inserted(starts.Parameters[0], region.Body).Visit(starts.Body);
        return records.Where(Expression.Lambda<Func<T, bool>>(inside, region.Parameters));
    }

    // The prefix stays a variable of the query: written into it, every place would have a plan of its own.
    private sealed class Inserted(ParameterExpression at, Expression what) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == at ? what : node;
    }
}
