using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.Domain.Cases;

namespace Portal.Features.Citizen.Privacy;

/// <summary>What stands against closing an account: work that is still owed to the person, or by the person to a firm, and money to be paid back.</summary>
internal static class ClosingCheck
{
    private static readonly CaseState[] Open = [.. Enum.GetValues<CaseState>().Where(CaseTransitions.IsOpen)];

    public static async Task<IReadOnlyList<string>> ReasonsAsync(PortalDbContext db, Actor actor, CancellationToken cancellation)
    {
        if (actor.IsStaff) return ["工作人员账号由管理员停用，不在这里注销。"];
        var reasons = new List<string>();
        var open = await db.Cases.Where(record => record.ApplicantId == actor.UserId && record.FirmId == null && Open.Contains(record.State))
            .OrderBy(record => record.No).Select(record => record.No).ToListAsync(cancellation);
        if (open.Count > 0)
            reasons.Add($"您还有 {open.Count} 件申请没有办结（{string.Join("、", open)}）。请等办结、拨付完，或者先撤回申请。");
        if (await db.Recoveries.AnyAsync(recovery => recovery.ClosedOn == null && recovery.Case.FirmId == null && recovery.Case.ApplicantId == actor.UserId, cancellation))
            reasons.Add("您还有需要退回的款项没有办结，请先退回或者等办理单位处理。");
        var firms = await db.FirmMemberships.Where(member => member.UserId == actor.UserId && member.IsAdministrator
                && !db.FirmMemberships.Any(other => other.FirmId == member.FirmId && other.UserId != actor.UserId && other.IsAdministrator)
                && (db.FirmMemberships.Any(other => other.FirmId == member.FirmId && other.UserId != actor.UserId)
                    || db.Cases.Any(record => record.FirmId == member.FirmId && Open.Contains(record.State))))
            .Select(member => member.Firm.Name).ToListAsync(cancellation);
        reasons.AddRange(firms.Select(firm => $"您是“{firm}”唯一的管理员。请先在“我的企业”里把管理员交给同事，免得企业的事没有人办。"));
        return reasons;
    }
}
