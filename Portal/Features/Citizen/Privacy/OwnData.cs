using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Privacy;
using Portal.Data.Protection;
using Portal.Domain.Measures;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What the portal keeps of a person, in full and under the names people use; what belongs to firms and to others is left out.</summary>
public sealed class OwnData(MeasureCatalog catalog, RulebookSource rulebooks, FieldVault vault)
{
    public async Task<IReadOnlyDictionary<string, object?>> ReadAsync(PortalDbContext db, Actor actor, CancellationToken cancellation)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(person => person.Id == actor.UserId, cancellation);
        var cases = new OwnCaseData(catalog, await rulebooks.RegionsAsync(cancellation), vault);
        return new Dictionary<string, object?>
        {
            ["账号"] = Account(user),
            ["企业"] = await FirmsAsync(db, actor, cancellation),
            ["企业认领"] = await ClaimsAsync(db, actor, cancellation),
            ["草稿"] = await DraftsAsync(db, actor, cancellation),
            ["证照"] = (await db.WalletDocuments.AsNoTracking().Where(document => document.OwnerId == actor.UserId && document.FirmId == null).OrderBy(document => document.KeptAt).ToListAsync(cancellation))
                .Select(document => new Dictionary<string, object?> { ["种类"] = document.Material, ["文件名"] = document.FileName, ["保存时间"] = document.KeptAt.ToChinese(), ["有效期到"] = document.ValidUntil?.ToChinese() }),
            ["办件"] = await cases.ReadAsync(db, actor, cancellation),
            ["替企业提交的办件"] = await cases.ReadForFirmsAsync(db, actor, cancellation),
            ["消息"] = (await db.Messages.AsNoTracking().Where(message => message.UserId == actor.UserId).OrderBy(message => message.At).ToListAsync(cancellation))
                .Select(message => new Dictionary<string, object?> { ["时间"] = message.At.ToChinese(), ["标题"] = message.Subject, ["内容"] = message.Body, ["已读"] = message.ReadAt?.ToChinese() }),
            ["评价"] = (await db.Ratings.AsNoTracking().Include(rating => rating.Case).Where(rating => rating.UserId == actor.UserId).ToListAsync(cancellation))
                .Select(rating => new Dictionary<string, object?> { ["办件"] = rating.Case.No, ["时间"] = rating.At.ToChinese(), ["分数"] = rating.Score, ["意见"] = rating.Comment, ["回访"] = rating.Answer }),
            ["同意记录"] = (await db.ConsentEntries.AsNoTracking().Where(entry => entry.UserId == actor.UserId).OrderBy(entry => entry.Id).ToListAsync(cancellation))
                .Select(entry => new Dictionary<string, object?> { ["时间"] = entry.At.ToChinese(), ["内容"] = ConsentTexts.Current(entry.Kind).Title, ["版本"] = entry.TextVersion, ["操作"] = entry.IsGiven ? "同意" : "撤回" }),
            ["谁看过我的信息"] = (await db.AccessEntries.AsNoTracking().Where(entry => entry.SubjectId == actor.UserId && entry.FirmId == null).OrderBy(entry => entry.Id).ToListAsync(cancellation))
                .Select(entry => new Dictionary<string, object?> { ["时间"] = entry.At.ToChinese(), ["谁"] = $"{entry.ActorName}（{entry.ActorRoles}）", ["看了什么"] = entry.What, ["办件"] = entry.CaseNo, ["理由"] = entry.Reason }),
        };
    }

    private Dictionary<string, object?> Account(PortalUser user) => new()
    {
        ["姓名"] = user.FullName,
        ["身份证号码"] = user.ResidentId is { } id ? vault.Open(SealPurpose.ResidentId, id) : null,
        ["手机号"] = user.Mobile is { } mobile ? vault.Open(SealPurpose.Mobile, mobile) : null,
        ["电子邮箱"] = user.Email,
    };

    private static async Task<object> FirmsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        (await db.FirmMemberships.AsNoTracking().Include(member => member.Firm).Where(member => member.UserId == actor.UserId).ToListAsync(cancellation))
        .Select(member => new Dictionary<string, object?>
        {
            ["企业"] = member.Firm.Name,
            ["统一社会信用代码"] = member.Firm.CreditCode,
            ["身份"] = member.IsAdministrator ? "企业管理员" : "经办人",
            ["加入时间"] = member.Since.ToChinese(),
        });

    private static async Task<object> ClaimsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        (await db.FirmClaims.AsNoTracking().Where(claim => claim.UserId == actor.UserId).ToListAsync(cancellation))
        .Select(claim => new Dictionary<string, object?>
        {
            ["企业"] = claim.FirmName,
            ["统一社会信用代码"] = claim.CreditCode,
            ["提交时间"] = claim.ClaimedAt.ToChinese(),
            ["结果"] = claim.State switch { FirmClaimState.Pending => "正在核对", FirmClaimState.Approved => "已通过", _ => "未通过" },
            ["说明"] = claim.Reason,
        });

    /// <remarks>A firm's draft names the people it has hired: only that there is one is told.</remarks>
    private async Task<object> DraftsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation) =>
        (await db.Drafts.AsNoTracking().Where(draft => draft.OwnerId == actor.UserId && draft.CaseNo == null).ToListAsync(cancellation))
        .Select(draft => new Dictionary<string, object?>
        {
            ["政策"] = catalog.NameOf(draft.MeasureCode),
            ["保存时间"] = draft.ChangedAt.ToChinese(),
            ["填写的内容"] = draft.FirmId is null ? DraftTexts.Read(vault.Decrypt(SealPurpose.Draft, draft.ContentJson), catalog) : "替企业填写的草稿，内容属于企业",
        });
}
