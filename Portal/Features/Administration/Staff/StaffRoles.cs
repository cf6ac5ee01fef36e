using Portal.Access;

namespace Portal.Features.Administration.Staff;

/// <summary>The roles a staff account may hold, as the pages call them.</summary>
internal static class StaffRoles
{
    public static readonly IReadOnlyList<(string Role, string Does)> All =
    [
        (Roles.Operator, "上传名单、公示、放行"),
        (Roles.Reviewer, "受理申请、提出意见"),
        (Roles.Approver, "决定别人提出的意见"),
        (Roles.Finance, "登记拨付"),
        (Roles.Supervisor, "查看各地进度，复核标准和节假日的修改"),
        (Roles.Auditor, "查看记录"),
        (Roles.Administrator, "开设工作人员账号，提出标准和节假日的修改"),
    ];
}
