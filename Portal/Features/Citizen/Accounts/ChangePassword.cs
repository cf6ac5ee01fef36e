using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data.Accounts;
using Portal.Forms;
using Portal.Identity;

namespace Portal.Features.Citizen.Accounts;

/// <summary>What the page posts.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Wanted { get; set; }

    public string? Again { get; set; }
}

/// <summary>Changes a person's password; every other session of theirs ends within a minute.</summary>
public sealed class ChangePassword(UserManager<PortalUser> users, SignInManager<PortalUser> session, PasswordCheck passwords)
{
    /// <returns>What to put right; empty when it is changed.</returns>
    public async Task<IReadOnlyList<FormError>> HandleAsync(Actor actor, PasswordForm form)
    {
        if (await users.FindByIdAsync(actor.UserId.ToString()) is not { } user) return [new FormError(null, "没有找到您的账号，请重新登录。")];
        var errors = await CheckAsync(user, form);
        if (errors.Count > 0) return errors;
        // Asked last: whoever mistypes the new one has not used up a try.
        if (PasswordCheck.Explain(await passwords.AskAsync(actor, form.Current)) is { } wrong) return [new FormError("current", wrong)];
        user = (await users.FindByIdAsync(actor.UserId.ToString()))!;
        var result = await users.ChangePasswordAsync(user, form.Current!, form.Wanted!);
        if (!result.Succeeded) return [.. result.Errors.Select(error => new FormError("wanted", error.Description))];
        await session.RefreshSignInAsync(user);
        return [];
    }

    private async Task<List<FormError>> CheckAsync(PortalUser user, PasswordForm form)
    {
        var errors = new List<FormError>();
        if (string.IsNullOrEmpty(form.Current)) errors.Add(new FormError("current", "请输入现在的密码。"));
        if (string.IsNullOrEmpty(form.Wanted)) errors.Add(new FormError("wanted", "请输入新密码。"));
        else if (form.Wanted == form.Current) errors.Add(new FormError("wanted", "新密码和现在的一样，请换一个。"));
        else errors.AddRange((await users.PasswordFaultsAsync(user, form.Wanted)).Select(fault => new FormError("wanted", fault)));
        if (!string.IsNullOrEmpty(form.Wanted) && form.Wanted != form.Again) errors.Add(new FormError("again", "两次输入的新密码不一样，请重新输入。"));
        return errors;
    }
}
