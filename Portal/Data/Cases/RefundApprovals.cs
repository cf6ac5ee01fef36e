using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Rosters;
using Portal.Time;

namespace Portal.Data.Cases;

/// <summary>What follows when the account of an automatic refund stands, whoever had the last word on it.</summary>
public static class RefundApprovals
{
    public const string NoCalendar = "明年的节假日安排还没有公布，暂时算不出拨付期限。请过几天再确认。";

    /// <summary>Ruling R9: counted from the end of publication or the confirmation, whichever is later.</summary>
    /// <returns>Null where the term is not set, or runs into a year without published holidays.</returns>
    public static async Task<DateOnly?> RefundDueAsync(
        this PortalDbContext db, Case record, Rulebook rules, DateOnly today, CancellationToken cancellation)
    {
        var publishedUntil = await db.ScreeningRuns.Where(run => run.Id == record.RunId).Select(run => run.PublishedUntil).SingleAsync(cancellation);
        var from = publishedUntil is { } until && until > today ? until : today;
        return rules.Days(SharedParameters.PaymentDueWorkingDays, record.RegionCode, today) is { } days ? rules.Calendar.TryAddWorkingDays(from, days) : null;
    }

    /// <summary>Grants the refund in the caller's unit of work: its plan, and the task to pay it. The account is the case's already.</summary>
    public static void ApproveRefund(this PortalDbContext db, Case record, Actor actor, DateOnly due, BusinessClock clock, string what, string? why)
    {
        var plan = PaymentPlan.For(CaseJson.ReadAssessment(record.AssessmentJson), due);
        if (plan.Total != record.Entitlement) throw new InvalidOperationException($"The plan of case {record.No} does not make its entitlement.");
        record.TryDo(CaseAction.ConfirmAccount, actor, clock, what, why);
        (record.PromisedOn, record.DecidedOn) = (due, clock.Today);
        for (var i = 0; i < plan.Instalments.Count; i++)
        {
            var step = plan.Instalments[i];
            db.Add(new PaymentInstalment { CaseId = record.Id, Sequence = i + 1, Trigger = step.Trigger, Amount = step.Amount, DueOn = step.Due });
        }

        db.OpenWork(clock, WorkKind.PayInstalments, record.No, $"拨付稳岗返还：{record.ApplicantName}", record.RegionCode, Roles.Finance, due);
    }
}
