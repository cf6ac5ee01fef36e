using System.Net.Mail;
using Portal.Casework.Privacy;
using Portal.Data.Privacy;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Accounts;

/// <summary>Reads a registration; what cannot be read is told field by field, with what to do.</summary>
internal sealed record RegistrationCheck(string Name, ResidentId ResidentId, MobileNumber Mobile, string? Email, List<FormError> Errors)
{
    private const int MinimumAge = 16;
    private const int NameLength = 50;
    private const int EmailLength = 200;

    public static RegistrationCheck Of(Registration typed, DateOnly today, IEnumerable<string> passwordFaults)
    {
        var errors = new List<FormError>();
        void AddError(string field, string message) => errors.Add(new FormError(field, message));

        var name = PlainText.Trim(typed.Name);
        if (name.Length is < 2 or > NameLength || name.Any(char.IsControl)) AddError("name", "请填写您的姓名，与身份证上一致，2至50个字。");

        var fault = ResidentId.TryParse(typed.ResidentId, today, out var id);
        if (string.IsNullOrWhiteSpace(typed.ResidentId)) AddError("resident-id", "请填写身份证号码。");
        else if (fault != IdentifierFault.None) AddError("resident-id", ResidentId.Explain(fault));
        else if (id.BirthDate.AddYears(MinimumAge) > today)
            AddError("resident-id", "您还未满16周岁，暂时不能注册。年满16周岁后欢迎再来；有困难可以请监护人到当地人社窗口咨询。");

        if (!MobileNumber.TryParse(typed.Mobile, out var mobile)) AddError("mobile", MobileNumber.Explanation);

        var email = PlainText.Compact(typed.Email);
        if (email.Length > 0 && (email.Length > EmailLength || !MailAddress.TryCreate(email, out _)))
            AddError("email", "电子邮箱格式不正确，请核对；也可以不填。");

        if (string.IsNullOrEmpty(typed.Password)) AddError("password", "请设置密码。");
        foreach (var complaint in passwordFaults) AddError("password", complaint);
        if (!string.IsNullOrEmpty(typed.Password) && typed.Password != typed.PasswordAgain)
            AddError("password-again", "两次输入的密码不一样，请重新输入。");

        errors.AddRange(ConsentTexts.CurrentOnes.Select(text => ConsentCheck.Fault(text, typed.VersionFor(text.Kind))).OfType<FormError>());
        return new RegistrationCheck(name, id, mobile, email.Length == 0 ? null : email, errors);
    }
}
