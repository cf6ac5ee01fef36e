using Portal.Domain.Deadlines;

namespace Portal.Features.Citizen.Privacy;

/// <summary>A kind of personal data that the portal keeps, in the words of the notice (个人信息保护法 art. 17).</summary>
/// <remarks>Whoever lets the portal keep something new adds it here, and a version of the consent text if applications need it.</remarks>
public sealed record KeptData(string What, string Why, string Ground, string HowLong)
{
    private const string Duty = "法定职责，并经您同意";
    private const string Sensitive = "法定职责，并经您单独同意";

    /// <summary>An account that is still in use keeps its cases; see <see cref="EraseExpired"/>.</summary>
    private static readonly string Term = $"办结后{RetentionTerm.Years}年；那时账号还在用的，到您注销为止";

    private static readonly string AtLeast = $"不少于办结后{RetentionTerm.Years}年";

    public static readonly IReadOnlyList<KeptData> All =
    [
        new("姓名、手机号、电子邮箱（选填）、密码的摘要", "登录，告诉您办到哪一步", "您注册时同意", "到您注销账号为止"),
        new("身份证号码", "确认是您本人，防止冒领", Sensitive, "到您注销账号为止；补贴记录里只留算不回去的标记，随办件保存"),
        new("没有提交的申请和材料", "下次接着填", Duty, "到您删除或者注销账号为止"),
        new("我的证照里存的证照", "以后申请不用再传", "您自己存的", "到您删除或者注销账号为止；企业的证照归企业"),
        new("申请里填报的情况和上传的材料，有的会说明您的困难（就业困难人员、低保等）", "核实符不符合条件", Sensitive, Term),
        new("收款户名、开户银行、银行账号", "把钱付给您", Sensitive, Term),
        new("核算的依据和结果、办理的经过（谁在什么时候做了什么）、拨付的金额", "说得清每一分钱，谁也改不了", "法定职责", "长期；经过里写着当时由谁办理，包括申请人的姓名"),
        new("企业申请里的人员（招用、培训、见习等）的姓名和身份证号码，由企业填报", "核实企业的补贴，防止一人重复申领", "法定职责", AtLeast),
        new("企业的信用代码、账户、谁替企业办事、授权书", "确认能代表企业", Duty, "企业的办件保存多久就多久"),
        new("对公示提出异议的人的姓名、电话和理由", "核实异议，告诉您结果", "法定职责", AtLeast),
        new("发给您的消息、您的评价", "告诉您进展，改进服务", Duty, "到您注销账号为止；评价的分数随办件保存"),
        new("您同意和撤回的记录、谁看过您信息的记录", "您查得到，出了问题追得到", "法定职责", "长期"),
    ];
}
