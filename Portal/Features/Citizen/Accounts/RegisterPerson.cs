using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Casework.Privacy;
using Portal.Casework.Time;
using Portal.Data;
using Portal.Data.Accounts;
using Portal.Data.Protection;
using Portal.Forms;
using Portal.Identity;

namespace Portal.Features.Citizen.Accounts;

public abstract record RegistrationAnswer
{
    /// <summary>Registered and signed in.</summary>
    public sealed record Registered : RegistrationAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : RegistrationAnswer;
}

/// <summary>Registers a person with the consents given on the page, and signs them in.</summary>
public sealed class RegisterPerson(
    UserManager<PortalUser> users, SignInManager<PortalUser> session, PortalDbContext db, FieldVault vault, BusinessClock clock, PasswordCheck passwords)
{
    // Says neither which of the two is known nor to whom it belongs.
    private const string Known = "这个身份证号码或手机号已经注册过。如果是您本人，请直接登录；如果您没有注册过，请到当地人社窗口核实。";

    public async Task<RegistrationAnswer> HandleAsync(Registration typed, CancellationToken cancellation = default)
    {
        var check = RegistrationCheck.Of(typed, clock.Today, string.IsNullOrEmpty(typed.Password) ? [] : await users.PasswordFaultsAsync(new PortalUser { FullName = "" }, typed.Password));
        var user = new PortalUser
        {
            UserName = "u" + Guid.NewGuid().ToString("N"),
            FullName = check.Name,
            Email = check.Email,
        };
        if (check.Errors.Count > 0) return new RegistrationAnswer.Faulty(check.Errors);
        (user.ResidentId, user.Mobile) = (vault.Seal(check.ResidentId), vault.Seal(check.Mobile));
        if (!await TryCreateAsync(user, typed.Password!, cancellation)) return await FindFirstPressAsync(user, typed.Password!, cancellation);
        await session.SignInAsync(user, isPersistent: false);
        return new RegistrationAnswer.Registered();
    }

    private async Task<bool> TryCreateAsync(PortalUser user, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var result = await users.CreateAsync(user, password);
            if (result.Succeeded) result = await users.AddToRoleAsync(user, Roles.Applicant);
            if (!result.Succeeded) throw new InvalidOperationException("Registration: " + string.Join("; ", result.Errors.Select(error => error.Code)));
            // Asked here once, and not again before the first application.
            await db.GiveConsentAsync(user.Id, clock.Now, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return false;
        }
    }

    // Whoever pressed twice has an account with this very password by now, and is let in as by the sign-in page.
    private async Task<RegistrationAnswer> FindFirstPressAsync(PortalUser user, string password, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var (id, mobile) = (user.ResidentId!.Index, user.Mobile!.Index);
        var first = await users.Users.SingleOrDefaultAsync(known => known.ResidentId!.Index == id && known.Mobile!.Index == mobile, cancellation);
        if (first is null || await passwords.AskAsync(first.Id, password, isOwner: false) != PasswordAnswer.Right || await users.IsLockedOutAsync(first))
            return new RegistrationAnswer.Faulty([new FormError(null, Known)]);
        await session.SignInAsync(first, isPersistent: false);
        return new RegistrationAnswer.Registered();
    }
}
