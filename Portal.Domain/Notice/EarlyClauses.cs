using static Portal.Domain.Notice.ApplicantGroup;

namespace Portal.Domain.Notice;

/// <summary>Clauses 1 to 10: growth, employers, flexible work and start-ups.</summary>
internal static class EarlyClauses
{
    public static readonly IReadOnlyList<Clause> Growth =
    [
        new(1, "重大项目带动就业", ClauseKind.Board)
        {
            Summary = "抓紧建设一批重大项目，资金优先投给能多招人的产业，项目建起来，岗位跟着来。",
            Departments = "省就业工作领导小组有关成员单位",
            NotYet = "重大项目和用工需求的信息板还没有开通。",
        },
        new(2, "直播电商等新业态", ClauseKind.Guide)
        {
            Summary = "支持平台经济和直播电商：符合条件的直播示范基地、直播企业和从业人员，可以按实际情况得到就业创业补贴和服务补助。",
            Lead = "省商务厅、省人力资源社会保障厅、省财政厅",
            Departments = "省就业工作领导小组有关成员单位",
            Groups = [Livestreamer, Employer],
            NotYet = "网上申请还没有开通，补助标准也还没有公布。",
        },
        new(3, "消费和社区服务带动就业", ClauseKind.Information)
        {
            Summary = "办促消费活动，建夜间消费集聚区，发展社区、养老、托幼、心理疏导等服务，让这些行业多用人。",
            Lead = "省商务厅、省民政厅",
            Departments = "省就业工作领导小组有关成员单位",
            NotYet = "活动和岗位信息还没有开通。",
        },
        new(4, "个体工商户转为企业", ClauseKind.SelfCheck)
        {
            Summary = "帮个体工商户渡过难关；愿意转成企业的，引导扩大规模、改善管理，多吸纳就业。",
            Lead = "省市场监管局",
            Departments = "省“个转企”“小升规”工作领导小组有关成员单位",
            Groups = [SoleTrader],
            NotYet = "“个转企”自查和跟踪服务还没有开通。",
        },
    ];

    public static readonly IReadOnlyList<Clause> Employers =
    [
        new(5, "帮企业稳住岗位", ClauseKind.Assessed)
        {
            Summary = "不裁员、少裁员的参保企业可以拿回上年度的失业保险费，小企业不用申请；开展以工代训的企业另有补贴。",
            Departments = "省人力资源社会保障厅、省税务局、省财政厅、省发展改革委",
            Groups = [Employer],
            Now = "10人以下企业的稳岗返还由经办机构主动筛查，免申即享。",
            NotYet = "税费减免和重点企业用工服务还没有开通。",
        },
        new(6, "招人有补贴", ClauseKind.Assessed)
        {
            Summary = "招用登记失业半年以上人员、高校毕业生的企业有一次性补贴；招用就业困难人员的单位按当地最低工资的一半领岗位补贴。",
            Departments = "省人力资源社会保障厅、省财政厅",
            Groups = [Employer],
        },
    ];

    public static readonly IReadOnlyList<Clause> Founders =
    [
        new(7, "灵活就业有社保补贴", ClauseKind.Assessed)
        {
            Summary = "就业困难人员和离校2年内未就业的毕业生灵活就业、自己缴社保的，可以领补贴；毕业生期满后当地还可以延长，最多6个月。",
            Departments = "省人力资源社会保障厅、省财政厅、省科技厅",
            Groups = [Hardship, Graduate, FlexibleWorker],
            NotYet = "大学科技园、孵化器、众创空间的信息还没有开通。",
        },
        new(8, "低成本创业场地", ClauseKind.Assessed)
        {
            Summary = "六类人员租场地创业，最多可以领24个月场地补贴；有条件的市把闲置空间改成免费的经营场地。",
            Departments = "省人力资源社会保障厅、省财政厅、省住房城乡建设厅",
            Groups = [Founder, Graduate, Jobless, Migrant, Hardship],
            NotYet = "国有房产减租、免费经营场地的名录和申请还没有开通。",
        },
        new(9, "创业担保贷款贴息", ClauseKind.Assessed)
        {
            Summary = "未就业人员借夜经济、小店经济、网约车等创业，10万元以内、12个月以内的创业担保贷款由财政贴息，中央、省、市县按比例分担。",
            Departments = "省人力资源社会保障厅、省财政厅、省金融监管局",
            Groups = [Founder, Jobless],
        },
        new(10, "经营许可和登记", ClauseKind.SelfCheck)
        {
            Summary = "要办行业许可的，几个部门一起办、一次办好。在政府指定的时间地点卖农副产品和日用品，或者靠手艺做不需要许可的便民劳务，不用营业执照；网上开店的可以用网络经营场所登记个体工商户。",
            Departments = "省市场监管局、省营商局，各行业准入审批部门",
            Groups = [SoleTrader, Founder, FlexibleWorker],
            NotYet = "“我要不要办执照”自查和许可清单还没有开通。",
        },
    ];
}
