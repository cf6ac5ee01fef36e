using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Measures;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Appeals;

/// <summary>Brings a refused case back to review, by others and with a new promised date (申诉).</summary>
public sealed class FileAppeal(
    IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebooks, UploadLimits limits, BusinessClock clock)
{
    /// <param name="version">The version of the case the page showed.</param>
    public async Task<AppealResult> HandleAsync(Actor actor, string no, Guid version, Appeal appeal, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).Include(c => c.Appeal).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return new AppealResult.NotFound();
        if (record is { Appeal: not null, State: not CaseState.Refused }) return new AppealResult.Filed();
        if (Appeal.Hindrance(record, clock.Today) is { } why) return new AppealResult.NotAllowed(why);
        if (record.Version != version) return new AppealResult.Stale();
        if (appeal.Faults(limits.AttachmentMaxMb).ToArray() is { Length: > 0 } faults) return new AppealResult.Rejected(faults);
        if (await PromisedAsync(record, cancellation) is not { } promised)
            return new AppealResult.Rejected([new FormError(null, "明年的节假日安排还没有公布，暂时算不出办结日期。请过几天再提交。")]);
        var twice = await db.TakeUpClaimsAsync(record, other => record.FirmId is null ? other.FirmId is null && other.ApplicantId == actor.UserId : other.FirmId == record.FirmId, cancellation);
        if (twice.Count > 0)
            return new AppealResult.Rejected([.. DoubleBenefits.Explain(twice, catalog.NameOf).Select(reason => new FormError(null, "现在还不能申诉：" + reason.Text))]);
        Reopen(db, record, actor, appeal, promised);
        return await SaveAsync(db, cancellation);
    }

    private void Reopen(PortalDbContext db, Case record, Actor actor, Appeal appeal, DateOnly promised)
    {
        var reasons = PlainText.Trim(appeal.Reasons);
        record.Appeal = new CaseAppeal
        {
            CaseId = record.Id,
            FiledById = actor.UserId,
            FiledAt = clock.Now,
            RefusedOn = record.DecidedOn!.Value,
            FirstProposedById = record.ProposedById,
            FirstDecidedById = record.DecidedById,
            Reasons = reasons,
        };
        record.TryTransition(CaseAction.Appeal, actor, clock, "提出申诉", reasons);
        (record.CaseworkerId, record.ProposedById, record.DecidedById, record.DecidedOn, record.PromisedOn) = (null, null, null, null, promised);
        foreach (var file in appeal.Files)
        {
            var attachment = NewAttachment.Of(actor.UserId, Appeal.Material, file.Name, file.Bytes, clock.Now);
            attachment.CaseId = record.Id;
            db.Add(attachment);
        }

        db.OpenWork(clock, WorkKind.Appeal, record.No, $"申诉，重新审核{catalog.NameOf(record.MeasureCode)}：{record.ApplicantName}", record.RegionCode, Roles.Reviewer, promised);
    }

    /// <summary>Clause 20's term once more, from the appeal on; null where the calendar ends.</summary>
    private async Task<DateOnly?> PromisedAsync(Case record, CancellationToken cancellation) =>
        PaymentTerm.From(await rulebooks.RulesAsync(cancellation), record.RegionCode, clock.Today);

    private static async Task<AppealResult> SaveAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new AppealResult.Filed();
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return new AppealResult.Stale();
        }
    }
}
