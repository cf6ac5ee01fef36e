using Portal.Domain.Measures;

namespace Portal.Domain.Entitlements;

/// <summary>What several measures want to know of a firm, asked once. What only one asks, its own fact asks.</summary>
internal static class FirmQuestions
{
    public static readonly IReadOnlyList<SurveyQuestion> Shared =
    [
        SurveyQuestion.Several("activity", "您单位做了，或者准备做下面哪些事？", "可以选几项；一项也没有，就选“都不是”。",
                new("hire", "新招用员工"),
                new("on-the-job", "以工代训：让新招用的人员，或停工期间的职工，边干边学"),
                new("apprentice", "新型学徒制培训"),
                new("training", "作为培训机构，举办补贴性职业培训班"),
                new("intern", "接收人员就业见习"),
                new("public-post", "用临时性公益性岗位安置人员"))
            .NotChosen("hire", HiringGrant.Hires, "0")
            .NotChosen("hire", PostSubsidy.Hires, "0")
            .NotChosen("on-the-job", WorkBasedTraining.Trainees, "0")
            .NotChosen("apprentice", ApprenticeshipTraining.Trainees, "0")
            .NotChosen("training", TrainingSubsidy.EstimatedAmount, "0.00")
            .NotChosen("intern", InternshipSubsidy.Interns, "0")
            .NotChosen("public-post", PublicPostSubsidy.Months, "0"),

        // Training pays hires by the minimum wage and staff of stopped firms less, so staff come last.
        SurveyQuestion.Several("people", "新招用、以工代训或安置的是下面哪些人员？", "可以选几项，按签订合同时的身份选；一项也没有，就选“都不是”。就业困难人员要先由街道（乡镇）认定。",
                new("graduate", "高校毕业生"), new("registered-unemployed", "登记失业人员"), new("hardship", "就业困难人员"),
                new("zero-employment-family", "零就业家庭成员"), new("employee", "停工停产期间参加以工代训的在职职工"))
            .FirstChosen(HiringGrant.HireCategory, otherwise: "other", "graduate", "registered-unemployed")
            .FirstChosen(WorkBasedTraining.TraineeCategory, otherwise: "other", "graduate", "hardship", "zero-employment-family", "registered-unemployed", "employee")
            .Chosen("hardship", PostSubsidy.HireIsHardship, PublicPostSubsidy.HireIsHardship),

        SurveyQuestion.Of("size", StabilizationRefund.EnterpriseSize).TellsToo(WorkBasedTraining.EnterpriseSize),

        // Whoever has agreed on a length has signed.
        (SurveyQuestion.Of("contract", HiringGrant.ContractMonths) with { Help = "与新招用人员签的劳动合同有多长；无固定期限填 999，没有签填 0。" })
            .TellsToo(WorkBasedTraining.ContractMonths)
            .Tells(PostSubsidy.ContractSigned, months => months == "0" ? "false" : "true"),

        SurveyQuestion.Of("insured", HiringGrant.SocialInsurancePaid).TellsToo(WorkBasedTraining.SocialInsurancePaid, PostSubsidy.SocialInsurancePaid),
    ];
}
