using Microsoft.AspNetCore.Identity;
using Portal.Data.Accounts;
using Portal.Forms;
using Portal.Identity;

namespace Portal.Features.Administration.Staff;

/// <summary>What the page posts.</summary>
public sealed class ActivationForm
{
    public string? Wanted { get; set; }

    public string? Again { get; set; }
}

public abstract record ActivationAnswer
{
    public sealed record Done(string Account) : ActivationAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : ActivationAnswer;

    /// <summary>Used already, older than a day, or never given.</summary>
    public sealed record Invalid : ActivationAnswer;
}

/// <summary>Whoever was given an account sets its password by a link, once: nobody else ever knows it.</summary>
public sealed class ActivateAccount(UserManager<PortalUser> users)
{
    /// <param name="code">As it stands in the link.</param>
    public static string LinkFor(PortalUser user, string code) => $"/activate/{user.Id}?code={Uri.EscapeDataString(code)}";

    /// <returns>The account; null where the link does not open one.</returns>
    public async Task<string?> OpenAsync(Guid id, string? code) => (await FindAsync(id, code))?.UserName;

    public async Task<ActivationAnswer> HandleAsync(Guid id, string? code, ActivationForm form)
    {
        if (await FindAsync(id, code) is not { } user) return new ActivationAnswer.Invalid();
        var errors = new List<FormError>();
        if (string.IsNullOrEmpty(form.Wanted)) errors.Add(new FormError("wanted", "请设置密码。"));
        else errors.AddRange((await users.PasswordFaultsAsync(user, form.Wanted)).Select(fault => new FormError("wanted", fault)));
        if (!string.IsNullOrEmpty(form.Wanted) && form.Wanted != form.Again) errors.Add(new FormError("again", "两次输入的密码不一样，请重新输入。"));
        if (errors.Count > 0) return new ActivationAnswer.Faulty(errors);
        // The code stands for the account as it was: a password set by it makes it void.
        return (await users.ResetPasswordAsync(user, code!, form.Wanted!)).Succeeded ? new ActivationAnswer.Done(user.UserName!) : new ActivationAnswer.Invalid();
    }

    private async Task<PortalUser?> FindAsync(Guid id, string? code) =>
        !string.IsNullOrEmpty(code) && await users.FindByIdAsync(id.ToString()) is { PasswordHash: null, IsSuspended: false } user
            && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose, code) ? user : null;
}
