using Portal.Casework.Schedule;
using Portal.Features.Desk.Review.People;

namespace Portal.Features.Desk.Review;

/// <summary>The caseworkers' desk: the queue, the cases, and the steps on a case.</summary>
public static class DeskFeature
{
    public static void AddDesk(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<CaseAssessor>()
        .AddSingleton<CaseSteps>()
        .AddSingleton<DoubleBenefitCheck>()
        .AddSingleton<DeadlineCheck>()
        .AddSingleton<AssignCase>()
        .AddSingleton(CorrectionOptions.From(builder.Configuration))
        .AddSingleton<CorrectionDue>()
        .AddSingleton<RequestCorrection>()
        .AddSingleton<ExtendCorrection>()
        .AddSingleton<EndCorrection>()
        .AddSingleton<ProposeApproval>()
        .AddSingleton<ProposeRefusal>()
        .AddSingleton<DecideCase>()
        .AddSingleton<PeopleSteps>()
        .AddSingleton<ExaminePeople>()
        .AddSingleton<VerifyPerson>()
        .AddSingleton<VerifyFacts>()
        .AddSingleton<ShowPeople>()
        .AddSingleton<CaseActions>()
        .AddSingleton<ShowCase>()
        .AddSingleton<SearchCases>()
        .AddSingleton<ListCases>()
        .AddSingleton<ListQueue>()
        .AddDailyTask<ResumeParkedCases>()
        .AddDailyTask<MarkLateCases>()
        .AddDailyTask<RemindOwners>()
        .AddDailyTask<ReturnUnanswered>();
}
