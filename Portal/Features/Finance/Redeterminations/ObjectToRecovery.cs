using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Work;
using Portal.Domain.Values;

namespace Portal.Features.Finance.Redeterminations;

/// <summary>The payee says that a claim is wrong; a reviewer looks into it and proposes to waive it, or explains.</summary>
public sealed class ObjectToRecovery(IDbContextFactory<PortalDbContext> databases, BusinessClock clock)
{
    private const int TextAtMost = 1000;

    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid id, string? text, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var recovery = await db.Recoveries.Include(one => one.Case).SingleOrDefaultAsync(one => one.Id == id && one.Case.No == no, cancellation);
        if (recovery is null || !await db.IsPartyAsync(actor, recovery.Case, cancellation)) return new StepResult.NotFound();
        var words = PlainText.Trim(text);
        if (recovery.Objection is not null) return recovery.Objection == words ? new StepResult.Done() : new StepResult.Refused("您已经提出过不同意见，请等办理单位答复。");
        if (recovery.ClosedOn is not null) return new StepResult.Refused("这笔追缴已经办结。");
        if (words.Length is 0 or > TextAtMost) return StepResult.Wrong($"objection-{id}", $"请写明您为什么认为不该退回，{TextAtMost}字以内。");
        (recovery.Objection, recovery.ObjectedOn) = (words, clock.Today);
        recovery.Case.Version = Guid.CreateVersion7();
        recovery.Case.AddEvent(actor, clock, $"对退回 {recovery.Left.ToChinese()} 提出不同意见");
        db.OpenWork(clock, WorkKind.CollectRecovery, id.ToString(), $"对追缴有不同意见：{recovery.Case.ApplicantName}", recovery.Case.RegionCode, Roles.Reviewer, null);
        return await db.SaveStepAsync(cancellation);
    }
}
