using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Deadlines;

namespace Portal.Features.Refunds.Accounts;

/// <summary>Reminds firms that have not confirmed their account: each reminder once, and of several that were missed the last alone.</summary>
/// <remarks>Only firms with an administrator on the portal; nobody else would read it. The history keeps the reminder, and the message goes with it.</remarks>
internal sealed class RemindFirms(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    private const int AtATime = 200;

    public string Name => "remind-firms";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        // The longest wait first: whoever gets the last reminder needs none of the earlier ones.
        foreach (var days in RefundReminders.Days.Reverse())
            while (await RemindSomeAsync(today, days, cancellation))
            {
            }
    }

    private async Task<bool> RemindSomeAsync(DateOnly today, int days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = RefundReminders.WaitingSince(today, days);
        var waiting = await db.UnansweredRefunds()
            .Where(record => record.SubmittedOn <= since
                && db.FirmMemberships.Any(member => member.FirmId == record.FirmId && member.IsAdministrator)
                && !db.CaseNotices.Any(notice => notice.CaseId == record.Id && notice.Kind == NoticeKind.AccountReminder && notice.Number >= days))
            .OrderBy(record => record.No).Take(AtATime).ToListAsync(cancellation);
        foreach (var record in waiting)
        {
            db.Add(new CaseNotice { CaseId = record.Id, Kind = NoticeKind.AccountReminder, Number = days, At = clock.Now });
            record.AddEvent(null, clock, $"请确认收款账户，已经等了 {today.DayNumber - record.SubmittedOn.DayNumber} 天",
                days == RefundReminders.Last ? "这是最后一次提醒，以后由工作人员和您联系。确认之前不能拨付；这笔钱给您留着。" : "不用申请，核对账户、点一下确认就行。确认之前不能拨付。");
        }

        await db.SaveChangesAsync(cancellation);
        return waiting.Count == AtATime;
    }
}
