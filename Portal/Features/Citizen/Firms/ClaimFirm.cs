using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Deadlines;
using Portal.Uploads;

namespace Portal.Features.Citizen.Firms;

/// <summary>Files a person's request to act for a firm, for staff to check its letter.</summary>
public sealed class ClaimFirm(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, UploadLimits limits, BusinessClock clock)
{
    private const string LetterMaterial = "企业授权书";

    public async Task<ClaimAnswer> HandleAsync(Actor actor, ClaimForm typed, CancellationToken cancellation = default)
    {
        if (actor.IsStaff) return new ClaimAnswer.NotForStaff();
        var check = ClaimCheck.Of(typed, await rulebooks.RegionsAsync(cancellation));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (check.Errors.Count == 0 && await FindEarlierAsync(db, actor, check.CreditCode.Value, cancellation) is { } earlier) return earlier;
        var bytes = await check.ReadLetterAsync(typed.Letter, limits.AttachmentMaxMb, cancellation);
        if (bytes is null || check.Errors.Count > 0) return new ClaimAnswer.Faulty(check.Errors);

        var letter = NewAttachment.Of(actor.UserId, LetterMaterial, typed.Letter!.FileName, bytes, clock.Now);
        var claim = await MakeClaimAsync(db, actor, check, letter, cancellation);
        db.AddRange(letter, claim);
        db.OpenWork(clock, WorkKind.ApproveFirmClaim, claim.Id.ToString(), $"认领企业：{claim.FirmName}", claim.RegionCode, Roles.Reviewer, await DueAsync(cancellation));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new ClaimAnswer.Filed(claim.Id);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return await FindEarlierAsync(db, actor, claim.CreditCode, cancellation) ?? throw new InvalidOperationException("A duplicate claim has no first.", exception);
        }
    }

    private static async Task<ClaimAnswer?> FindEarlierAsync(PortalDbContext db, Actor actor, string creditCode, CancellationToken cancellation)
    {
        var membership = await db.FirmMemberships.AsNoTracking()
            .SingleOrDefaultAsync(member => member.UserId == actor.UserId && member.Firm.CreditCode == creditCode, cancellation);
        if (membership is not null) return new ClaimAnswer.AlreadyMember(membership.FirmId);
        var pending = await db.FirmClaims.AsNoTracking().SingleOrDefaultAsync(
            claim => claim.UserId == actor.UserId && claim.CreditCode == creditCode && claim.State == FirmClaimState.Pending, cancellation);
        return pending is null ? null : new ClaimAnswer.Filed(pending.Id);
    }

    // A firm the portal knows keeps its place, or a claim naming another place would go to staff who do not know it.
    private async Task<FirmClaim> MakeClaimAsync(PortalDbContext db, Actor actor, ClaimCheck check, Attachment letter, CancellationToken cancellation)
    {
        var known = await db.Firms.AsNoTracking().SingleOrDefaultAsync(firm => firm.CreditCode == check.CreditCode.Value, cancellation);
        return new FirmClaim
        {
            UserId = actor.UserId,
            CreditCode = check.CreditCode.Value,
            FirmName = check.FirmName,
            RegionCode = known?.RegionCode ?? check.Region,
            LetterId = letter.Id,
            ClaimedAt = clock.Now,
        };
    }

    // The date is for the staff's queue only: where the calendar ends, the claim is taken without one.
    private async Task<DateOnly?> DueAsync(CancellationToken cancellation) =>
        AnswerTerm.From((await rulebooks.RulesAsync(cancellation)).Calendar, clock.Today);
}
