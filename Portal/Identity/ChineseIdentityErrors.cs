using Microsoft.AspNetCore.Identity;

namespace Portal.Identity;

/// <summary>Identity's complaints in the words of the portal.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"密码至少需要{length}个字符。");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "密码里需要有数字。");

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "密码里需要有小写字母。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "密码不正确。");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), "这个账号已经注册过，请直接登录。");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "电子邮箱格式不正确，请核对。");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "信息刚刚被修改过，请刷新后再试。");

    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有成功，请稍后再试。");

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
