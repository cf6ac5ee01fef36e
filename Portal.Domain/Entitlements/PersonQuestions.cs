using Portal.Domain.Measures;

namespace Portal.Domain.Entitlements;

/// <summary>What several measures want to know of a person, asked once. What only one asks, its own fact asks.</summary>
internal static class PersonQuestions
{
    public static readonly IReadOnlyList<SurveyQuestion> Shared =
    [
        SurveyQuestion.Several("situation", "您现在是下面哪些情况？", "可以选几项；一项也没有，就选“都不是”。",
                new("flexible", "灵活就业，以灵活就业人员身份参加社会保险（如个体经营、网约车、家政等）"),
                new("rent", "自己创业，租了经营场地"),
                new("loan", "自己创业，新申请了创业担保贷款，或者准备申请"),
                new("unemployed", "失业了，已办理失业登记，正在找工作"),
                new("stopped", "受疫情影响，回不了原来的岗位上班"))
            .Chosen("flexible", FlexibleSocialInsurance.FlexiblyEmployed, PensionDeferral.FlexiblyEmployed)
            .NotChosen("rent", VenueSubsidy.MonthsRequested, "0")
            .NotChosen("loan", StartupLoanInterest.Principal, "0.00")
            .Chosen("unemployed", UnemploymentInsurance.RegisteredUnemployed)
            .Chosen("stopped", TemporaryRelief.UnableToReturnToWork),

        // A person of several categories is assessed as the one that yields most: the longer term, the larger advance.
        SurveyQuestion.Several("identity", "您符合下面哪些身份？", "可以选几项；一项也没有，就选“都不是”。就业困难人员要先由街道（乡镇）认定。",
                new("graduate", "高校毕业生"), new("hardship", "就业困难人员"), new("returnee", "出国（境）留学回国人员"),
                new("veteran", "退役军人"), new("returning-migrant", "返乡入乡农民工"), new("poverty", "贫困劳动力"))
            .FirstChosen(FlexibleSocialInsurance.PersonCategory, otherwise: "other", "hardship", "graduate")
            .FirstChosen(VenueSubsidy.PersonCategory, otherwise: "other", "returning-migrant", "graduate", "returnee", "veteran", "hardship", "poverty"),
    ];
}
