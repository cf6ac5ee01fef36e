using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Identity;

public enum PasswordAnswer
{
    Right,
    Wrong,
    LockedOut,
}

/// <summary>Asks for the password once more before something weighty. Wrong ones count towards the lock as at the sign-in.</summary>
public sealed class PasswordCheck(UserManager<PortalUser> users, SignInManager<PortalUser> session)
{
    public const string Missing = "请输入登录密码。";

    public async Task<PasswordAnswer> AskAsync(Actor actor, string? password)
    {
        if (await users.FindByIdAsync(actor.UserId.ToString()) is not { } user) return PasswordAnswer.Wrong;
        var result = await session.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        return result.Succeeded ? PasswordAnswer.Right : result.IsLockedOut ? PasswordAnswer.LockedOut : PasswordAnswer.Wrong;
    }

    /// <returns>What to say beside the field; null when the password was right.</returns>
    public static string? Explain(PasswordAnswer answer) => answer switch
    {
        PasswordAnswer.Wrong => "密码不正确，请核对后再试。",
        PasswordAnswer.LockedOut => "密码连续输错次数太多，为了您的账号安全已暂停验证。请15分钟后再试。",
        _ => null,
    };
}
