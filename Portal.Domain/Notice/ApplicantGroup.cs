namespace Portal.Domain.Notice;

/// <summary>Who somebody is, as far as the notice tells people apart; the choices of the list's filter.</summary>
/// <remarks>A group says for whom a clause is written, never that everybody in it is entitled: the conditions do that.</remarks>
/// <param name="Code">In addresses, such as <c>graduate</c>.</param>
public sealed record ApplicantGroup(string Code, string Name)
{
    public static readonly ApplicantGroup Graduate = new("graduate", "高校毕业生");
    public static readonly ApplicantGroup Jobless = new("jobless", "失业、未就业人员");
    public static readonly ApplicantGroup Hardship = new("hardship", "就业困难人员");
    public static readonly ApplicantGroup FlexibleWorker = new("flexible-worker", "灵活就业人员");
    public static readonly ApplicantGroup Founder = new("founder", "创业者");
    public static readonly ApplicantGroup Migrant = new("migrant", "农民工");
    public static readonly ApplicantGroup Veteran = new("veteran", "退役军人");
    public static readonly ApplicantGroup Returnee = new("returnee", "留学回国人员");
    public static readonly ApplicantGroup Poverty = new("poverty", "贫困劳动力");
    public static readonly ApplicantGroup Livestreamer = new("livestreamer", "电商直播从业者");
    public static readonly ApplicantGroup SoleTrader = new("sole-trader", "个体工商户");
    public static readonly ApplicantGroup Employer = new("employer", "企业和其他用人单位");
    public static readonly ApplicantGroup TrainingBody = new("training-body", "培训机构");
    public static readonly ApplicantGroup InternshipHost = new("internship-host", "见习单位");
    public static readonly ApplicantGroup Government = new("government", "政府部门");

    public static readonly IReadOnlyList<ApplicantGroup> All =
    [
        Graduate, Jobless, Hardship, FlexibleWorker, Founder, Migrant, Veteran, Returnee, Poverty, Livestreamer,
        SoleTrader, Employer, TrainingBody, InternshipHost, Government,
    ];

    public static ApplicantGroup? Find(string? code) => All.FirstOrDefault(group => group.Code == code);
}
