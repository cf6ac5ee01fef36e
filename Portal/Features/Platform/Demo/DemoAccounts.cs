using Portal.Access;

namespace Portal.Features.Platform.Demo;

/// <param name="Place">For staff: the place that bounds their records.</param>
public sealed record DemoAccount(string Account, string Name, string Title, string[] Roles, string? Place, string? ResidentId = null, string? Mobile = null);

/// <summary>The people of the demo. All identifiers are synthetic: sequence 000 is never issued.</summary>
public static class DemoAccounts
{
    public const string Password = "Demo-2020-11";

    private const string Province = "210000";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("graduate", "李晓雨", "高校毕业生", [Roles.Applicant], null, "210102199901010002", "13000000001"),
        new("hr", "王海燕", "企业人事", [Roles.Applicant, Roles.Member], null, "210202199001010002", "13000000002"),
        new("operator", "陈立新", "经办人员", [Roles.Operator], Province),
        new("reviewer", "赵敏", "审核人员", [Roles.Reviewer], Province),
        new("approver", "孙建国", "复核人员", [Roles.Approver], Province),
        new("reviewer2", "钱伟", "审核人员", [Roles.Reviewer], Province),
        new("approver2", "冯丽", "复核人员", [Roles.Approver], Province),
        new("finance", "周静", "财务人员", [Roles.Finance], Province),
        new("supervisor", "吴强", "督查人员", [Roles.Supervisor], Province),
        new("auditor", "郑文", "审计人员", [Roles.Auditor], Province),
        new("admin", "管理员", "系统管理员", [Roles.Administrator], Province),
    ];
}
