using Microsoft.AspNetCore.Identity;
using Portal.Access;
using Portal.Data.Accounts;

namespace Portal.Identity;

public enum PasswordAnswer
{
    Right,
    Wrong,

    /// <summary>Asked too often: to be tried again later.</summary>
    Waiting,
}

/// <summary>Asks for the password once more before something weighty. Wrong ones make one wait, longer each time.</summary>
public sealed class PasswordCheck(UserManager<PortalUser> users, SignInLimits limits)
{
    public const string Missing = "请输入登录密码。";

    public Task<PasswordAnswer> AskAsync(Actor actor, string? password) => AskAsync(actor.UserId, password, isOwner: true);

    /// <param name="isOwner">False where nobody is signed in.</param>
    public async Task<PasswordAnswer> AskAsync(Guid userId, string? password, bool isOwner)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { } user) return PasswordAnswer.Wrong;
        if (limits.TryAgain(user.Id, isOwner) > TimeSpan.Zero) return PasswordAnswer.Waiting;
        if (!await users.CheckPasswordAsync(user, password ?? "")) return PasswordAnswer.Wrong;
        limits.AgainWasRight(user.Id, isOwner);
        return PasswordAnswer.Right;
    }

    /// <returns>What to say beside the field; null when the password was right.</returns>
    public static string? Explain(PasswordAnswer answer) => answer switch
    {
        PasswordAnswer.Wrong => "密码不正确，请核对后再试。",
        PasswordAnswer.Waiting => "密码连续输错次数太多，请过几分钟再试。",
        _ => null,
    };
}
