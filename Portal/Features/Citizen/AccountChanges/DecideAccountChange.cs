using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Ledger;
using Portal.Casework.Messages;
using Portal.Casework.Rulebooks;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Casework.Work;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Work;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>A second person lets the new account stand, or the old one.</summary>
public sealed class DecideAccountChange(IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, BusinessClock clock)
{
    public const string ReasonField = "reason";

    private const int ReasonAtMost = 500;

    /// <param name="changeId">The change the page showed.</param>
    /// <param name="reason">Required to refuse; the applicant reads it.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid changeId, bool confirm, string? reason, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.Cases.Include(c => c.Instalments).SingleOrDefaultAsync(c => c.No == no, cancellation);
        var change = record is null ? null : await db.AccountChanges.SingleOrDefaultAsync(c => c.Id == changeId && c.CaseId == record.Id, cancellation);
        if (record is null || change is null || !(actor.Sees(record.RegionCode) || await db.IsPartyAsync(actor, record, cancellation))) return new StepResult.NotFound();
        if (await SecondPerson.RefuseAsync(db, actor, record, change, cancellation) is { } why) return new StepResult.Refused(why);
        if (change.State == (confirm ? AccountChangeState.Confirmed : AccountChangeState.Refused)) return new StepResult.Done();
        if (change.State != AccountChangeState.Open || !AccountChangeTexts.MayDecide(record.State)) return new StepResult.Stale();
        var note = PlainText.Trim(reason);
        if (note.Length > ReasonAtMost || !confirm && note.Length == 0)
            return new StepResult.Invalid([new FormError(ReasonField, $"请写明为什么不同意更换，{ReasonAtMost}字以内，申请人会看到。")]);
        if (!confirm) record.AddEvent(actor, clock, AccountChangeTexts.Refused(record), note);
        else if (record.State != CaseState.AwaitingAccount) Replace(record, change, actor, await rulebooks.RulesAsync(cancellation));
        else if (await db.RefundDueAsync(record, await rulebooks.RulesAsync(cancellation), clock.Today, cancellation) is { } due) await GrantAsync(db, record, change, actor, due, cancellation);
        else return new StepResult.Refused(RefundApprovals.NoCalendar);
        if (confirm) await db.RescheduleWorkAsync(WorkKind.PayInstalments, record.No, CasePayments.NextDue(record), cancellation);
        await db.CloseAsync(change, confirm ? AccountChangeState.Confirmed : AccountChangeState.Refused, record, actor, clock, cancellation);
        record.Version = Guid.CreateVersion7();
        await db.NotifyPartiesAsync(record, record.Events[^1], cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StepResult.Stale();
        }
    }

    private async Task GrantAsync(PortalDbContext db, Case record, AccountChange change, Actor actor, DateOnly due, CancellationToken cancellation)
    {
        Take(record, change);
        await db.ApproveRefundAsync(record, actor, due, clock, "另一人确认收款账户", $"{change.InWords}，由{change.AskedByName}提出", cancellation);
    }

    private static void Take(Case record, AccountChange change)
    {
        (record.AccountHolder, record.Bank, record.BankCode) = (change.Holder, change.Bank, change.BankCode);
        record.Account = change.Account.Copy();
    }

    private void Replace(Case record, AccountChange change, Actor actor, Rulebook rules)
    {
        Take(record, change);
        // What the bank had refused waited for the applicant, and is the office's again from today (R20).
        var due = PaymentTerm.From(rules, record.RegionCode, clock.Today);
        foreach (var part in record.Instalments.Where(part => part is { Refusal: not null, State: InstalmentState.Due }))
            (part.Refusal, part.DueOn) = (null, due > part.DueOn ? due : part.DueOn);
        record.AddEvent(actor, clock, "确认更换收款账户，恢复拨付", change.InWords);
    }
}
