using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Decisions;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Calendar;
using Portal.Domain.Cases;
using Portal.Domain.Measures;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Uploads;

namespace Portal.Features.Citizen.Cases;

/// <summary>Answers a request for correction: the case goes back to review and the promised term runs on.</summary>
public sealed class CorrectCase(
    IDbContextFactory<PortalDbContext> databases, MeasureCatalog catalog, RulebookSource rulebook, DecisionLog decisions, UploadLimits limits,
    BusinessClock clock)
{
    /// <param name="version">The version of the case the page showed.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, Correction correction, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).Include(c => c.Claims).Include(c => c.People).AsSplitQuery().SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null || catalog.Find(record.MeasureCode) is not { } measure) return new StepResult.NotFound();
        if (record.State != CaseState.CorrectionRequested) return new StepResult.Refused("这件申请现在的状态不能办这一步。");
        if (record.Version != version) return new StepResult.Stale();

        var book = await rulebook.RulesAsync(cancellation);
        var faults = correction.Faults(limits.AttachmentMaxMb).ToList();
        try
        {
            var change = FactChange.Read(record, measure, book, correction.Facts, clock.Today);
            faults.AddRange(change.Faults.Select(ToError));
            if (faults.Count == 0 && correction.SaysNothing && change.Told is null && !record.People.Exists(HasAnswered))
                faults.Add(new FormError(Correction.NoteField, "请写明补正了什么，或者上传补充的材料。"));
            if (faults.Count > 0) return new StepResult.Invalid(faults);
            if (await change.ApplyAsync(db, record, catalog, clock.Today, cancellation) is { } refusal) return new StepResult.Invalid([ToError(refusal)]);
            TellOfPeople(record, actor);
            if (change.Told is { } told)
            {
                record.AddEvent(actor, clock, "更正信息", told);
                record.SaidFactsJson = null;
            }

            await decisions.AddAsync(db, record, change.Assessment, change.Terms, DecisionOccasion.Corrected, cancellation);
            if (record is { PromisedOn: { } promised, CorrectionAskedOn: { } asked })
                record.PromisedOn = PromisedTerm.Resume(promised, asked, clock.Today, book.Calendar);
        }
        catch (CalendarYearMissingException missing)
        {
            return new StepResult.Invalid([new FormError(null, LiveAssessment.Explain(missing))]);
        }

        (record.CorrectionAskedOn, record.CorrectionDueOn) = (null, null);
        await db.CloseWorkAsync(clock, WorkKind.NoCorrection, record.No, actor, cancellation);
        record.TryTransition(CaseAction.Correct, actor, clock, "提交补正", correction.Note);
        foreach (var file in correction.Files)
        {
            var attachment = NewAttachment.Of(actor.UserId, Correction.Material, file.Name, file.Bytes, clock.Now);
            attachment.CaseId = record.Id;
            db.Add(attachment);
        }

        db.OpenWork(clock, WorkKind.ReviewCase, record.No, $"审核补正{measure.Name}：{record.ApplicantName}", record.RegionCode, Roles.Reviewer, record.PromisedOn);
        return await SaveAsync(db, cancellation);
    }

    private static FormError ToError(FactFault fault) => new(fault.Fact is { } fact ? FactField.IdFor(fact) : null, fault.Text);

    private void TellOfPeople(Case record, Actor actor)
    {
        var answered = string.Join('；', record.People.Where(HasAnswered).OrderBy(person => person.Sequence).Select(person => $"第{person.Sequence}人{person.FindingNote}"));
        if (answered.Length > 0) record.AddEvent(actor, clock, "更正名单", PlainText.Head(answered, CaseEvent.WhyAtMost));
    }

    // What was asked of one person is answered on that person's own page; it is examined anew then.
    private static bool HasAnswered(CasePerson person) => person is { Finding: PersonFinding.Unexamined, FoundById: null, FindingNote: not null };

    private static async Task<StepResult> SaveAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Stale();
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return new StepResult.Invalid([new FormError(null, "改后的月份里有已经在别的申请中领取的，同一个月不能重复申请。请减少申请月数。")]);
        }
    }
}
