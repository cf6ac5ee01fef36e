using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;

namespace Portal.Casework.Cases;

/// <summary>Who may confirm the account another person gave: for a person's case an approver, for a firm's a reviewer or another administrator of the firm.</summary>
public static class SecondPerson
{
    public static string RoleFor(Case record) => record.FirmId is null ? Roles.Approver : Roles.Reviewer;

    /// <returns>Why not, for people; null when the actor may.</returns>
    public static async Task<string?> RefuseAsync(PortalDbContext db, Actor actor, Case record, AccountChange change, CancellationToken cancellation)
    {
        var administrators = record.FirmId is { } firm
            ? await db.FirmMemberships.Where(member => member.FirmId == firm && member.IsAdministrator).Select(member => member.UserId).ToListAsync(cancellation) : [];
        var parties = await db.PartiesAsync(record, cancellation);
        return AccountConfirmation.Refuse(actor.UserId, change.AskedById, administrators, parties, actor.MayAs(RoleFor(record), record.RegionCode)) switch
        {
            null => null,
            AccountRefusal.OwnRequest => "账户是您提出的，请由另一个人确认。",
            AccountRefusal.Party => record.FirmId is null ? "您是申请人，按回避要求请由工作人员确认。" : "请由企业的另一位管理员或者工作人员确认。",
            _ => record.FirmId is null ? "个人更换收款账户由复核人员确认，您的账号不能操作。" : "企业的收款账户由审核人员确认，您的账号不能操作。",
        };
    }
}
