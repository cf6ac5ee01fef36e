using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Casework.Ledger;

/// <summary>What goes with a payment besides the money: the history, and the work that is done with it. The caller saves.</summary>
public static class CasePayments
{
    /// <summary>An instalment was paid; the last one settles the case.</summary>
    /// <param name="occasion">The line of a batch; a new one where somebody recorded it by hand.</param>
    /// <returns>False when the state of the case does not allow it; nothing may be saved then.</returns>
    public static async Task<bool> TryPayAsync(
        this PortalDbContext db, CaseLedger money, PaymentInstalment part, Guid occasion, DateOnly day, string reference, Actor? actor, BusinessClock clock,
        CancellationToken cancellation)
    {
        var record = money.Record;
        money.Pay(part, occasion, day, reference);
        if (!record.Instalments.Exists(other => other.Refusal is not null)) await db.CloseWorkAsync(clock, WorkKind.BankRefusal, record.No, actor, cancellation);
        var what = $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 已于 {day:yyyy年M月d日} 拨付";
        if (record.Instalments.Exists(other => InstalmentStates.IsOpen(other.State)))
        {
            record.AddEvent(actor, clock, what, $"凭证号 {reference}");
            await db.RescheduleWorkAsync(WorkKind.PayInstalments, record.No, NextDue(record), cancellation);
            return true;
        }

        if (!record.TryTransition(CaseAction.RecordLastPayment, actor, clock, $"{what}，全部拨付完毕", $"凭证号 {reference}")) return false;
        await db.CloseWorkAsync(clock, WorkKind.PayInstalments, record.No, actor, cancellation);
        return true;
    }

    /// <summary>By when the next instalment is to be paid; null while all that is left waits for its condition or for the applicant (R20).</summary>
    public static DateOnly? NextDue(Case record) =>
        record.Instalments.Where(part => InstalmentStates.IsOpen(part.State) && part.Refusal is null).Min(part => part.DueOn);

    /// <summary>The bank did not pay an instalment: it is due again, the payee learns what to do, and finance has work.</summary>
    public static void TakeRefusal(
        this PortalDbContext db, CaseLedger money, PaymentInstalment part, Guid line, string why, Actor? actor, BusinessClock clock)
    {
        money.Refuse(part, line, why);
        money.Record.AddEvent(actor, clock, $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 银行没有付成，会重新办理", WhatToDo(why));
        db.OpenRefusal(money.Record, part, why, clock);
    }

    /// <summary>The bank paid an instalment and got it back: a settled case is open again.</summary>
    public static void TakeReturn(
        this PortalDbContext db, CaseLedger money, PaymentInstalment part, Guid line, string why, Actor? actor, BusinessClock clock)
    {
        var record = money.Record;
        money.Return(part, line, why);
        var what = $"第 {part.Sequence} 笔 {part.Amount.ToChinese()} 被收款银行退回，会重新办理";
        if (record.TryTransition(CaseAction.TakeBackPayment, actor, clock, what, WhatToDo(why)))
            db.OpenWork(clock, WorkKind.PayInstalments, record.No, $"重新拨付：{record.ApplicantName}", record.RegionCode, Access.Roles.Finance, part.DueOn);
        else record.AddEvent(actor, clock, what, WhatToDo(why));
        db.OpenRefusal(record, part, why, clock);
    }

    private static string WhatToDo(string why) => $"银行的说明：{why}。如果收款账户不对，请在这件申请里更换收款账户；账户没有问题的，不用做什么，我们会再办理一次。";

    private static void OpenRefusal(this PortalDbContext db, Case record, PaymentInstalment part, string why, BusinessClock clock)
    {
        var title = $"银行退回第 {part.Sequence} 笔：{record.ApplicantName}，{why}";
        db.OpenWork(clock, WorkKind.BankRefusal, record.No, PlainText.Head(title, 300), record.RegionCode, Access.Roles.Finance, due: null);
    }
}
