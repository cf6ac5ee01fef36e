using Portal.Access;
using Portal.Domain.Places;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Administration.Staff;

/// <summary>What an administrator typed to open a staff account, as it was typed.</summary>
public sealed record StaffForm
{
    public string? Account { get; set; }

    public string? Name { get; set; }

    public string? Place { get; set; }

    public List<string>? Roles { get; set; }
}

/// <summary>Reads a staff form; what cannot be read is told field by field.</summary>
internal sealed record StaffCheck(string Account, string Name, string Place, string[] Roles, List<FormError> Errors)
{
    public static StaffCheck Of(StaffForm typed, Actor actor, RegionDirectory regions)
    {
        var errors = new List<FormError>();
        var account = PlainText.Compact(typed.Account).ToLowerInvariant();
        // Begins with a letter: an account of digits could be taken for somebody's mobile number.
        if (account.Length is < 3 or > 32 || !char.IsAsciiLetterLower(account[0]) || !account.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            errors.Add(new FormError("account", "账号用3至32个小写字母、数字、点或横线，以字母开头。"));

        var name = PlainText.Trim(typed.Name);
        if (name.Length is < 2 or > 50 || name.Any(char.IsControl)) errors.Add(new FormError("name", "请填写姓名，2至50个字。"));

        var place = typed.Place ?? "";
        if (!regions.Contains(place)) errors.Add(new FormError("place", "请选择负责的地区。"));
        else if (!actor.MayAs(Access.Roles.Administrator, place)) errors.Add(new FormError("place", "只能开设您负责地区内的账号，请重新选择地区。"));

        var roles = (typed.Roles ?? []).Distinct().ToArray();
        if (roles.Length == 0 || roles.Any(role => StaffRoles.All.All(known => known.Role != role)))
            errors.Add(new FormError("roles", "请至少选择一个岗位。"));
        return new StaffCheck(account, name, place, roles, errors);
    }
}
