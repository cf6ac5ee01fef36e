using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;

namespace Portal.Features.Desk.Review;

/// <summary>Brings cases back to staff whose applicant did not answer a request for correction in time, once for each day that was set. Nothing is refused by it, and nothing is late (R20).</summary>
internal sealed class ReturnUnanswered(IDbContextFactory<PortalDbContext> databases, BusinessClock clock) : IDailyTask
{
    public const string Message = "补正的期限已过，还没有收到";

    private const int AtATime = 200;

    public string Name => "return-unanswered-corrections";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var some = await db.Cases.Where(record => record.State == CaseState.CorrectionRequested && record.CorrectionDueOn < today && string.Compare(record.No, after) > 0)
                .OrderBy(record => record.No).Take(AtATime).ToListAsync(cancellation);
            if (some.Count == 0) return;
            var ids = some.Select(record => record.Id).ToArray();
            var told = (await db.CaseNotices.Where(notice => ids.Contains(notice.CaseId) && notice.Kind == NoticeKind.NoCorrection)
                .Select(notice => new { notice.CaseId, notice.Number }).ToListAsync(cancellation)).ToHashSet();
            foreach (var record in some.Where(record => !told.Contains(new { CaseId = record.Id, Number = record.CorrectionDueOn!.Value.DayNumber }))) Return(db, record);
            await db.SaveChangesAsync(cancellation);
            after = some[^1].No;
        }
    }

    private void Return(PortalDbContext db, Case record)
    {
        db.Add(new CaseNotice { CaseId = record.Id, Kind = NoticeKind.NoCorrection, Number = record.CorrectionDueOn!.Value.DayNumber, At = clock.Now });
        record.AddEvent(null, clock, Message, "您现在仍然可以提交；需要更多时间的，请和工作人员联系。工作人员会决定延长期限，还是按现有的材料接着审核。");
        db.OpenWork(clock, WorkKind.NoCorrection, record.No, $"补正没有答复：{record.ApplicantName}", record.RegionCode, Roles.Reviewer, due: null);
    }
}
