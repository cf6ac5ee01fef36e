using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Ledger;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Rules;

namespace Portal.Casework.Cases;

/// <summary>What follows when the account of an automatic refund stands, whoever had the last word on it.</summary>
public static class RefundApprovals
{
    public const string NoCalendar = "明年的节假日安排还没有公布，暂时算不出拨付期限。请过几天再确认。";

    /// <inheritdoc cref="PaymentTerm.OfRefund"/>
    public static async Task<DateOnly?> RefundDueAsync(
        this PortalDbContext db, Case record, Rulebook rules, DateOnly today, CancellationToken cancellation)
    {
        var publishedUntil = await db.ScreeningRuns.Where(run => run.Id == record.RunId).Select(run => run.PublishedUntil).SingleAsync(cancellation);
        return PaymentTerm.OfRefund(rules, record.RegionCode, publishedUntil, today);
    }

    /// <summary>The refund falls due in the caller's unit of work, with the task to pay it. The account is the case's already.</summary>
    /// <param name="record">With its instalments loaded.</param>
    public static async Task ApproveRefundAsync(
        this PortalDbContext db, Case record, Actor actor, DateOnly due, BusinessClock clock, string what, string? why, CancellationToken cancellation)
    {
        record.TryTransition(CaseAction.ConfirmAccount, actor, clock, what, why);
        (record.PromisedOn, record.DecidedOn) = (due, clock.Today);
        var money = await CaseLedger.OpenAsync(db, record, clock, actor, cancellation);
        foreach (var part in record.Instalments) money.FallDue(part, due);
        db.OpenRefundPayment(record, due, clock);
    }

    /// <summary>The task to pay it, in the caller's unit of work.</summary>
    public static void OpenRefundPayment(this PortalDbContext db, Case record, DateOnly due, BusinessClock clock) =>
        db.OpenWork(clock, WorkKind.PayInstalments, record.No, $"拨付稳岗返还：{record.ApplicantName}", record.RegionCode, Roles.Finance, due);
}
