using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Values;
using Portal.Tables;

namespace Portal.Features.Citizen.Privacy;

/// <summary>Hands the identity numbers of a case's list out in full, for comparison with other records, to a caseworker who says why.</summary>
public sealed class ExportNumbers(IDbContextFactory<PortalDbContext> databases, FieldVault vault, AccessLog access, BusinessClock clock)
{
    /// <summary>How long the file can be fetched after the reason was written down.</summary>
    public static readonly TimeSpan Fetchable = TimeSpan.FromMinutes(10);

    /// <summary>The act is written down before any number is read.</summary>
    public async Task<UnmaskAnswer> HandleAsync(Actor actor, string no, UnmaskForm form, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (record, refusal) = await FindAsync(db, actor, no, cancellation);
        if (record is null) return refusal!;
        var note = PlainText.Trim(form.Note);
        var errors = UnmaskField.CheckReason(form.Purpose, note);
        if (errors.Count > 0) return new UnmaskAnswer.Faulty(errors);
        if (form.ActId == Guid.Empty) return new UnmaskAnswer.Spent();
        var people = record.Fields.Count(field => field.IsOfList);
        db.Add(access.Entry(actor, record.Accessed, AccessKind.NumbersExport, $"下载了名单里 {people} 人的身份证号码全文", $"{form.Purpose}：{note}", form.ActId));
        return await db.IsFirstActAsync(cancellation) ? new UnmaskAnswer.Ready(form.ActId, people) : new UnmaskAnswer.Spent();
    }

    /// <returns>A workbook; null unless this actor gave a reason for this case by this act a short while ago.</returns>
    public async Task<byte[]?> FetchAsync(Actor actor, string no, Guid actId, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = clock.Now - Fetchable;
        if ((await FindAsync(db, actor, no, cancellation)).Record is null) return null;
        if (!await db.AccessEntries.AnyAsync(
            entry => entry.ActId == actId && entry.ActorId == actor.UserId && entry.CaseNo == no && entry.Kind == AccessKind.NumbersExport && entry.At > since, cancellation))
            return null;
        var people = await db.Cases.AsNoTracking().Where(c => c.No == no).SelectMany(c => c.People).OrderBy(person => person.Sequence).ToListAsync(cancellation);
        return WorkbookWriter.Write(new Sheet("名单", [["序号", "姓名", "身份证号码", "按条件核对"], .. people.Select(Row)]));
    }

    /// <returns>Why the numbers are not handed out; null where they are.</returns>
    public async Task<UnmaskAnswer?> RefuseAsync(Actor actor, string no, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await FindAsync(db, actor, no, cancellation)).Refusal;
    }

    private static async Task<(MaskedRecord? Record, UnmaskAnswer? Refusal)> FindAsync(PortalDbContext db, Actor actor, string no, CancellationToken cancellation)
    {
        var (record, refusal) = await db.FindMaskedAsync(actor, new MaskedOwner.OfCase(no), cancellation);
        return record is null || record.Fields.Any(field => field.IsOfList) ? (record, refusal)
            : (null, new UnmaskAnswer.NotAllowed("完整的身份证号码由审核和复核人员查看，这件申请没有您的岗位可以下载的名单。"));
    }

    private string[] Row(CasePerson person) =>
        [$"{person.Sequence}", person.Name, vault.Open(SealPurpose.ResidentId, person.ResidentId), person.IsEligible ? "符合" : "不符合"];
}
