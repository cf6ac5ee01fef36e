using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;

namespace Portal.Features.Refunds.Accounts;

public abstract record ConfirmResult
{
    /// <summary>A second person has to confirm the account; pressed again it waits all the same.</summary>
    public sealed record Waits : ConfirmResult;

    /// <summary>A second press, a stale tab or a colleague: the first account stands.</summary>
    public sealed record ConfirmedBefore : ConfirmResult;

    public sealed record NotFound : ConfirmResult;

    /// <param name="Errors">By the input's name; an empty one for the form as a whole.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Errors, bool HolderDiffers) : ConfirmResult
    {
        public Invalid(string error, bool holderDiffers) : this(new Dictionary<string, string> { [""] = error }, holderDiffers)
        {
        }
    }
}

/// <summary>A firm's member says where an automatic refund is paid that the roster gave no account of the firm's own for.</summary>
/// <remarks>It waits for a second person; payment is due five working days after that.</remarks>
public sealed class ConfirmRefundAccount(
    IDbContextFactory<PortalDbContext> databases, RulebookSource rulebooks, FieldVault vault, BusinessClock clock)
{
    public async Task<ConfirmResult> HandleAsync(Actor actor, string caseNo, AccountChoice choice, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.RefundOf(actor, caseNo).Include(record => record.Firm).SingleOrDefaultAsync(cancellation);
        if (record is null) return new ConfirmResult.NotFound();
        if (record.State != CaseState.AwaitingAccount) return new ConfirmResult.ConfirmedBefore();
        var account = AccountCheck.Check(choice, record.Firm!.Name, record.AccountHolder, record.Bank, record.Account, vault, record.BankCode);
        if (account.Errors.Count > 0) return new ConfirmResult.Invalid(account.Errors, account.HolderDiffers);
        if (await db.OpenAccountChangeAsync(record.Id, cancellation) is { } before)
            return before.AskedById == actor.UserId && before.Account.Index == account.Account!.Index ? new ConfirmResult.Waits()
                : new ConfirmResult.Invalid("已经提出过一个账户，正在等另一个人确认。要改成别的账户，请先撤回那一个。", account.HolderDiffers);
        if (await db.RefundDueAsync(record, await rulebooks.RulesAsync(cancellation), clock.Today, cancellation) is null)
            return new ConfirmResult.Invalid(RefundApprovals.NoCalendar, account.HolderDiffers);
        await AskAsync(db, record, account, actor, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // A second press at the same moment: the first one waits already.
        }

        return new ConfirmResult.Waits();
    }

    private Task AskAsync(PortalDbContext db, Case record, CheckedAccount account, Actor actor, CancellationToken cancellation) => db.AskAsync(
        record, actor, new GivenAccount(account.Holder, account.Bank, account.Account!.Copy(), account.BankCode), "企业提出收款账户，等另一人确认后拨付",
        account.HolderDiffers ? "开户名与企业名称不一致，企业已再次确认" : null, "确认稳岗返还的收款账户", null, clock, cancellation);
}
