using Microsoft.EntityFrameworkCore;
using Portal.Casework.Cases;
using Portal.Casework.Messages;
using Portal.Casework.Schedule;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Rules;

namespace Portal.Features.Desk.Review;

/// <summary>Goes on with cases that waited for a value of their city once it is set: until then no term runs (R8, R20).</summary>
internal sealed class ResumeParkedCases(IDbContextFactory<PortalDbContext> databases, CaseAssessor assessor, BusinessClock clock) : IDailyTask
{
    public const string Message = "当地标准已经公布，接着办理";

    private const int AtATime = 200;

    private static readonly CaseState[] Ours = [.. Enum.GetValues<CaseState>().Where(CaseTransitions.RunsItsTerm)];

    public string Name => "resume-parked-cases";

    public async Task RunAsync(DateOnly today, CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var parked = await db.Cases.Where(record => Ours.Contains(record.State) && record.PromisedOn == null && string.Compare(record.No, after) > 0)
                .OrderBy(record => record.No).Take(AtATime).ToListAsync(cancellation);
            if (parked.Count == 0) return;
            foreach (var record in parked) await ResumeAsync(db, record, today, cancellation);
            await db.SaveChangesAsync(cancellation);
            after = parked[^1].No;
        }
    }

    private async Task ResumeAsync(PortalDbContext db, Case record, DateOnly today, CancellationToken cancellation)
    {
        var assessment = CaseAssessor.Assess(record, await assessor.TermsAsync(record, cancellation));
        if (assessment is not { Outcome: Outcome.Eligible, Amount: { } amount }) return;
        var promised = await assessor.PromiseFromAsync(record, today, cancellation);
        (record.Entitlement, record.AssessmentJson, record.PromisedOn) = (amount, CaseJson.Write(assessment), promised);
        record.AddEvent(null, clock, Message, $"按公布的标准可以领取 {amount.ToChinese()}；承诺期限从今天重新计算，{promised:yyyy年M月d日} 前办结。");
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        foreach (var kind in (WorkKind[])[WorkKind.ReviewCase, WorkKind.Appeal]) await db.RescheduleWorkAsync(kind, record.No, promised, cancellation);
    }
}
