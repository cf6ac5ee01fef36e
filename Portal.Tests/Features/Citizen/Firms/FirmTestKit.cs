using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Features.Citizen.Firms;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Citizen.Firms;

internal static class FirmTestKit
{
    public static readonly byte[] Pdf = "%PDF-1.4 letter"u8.ToArray();

    public static ClaimForm Form(string creditCode, byte[]? letter = null, string region = "210202") => new()
    {
        CreditCode = creditCode,
        FirmName = "测试企业有限公司",
        Region = region,
        Letter = File(letter ?? Pdf),
    };

    public static IFormFile File(byte[] bytes) => new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Letter", "授权书.pdf");

    public static Task<ClaimAnswer> ClaimAsync(this PortalFactory portal, Actor actor, ClaimForm form) => portal.Get<ClaimFirm>().HandleAsync(actor, form);

    public static async Task<Guid> FileClaimAsync(this PortalFactory portal, Actor actor, string creditCode, string region = "210202") =>
        Assert.IsType<ClaimAnswer.Filed>(await portal.ClaimAsync(actor, Form(creditCode, region: region))).ClaimId;

    public static async Task<ClaimDecision> DecideAsync(this PortalFactory portal, Guid claim, bool approve = true, string? reason = null, string reviewer = "reviewer") =>
        await portal.Get<DecideFirmClaim>().HandleAsync(await portal.ActorAsync(reviewer), claim, approve, reason);

    /// <summary>A firm with its first member, made as people make it: claimed and approved.</summary>
    public static async Task<Guid> FoundAsync(this PortalFactory portal, Actor actor, string creditCode)
    {
        Assert.Equal(ClaimDecision.Decided, await portal.DecideAsync(await portal.FileClaimAsync(actor, creditCode)));
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.Firms.Where(firm => firm.CreditCode == creditCode).Select(firm => firm.Id).SingleAsync();
    }

    public static async Task<FirmClaim> ReadClaimAsync(this PortalFactory portal, Guid id)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.FirmClaims.AsNoTracking().SingleAsync(claim => claim.Id == id);
    }

    public static async Task<bool> IsMemberByRoleAsync(this PortalFactory portal, Actor actor)
    {
        await using var db = await portal.Databases.CreateDbContextAsync();
        return await db.UserRoles.AnyAsync(held => held.UserId == actor.UserId && db.Roles.Any(role => role.Id == held.RoleId && role.Name == Roles.Member));
    }
}
