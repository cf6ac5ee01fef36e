using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Components.Rules;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Applications;
using Portal.Domain.Cases;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

/// <summary>Puts together what claiming the next month would be: a draft like any other, reviewed like any other, and not stored.</summary>
public sealed class PlanNextMonth(IDbContextFactory<PortalDbContext> databases, ReviewApplication review, FieldVault vault, BusinessClock clock)
{
    /// <param name="measure">One whose next month can be claimed, see <see cref="NextMonthClaim"/>.</param>
    public async Task<NextMonth> HandleAsync(Actor actor, Measure measure, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (draft, last, refusal) = await MakeAsync(db, actor, measure, cancellation);
        if (draft is null || last is null) return refusal!;
        var reviewed = await review.ReviewAsync(db, draft, cancellation);
        var reading = reviewed.Reading.Measures[0];
        var claim = ClaimOf(measure);
        // The proof of the month comes with the claim itself.
        var proof = FieldIds.Material(reviewed.Rules.Materials.ToList().IndexOf(claim.Proof));
        var errors = reviewed.Errors.Where(error => error.FieldId != proof).ToArray();
        if (reading.Assessment is not { Outcome: Outcome.Eligible } assessment || errors.Length > 0)
            return new NextMonth.NotNow([.. Reasons(reading), .. errors.Where(error => error.FieldId is not null).Select(error => error.Message)], last.No);
        return new NextMonth.Offered(reading.Claim.FirstMonth!.Value, last.No, reviewed.Rules.Regions.FullName(last.RegionCode), reading.Facts[claim.Basis],
            assessment, last.Bank!, last.Account!.Masked, [.. draft.Attachments.Select(file => file.FileName)], claim);
    }

    /// <summary>The draft with its papers, tracked by nothing; or why there is none.</summary>
    internal async Task<(Draft? Draft, Case? Last, NextMonth.NotNow? Refusal)> MakeAsync(PortalDbContext db, Actor actor, Measure measure, CancellationToken cancellation)
    {
        var cases = await db.Cases.AsNoTracking().AsSplitQuery().Include(record => record.Attachments).Include(record => record.Claims)
            .Where(record => record.ApplicantId == actor.UserId && record.FirmId == null && record.MeasureCode == measure.Code)
            .OrderByDescending(record => record.SubmittedAt).ToListAsync(cancellation);
        if (cases.Find(record => record.State is not (CaseState.Approved or CaseState.Settled or CaseState.Refused or CaseState.Withdrawn)) is { } open)
            return Not($"办件 {open.No} 还在办理。办好以后，就可以接着申请下个月。", open.No);
        if (cases.Find(record => record is { State: CaseState.Approved or CaseState.Settled, Account: not null, Claims.Count: > 0 }) is not { } last)
            return Not($"您还没有同意过的{measure.Name}。第一次请按步骤填写申请，以后就可以这样接着申请。");

        var next = cases.SelectMany(record => record.Claims).Where(claim => Month.TryParse(claim.Period, out _))
            .Max(claim => Month.TryParse(claim.Period, out var month) ? month.Index : 0) + 1;
        var first = new Month(next);
        if (ClaimOfMonths.ClaimableFrom(first) is var from && from > clock.Today)
            return Not($"您已经申请到{(first + -1).ToChinese()}。下一个月是{first.ToChinese()}，过完这个月，{from.ToChinese()}起可以申请。", last.No);
        return (Draft(actor, measure, last, first, await GrantedAsync(db, actor, measure, last, cancellation)), last, null);
    }

    private Draft Draft(Actor actor, Measure measure, Case last, Month month, int granted)
    {
        var claim = ClaimOf(measure);
        var facts = CaseJson.ReadFacts(measure.Facts, last.FactsJson).With(claim.Months, 1);
        if (measure.Application.MonthsPaidBefore is { } before) facts = facts.With(before, granted);
        // The page says that pressing declares these anew.
        facts = claim.Declared.Aggregate(facts, (declared, fact) => declared.With(fact, true));
        var content = new DraftContent { Place = last.RegionCode, Earlier = EarlierAccount.Of(last, KnownBefore.SourceOf(last)), UsesEarlierAccount = true, Follows = last.No };
        content.Measures.Add(new MeasureAnswers { Code = measure.Code, FirstMonth = month.ToString(), Answers = TypedFacts.Of(facts).ToDictionary() });
        var draft = new Draft { OwnerId = actor.UserId, MeasureCode = measure.Code, ContentJson = content.Seal(vault), ChangedAt = clock.Now };
        draft.Attachments.AddRange(last.Attachments.Where(file => file.Material != claim.Proof).DistinctBy(file => (file.Material, file.Sha256)).Take(AttachFile.MostFiles).Select(file => NewAttachment.Again(file, actor.UserId)));
        return draft;
    }

    /// <summary>What the person told of months before the portal counts as well.</summary>
    private static async Task<int> GrantedAsync(PortalDbContext db, Actor actor, Measure measure, Case last, CancellationToken cancellation)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(person => person.Id == actor.UserId, cancellation);
        var recorded = user.ResidentId is { } id ? await EarlierMonths.CountAsync(db, measure.Code, id, cancellation) : 0;
        var told = measure.Application.MonthsPaidBefore is { } before ? CaseJson.ReadFacts(measure.Facts, last.FactsJson)[before] ?? 0 : 0;
        return MonthCeiling.Before(told + last.Claims.Count, recorded);
    }

    private static IEnumerable<string> Reasons(MeasureReading reading)
    {
        var application = reading.Measure.Application;
        var paid = application.MonthsPaidBefore is { } before ? reading.Facts[before] ?? 0 : 0;
        return application.MonthsInAll?.Invoke(reading.Facts, reading.Terms) is { } most && MonthCeiling.Left(most, paid) == 0
            ? [$"补贴期限已经用完：您已领取{paid}个月。"]
            : reading.Assessment?.Unmet.Select(condition => $"不符合：{condition.Text}") ?? [];
    }

    private static NextMonthClaim ClaimOf(Measure measure) =>
        measure.Application.NextMonth ?? throw new ArgumentException($"The next month of {measure.Code} is claimed by its form.", nameof(measure));

    private static (Draft?, Case?, NextMonth.NotNow) Not(string reason, string? caseNo = null) => (null, null, new NextMonth.NotNow([reason], caseNo));
}
