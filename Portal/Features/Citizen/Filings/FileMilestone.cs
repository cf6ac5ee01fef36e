using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Uploads;

namespace Portal.Features.Citizen.Filings;

/// <summary>What is told: the event, its days as typed, and the papers that prove it.</summary>
public sealed record ToldMilestone(string? Trigger, string? HappenedOn, string? AcceptedOn, IReadOnlyList<UploadedFile> Files);

/// <summary>An applicant tells that came to pass what an instalment waits for. Nothing falls due by it: staff look at the papers first.</summary>
public sealed class FileMilestone(IDbContextFactory<PortalDbContext> databases, MilestoneBook milestones, UploadLimits limits, BusinessClock clock)
{
    public const string FilesField = "milestone-files";

    private const int MostFiles = 10;

    /// <param name="version">The version of the case the page showed.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, ToldMilestone told, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).Include(c => c.Instalments).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return new StepResult.NotFound();
        var (milestone, fault) = Milestone.Read(told.Trigger, told.HappenedOn, told.AcceptedOn, clock.Today);
        if (milestone is null) return fault!;
        if (await db.OpenFilingAsync(record.Id, cancellation) is { } before)
            return before.Trigger == milestone.Trigger && before.HappenedOn == milestone.HappenedOn ? new StepResult.Done()
                : new StepResult.Refused("已经填报过一次，工作人员正在核对。日期填错了的，请先撤回那一次。");
        if (record.State != CaseState.Approved || !Milestones.MayBeFiled(milestone.Trigger)) return new StepResult.Refused("这件申请现在没有要您填报的拨付条件。");
        if (record.Version != version) return new StepResult.Stale();
        if (await milestones.FaultAsync(db, record, milestone, cancellation) is { } impossible) return impossible;
        if (FileFault(told.Files) is { } refusal) return StepResult.Wrong(FilesField, refusal);
        Add(db, record, milestone, told.Files, actor);
        return await db.SaveFilingAsync(cancellation);
    }

    private string? FileFault(IReadOnlyList<UploadedFile> files) =>
        files.Count is 0 or > MostFiles ? $"请上传证明材料，1 至 {MostFiles} 个文件。"
        : files.Select(file => file.Refuse(limits.AttachmentMaxMb)).FirstOrDefault(refusal => refusal is not null);

    private void Add(PortalDbContext db, Case record, Milestone milestone, IReadOnlyList<UploadedFile> files, Actor actor)
    {
        var filing = new MilestoneFiling
        {
            CaseId = record.Id,
            Trigger = milestone.Trigger,
            HappenedOn = milestone.HappenedOn,
            AcceptedOn = milestone.AcceptedOn,
            FiledById = actor.UserId,
            FiledByName = actor.Name,
            FiledAt = clock.Now,
        };
        db.Add(filing);
        foreach (var file in files)
        {
            var paper = NewAttachment.Of(actor.UserId, filing.Material, file.Name, file.Bytes, clock.Now);
            paper.CaseId = record.Id;
            db.Add(paper);
        }

        record.AddEvent(actor, clock, $"填报：{milestone.InWords}", "等工作人员核对材料，核对以后才安排拨付。");
        // Staff who record the same at this moment must notice.
        record.Version = Guid.CreateVersion7();
        db.OpenWork(clock, WorkKind.Milestone, record.No, $"核对“{milestone.Event}”：{record.ApplicantName}", record.RegionCode, Roles.Reviewer, due: null);
    }
}
