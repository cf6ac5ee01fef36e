using static Portal.Domain.Notice.ApplicantGroup;

namespace Portal.Domain.Notice;

/// <summary>Clauses 11 to 22: training, protection, oversight and delivery.</summary>
internal static class LaterClauses
{
    private const string HumanResourcesAndFinance = "省人力资源社会保障厅、省财政厅";

    public static readonly IReadOnlyList<Clause> Training =
    [
        new(11, "带学徒有培训补贴", ClauseKind.Assessed)
        {
            Summary = "2020年至2021年，企业给新招的毕业生或在职青年职工办1年以上新型学徒制培训的，领职业培训补贴；紧缺职业可以上浮。",
            Departments = HumanResourcesAndFinance,
            Groups = [Employer],
        },
        new(12, "培训补贴提前拨付", ClauseKind.Assessed)
        {
            Summary = "培训补贴分三步到账：开班后先付一半，培训过半再付四分之一，验收合格并公示后付清；没通过验收的，收回预拨的钱。",
            Departments = HumanResourcesAndFinance,
            Groups = [TrainingBody],
        },
        new(13, "就业见习补贴", ClauseKind.Assessed)
        {
            Summary = "接收见习人员的单位按人数和月数领补贴，先拨一半；因疫情中断的顺延；毕业生期满留用的，还可以预拨社保补贴。",
            Departments = "省人力资源社会保障厅、省财政厅、省教育厅",
            Groups = [InternshipHost, Graduate],
            NotYet = "毕业生见习岗位和“浸润行动”报名还没有开通，“浸润行动”的细则由省里另行制定。",
        },
    ];

    public static readonly IReadOnlyList<Clause> Protection =
    [
        new(14, "临时性公益性岗位", ClauseKind.Assessed)
        {
            Summary = "新开发的城镇公益性岗位以短期、临时为主，用来安置就业困难人员，最长6个月；岗位补贴按最低工资标准计算。",
            Departments = HumanResourcesAndFinance,
            Groups = [Hardship, Employer],
            NotYet = "岗位信息和上岗申请还没有开通。",
        },
        new(15, "失业和困难群众的基本生活", ClauseKind.Assessed)
        {
            Summary = "失业人员按规定领失业保险金等待遇；没有参保又连续3个月没有收入的，可以申请一次性临时救助；缴养老保险费有困难的灵活就业人员可以缓缴。",
            Departments = "省人力资源社会保障厅、省财政厅、省民政厅",
            Groups = [Jobless, Migrant, FlexibleWorker],
            NotYet = "失业补助金、一次性生活补助、临时生活补助的申领和低保衔接还没有开通。",
        },
    ];

    public static readonly IReadOnlyList<Clause> Oversight =
    [
        new(16, "督查考核各市", ClauseKind.Board)
        {
            Summary = "定期督导各地落实就业政策，年底考核14个市，做得好的通报表扬、资金倾斜。",
            Departments = HumanResourcesAndFinance,
            Groups = [Government],
            NotYet = "考核看板还没有开通。",
        },
        new(17, "奖励资金", ClauseKind.Board)
        {
            Summary = "考核前三名的市分别奖励500万元、300万元、100万元，并入当地就业补助资金；确实缺资金的市，由省级调剂金给予支持。",
            Departments = HumanResourcesAndFinance,
            Groups = [Government],
            NotYet = "奖励排名还没有开通。",
        },
        new(18, "评选先进", ClauseKind.Guide)
        {
            Summary = "评选100个就业创业先进集体、100名先进个人和100名创业带动就业先进个人，推广他们的经验。",
            Departments = "省人力资源社会保障厅、省委宣传部",
            NotYet = "网上推荐和评审还没有开通。",
        },
    ];

    public static readonly IReadOnlyList<Clause> Delivery =
    [
        new(19, "管好就业资金", ClauseKind.Board)
        {
            Summary = "各类就业资金统筹使用，看住用途和效果，该补的补到位。",
            Departments = "省财政厅、省人力资源社会保障厅",
            Groups = [Government],
            Now = "每一笔补贴从核定、拨付到银行回执都在本站记账、对账；申请人在“我的办理”里看自己的钱到了哪一步。",
            NotYet = "对外公开的资金看板还没有开通。",
        },
        new(20, "政策落实到人", ClauseKind.Information)
        {
            Summary = "公开政策清单、受理机构和办结时限，精简材料，尽量网上办、少跑腿；用数据筛查符合条件的企业，收到申报后5个工作日内拨付资金。",
            Departments = HumanResourcesAndFinance,
            Now = "政策清单、办事指南、网上申请、查进度和免申即享的筛查都在本站；先回答问卷，几项政策可以一次申请，共同的问题和材料只填一次、传一次。",
        },
        new(21, "就业创业服务攻坚", ClauseKind.Guide)
        {
            Summary = "给离校未就业毕业生、登记失业人员、农民工和建档立卡贫困劳动力讲政策、做指导、介绍工作、推荐培训。",
            Departments = "省人力资源社会保障厅",
            Groups = [Graduate, Jobless, Migrant, Poverty],
            NotYet = "失业登记和就业服务的网上办理还没有开通。",
        },
        new(22, "防范失业风险", ClauseKind.Board)
        {
            Summary = "监测重点地区、项目、企业和人群的就业变化，提前做好应对裁员和失业的准备。",
            Departments = "省人力资源社会保障厅、省统计局、国家统计局辽宁调查总队",
            Groups = [Government],
            NotYet = "失业监测看板还没有开通。",
        },
    ];
}
