using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Privacy;

internal static class PrivacyPeople
{
    private static int _last;

    /// <summary>Somebody with an ID and a phone of their own, who has done nothing yet.</summary>
    public static async Task<Actor> AddApplicantAsync(this PortalFactory portal, string name = "宋小雨")
    {
        var actor = await portal.AddPersonAsync(name);
        var vault = portal.Get<FieldVault>();
        var number = Interlocked.Increment(ref _last);
        await using var db = await portal.Databases.CreateDbContextAsync();
        var user = await db.Users.SingleAsync(person => person.Id == actor.UserId);
        Assert.True(MobileNumber.TryParse($"139{number:00000000}", out var mobile));
        (user.ResidentId, user.Mobile) = (vault.Seal(SealPurpose.ResidentId, Id(number), Mask.ResidentId(Id(number))), vault.Seal(mobile));
        await db.SaveChangesAsync();
        return actor;
    }

    public static string Id(int number) => $"2101021998{1 + number / 28 % 12:00}{1 + number % 28:00}{number % 1000:000}X";

    public static async Task<(string Id, string Mobile)> NumbersAsync(this PortalFactory portal, Actor person)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        var user = await db.Users.SingleAsync(one => one.Id == person.UserId);
        var vault = portal.Get<FieldVault>();
        return (vault.Open(SealPurpose.ResidentId, user.ResidentId!), vault.Open(SealPurpose.Mobile, user.Mobile!));
    }
}
