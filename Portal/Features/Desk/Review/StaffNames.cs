using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Desk.Review;

/// <summary>The names of colleagues by their id.</summary>
internal static class StaffNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        this PortalDbContext db, IEnumerable<Guid?> people, CancellationToken cancellation)
    {
        var ids = people.OfType<Guid>().Distinct().ToArray();
        return await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellation);
    }

    public static string Of(this IReadOnlyDictionary<Guid, string> names, Guid person) => names.GetValueOrDefault(person, "其他同事");
}
