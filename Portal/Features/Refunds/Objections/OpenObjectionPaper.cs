using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Data;
using Portal.Data.Privacy;

namespace Portal.Features.Refunds.Objections;

public sealed record ObjectionFile(string FileName, string ContentType, byte[] Bytes);

/// <summary>Hands a paper of an objection out to reviewers of its place; the look is written down.</summary>
internal sealed class OpenObjectionPaper(IDbContextFactory<PortalDbContext> databases, AccessLog access)
{
    /// <returns>Null when there is no such paper, or it is none of the actor's business.</returns>
    public async Task<ObjectionFile?> HandleAsync(Actor actor, Guid objectionId, Guid paperId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var objection = await db.Objections.AsNoTracking().SingleOrDefaultAsync(objection => objection.Id == objectionId && objection.Papers.Any(paper => paper.Id == paperId), cancellation);
        if (objection is null || !actor.MayAs(Roles.Reviewer, objection.RegionCode)) return null;
        await access.LookedAsync(db, actor, new AccessedRecord(objection.RegionCode, null), AccessKind.File, $"打开了异议 {objection.No} 的材料", cancellation);
        return await db.Objections.Where(one => one.Id == objectionId).SelectMany(one => one.Papers).Where(paper => paper.Id == paperId)
            .Select(paper => new ObjectionFile(paper.FileName, paper.ContentType, paper.Content.Bytes)).SingleAsync(cancellation);
    }
}
