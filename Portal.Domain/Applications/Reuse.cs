using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Domain.Applications;

/// <summary>For how long what somebody said once may be put before them again instead of being asked anew.</summary>
public static class Reuse
{
    /// <summary>What stays as it is until the person says otherwise.</summary>
    private static readonly HashSet<Fact> Lasting =
    [
        FlexibleSocialInsurance.PersonCategory, FlexibleSocialInsurance.LeftSchoolOn, FlexibleSocialInsurance.MonthlyContribution,
        VenueSubsidy.PersonCategory, VenueSubsidy.MonthlyRent,
        StabilizationRefund.EnterpriseSize, WorkBasedTraining.EnterpriseSize,
    ];

    /// <summary>What is counted for the year before, and so holds for the rest of a year.</summary>
    private static readonly HashSet<Fact> OfTheYear =
    [
        StabilizationRefund.InsuredHeadcount, StabilizationRefund.PremiumsPaidLastYear, StabilizationRefund.PremiumMonthsPaid, StabilizationRefund.LayoffRate,
    ];

    /// <summary>Declarations of the moment, and what one application, loan or training is about: always asked anew.</summary>
    /// <remarks>A test holds that every fact a form asks once stands in one of the three lists.</remarks>
    public static readonly IReadOnlySet<Fact> AskedAnew = new HashSet<Fact>
    {
        FlexibleSocialInsurance.FlexiblyEmployed, FlexibleSocialInsurance.ContributionsPaid, FlexibleSocialInsurance.MonthsClaimed, FlexibleSocialInsurance.MonthsAlreadyPaid,
        VenueSubsidy.MonthsRequested, VenueSubsidy.MonthsAlreadyPaid, VenueSubsidy.OperatingMonths,
        StabilizationRefund.SeriousDishonesty, StabilizationRefund.ZombieEnterprise,
        HiringGrant.PremiumReliefPeriod, WorkBasedTraining.StoppedByEpidemic,
        StartupLoanInterest.Unemployed, StartupLoanInterest.Vehicle, StartupLoanInterest.Principal, StartupLoanInterest.AnnualRate, StartupLoanInterest.TermMonths,
        PensionDeferral.FlexiblyEmployed, PensionDeferral.HasDifficulty, PensionDeferral.ContributionYear,
        UnemploymentInsurance.ContributionYears, UnemploymentInsurance.Involuntary, UnemploymentInsurance.RegisteredUnemployed,
        TemporaryRelief.UnableToReturnToWork, TemporaryRelief.MonthsWithoutIncome, TemporaryRelief.InHardship, TemporaryRelief.CoveredByUnemploymentInsurance,
        TemporaryRelief.ReceivesMinimumLivingAllowance, TemporaryRelief.HabitualResident, TemporaryRelief.ReliefAlreadyReceived,
        ApprenticeshipTraining.TrainingMonths, ApprenticeshipTraining.StartedOn, ApprenticeshipTraining.Level, ApprenticeshipTraining.CostlyOrScarce,
        TrainingSubsidy.EstimatedAmount, TrainingSubsidy.StartedOn, TrainingSubsidy.HalfwayOn, TrainingSubsidy.PassedAcceptance,
        TrainingSubsidy.NoticeEndedOn, TrainingSubsidy.FinalAmount,
        InternshipSubsidy.RetainedGraduates, InternshipSubsidy.EmployerInsuranceSubsidy,
    };

    public static bool IsKnown(Fact fact) => Lasting.Contains(fact) || OfTheYear.Contains(fact) || AskedAnew.Contains(fact);

    /// <summary>Whether what was said on a day may be put before somebody on a later one.</summary>
    public static bool Holds(Fact fact, DateOnly saidOn, DateOnly today) =>
        Lasting.Contains(fact) || OfTheYear.Contains(fact) && saidOn.Year == today.Year;
}
