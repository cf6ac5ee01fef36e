using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Steps;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Values;
using Portal.Forms;
using Portal.Identity;

namespace Portal.Features.Citizen.AccountChanges;

/// <summary>An applicant asks for the money to go elsewhere; nothing is paid until a second person has confirmed it.</summary>
public sealed class RequestAccountChange(
    IDbContextFactory<PortalDbContext> databases, PasswordCheck passwords, FieldVault vault, BusinessClock clock)
{
    /// <param name="version">The version of the case the page showed.</param>
    public async Task<StepResult> HandleAsync(Actor actor, string no, Guid version, NewAccount typed, CancellationToken cancellation = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var record = await db.OwnCasesOf(actor).Include(c => c.Firm).SingleOrDefaultAsync(c => c.No == no, cancellation);
        if (record is null) return new StepResult.NotFound();
        if (typed.Faults(record.FirmId is not null, out var account).ToArray() is { Length: > 0 } faults) return new StepResult.Invalid(faults);
        // Before anything is said of the case: whoever sits at somebody else's screen learns nothing by trying.
        if (PasswordCheck.Explain(await passwords.AskAsync(actor, typed.Password)) is { } wrong)
            return new StepResult.Invalid([new FormError(NewAccount.PasswordField, wrong)]);
        var sealedAccount = vault.Seal(account);
        if (await db.OpenAccountChangeAsync(record.Id, cancellation) is { } before)
            return before.AskedById == actor.UserId && before.Account.Index == sealedAccount.Index ? new StepResult.Done()
                : new StepResult.Refused("这件申请已经有一次账户更换在等待确认。要改成别的账户，请先撤回那一次。");
        if (!CaseTransitions.MayChangeAccount(record.State)) return new StepResult.Refused("这件申请现在没有要拨付的款项，不能更换收款账户。");
        if (record.Version != version) return new StepResult.Stale();
        var code = record.FirmId is null ? null : BankCode.Of(typed.BankCode);
        if (record.Account?.Index == sealedAccount.Index && record.BankCode == code)
            return new StepResult.Invalid([new FormError(NewAccount.AccountField, "这就是现在的收款账号，不用更换。")]);
        await AskAsync(db, record, actor, PlainText.Trim(typed.Bank), code, sealedAccount, cancellation);
        return await SaveAsync(db, cancellation);
    }

    private async Task AskAsync(PortalDbContext db, Case record, Actor actor, string bank, string? bankCode, SealedText account, CancellationToken cancellation)
    {
        var nextPayment = await db.PaymentInstalments.Where(part => part.CaseId == record.Id && part.PaidOn == null && part.State != InstalmentState.Lapsed).MinAsync(part => part.DueOn, cancellation);
        // Never somebody else's account: the holder is not asked for.
        await db.AskAsync(record, actor, new GivenAccount(record.Firm?.Name ?? record.ApplicantName, bank, account, bankCode),
            "申请更换收款账户，确认之前暂停拨付", null, "更换收款账户", nextPayment ?? record.PromisedOn, clock, cancellation);
    }

    private static async Task<StepResult> SaveAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new StepResult.Done();
        }
        catch (DbUpdateException exception) when (exception.IsCollision())
        {
            return new StepResult.Stale();
        }
    }
}
