using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What bears masked fields.</summary>
public abstract record MaskedOwner
{
    public sealed record OfCase(string No) : MaskedOwner;

    public sealed record OfClaim(Guid Id) : MaskedOwner;

    public sealed record OfObjection(Guid Id) : MaskedOwner;
}

/// <param name="Look">What opening it is noted as; null when nobody with an account is looked at.</param>
/// <param name="About">Goes on after the field in the log, where that alone does not tell which record it was.</param>
internal sealed record MaskedRecord(AccessedRecord Accessed, IReadOnlyList<MaskedField> Fields, (AccessKind Kind, string What)? Look, string About = "");

/// <summary>Finds a record with the fields an actor may see of it in full.</summary>
internal static class MaskedRecords
{
    private static readonly (MaskedRecord?, UnmaskAnswer?) NotFound = (null, new UnmaskAnswer.NotFound());

    /// <summary>Saves the act that was added.</summary>
    /// <returns>False when the form was sent before.</returns>
    public static async Task<bool> IsFirstActAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return false;
        }
    }

    /// <returns>The record, or why it is not shown.</returns>
    public static Task<(MaskedRecord? Record, UnmaskAnswer? Refusal)> FindMaskedAsync(
        this PortalDbContext db, Actor actor, MaskedOwner owner, CancellationToken cancellation) => owner switch
        {
            MaskedOwner.OfCase of => FindCaseAsync(db, actor, of.No, cancellation),
            MaskedOwner.OfClaim of => FindClaimAsync(db, actor, of.Id, cancellation),
            MaskedOwner.OfObjection of => FindObjectionAsync(db, actor, of.Id, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(owner)),
        };

    private static async Task<(MaskedRecord?, UnmaskAnswer?)> FindCaseAsync(PortalDbContext db, Actor actor, string no, CancellationToken cancellation)
    {
        var record = await db.Cases.AsNoTracking().Include(c => c.Applicant).Include(c => c.People).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || !record.IsOpenTo(actor)) return NotFound;
        if (await db.IsPartyAsync(actor, record, cancellation))
            return (null, new UnmaskAnswer.NotAllowed(CaseParties.LeaveToOthers));
        var fields = MaskedField.Of(record, actor);
        return fields.Count > 0 ? (new MaskedRecord(AccessedRecord.Of(record), fields, (AccessKind.Case, "打开了办件")), null)
            : (null, new UnmaskAnswer.NotAllowed("完整的身份证号码、手机号由审核和复核人员查看，收款账号财务人员也可以查看。这件申请没有您的岗位可以查看的号码。"));
    }

    private static async Task<(MaskedRecord?, UnmaskAnswer?)> FindClaimAsync(PortalDbContext db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var claim = await db.FirmClaims.AsNoTracking().Include(claim => claim.User).SingleOrDefaultAsync(claim => claim.Id == id, cancellation);
        if (claim is null || !actor.MayAs(Roles.Reviewer, claim.RegionCode)) return NotFound;
        var fields = MaskedField.OfClaimant(claim.User);
        return fields.Count == 0 ? (null, new UnmaskAnswer.NotAllowed("认领人的账号已经注销，号码没有了。"))
            : (new MaskedRecord(new AccessedRecord(claim.RegionCode, claim.UserId), fields,
                (AccessKind.FirmClaim, $"核对了认领“{claim.FirmName}”的申请"), $"（认领“{claim.FirmName}”）"), null);
    }

    private static async Task<(MaskedRecord?, UnmaskAnswer?)> FindObjectionAsync(PortalDbContext db, Actor actor, Guid id, CancellationToken cancellation)
    {
        var objection = await db.Objections.AsNoTracking().SingleOrDefaultAsync(objection => objection.Id == id, cancellation);
        if (objection is null || !actor.MayAs(Roles.Reviewer, objection.RegionCode)) return NotFound;
        var firm = await db.ScreeningRows.Where(row => row.RunId == objection.RunId && row.Number == objection.RowNumber).Select(row => row.Name).SingleAsync(cancellation);
        return (new MaskedRecord(new AccessedRecord(objection.RegionCode, SubjectId: null),
            [new MaskedField("contact", "异议提出人的手机号", SealPurpose.Mobile, objection.Contact)], Look: null, $"（对“{firm}”的异议）"), null);
    }
}
