using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Tests.Features.Citizen.Apply;

/// <summary>One form for each measure that an eligible applicant would fill in; none stands in another's way.</summary>
internal static class EligibleForms
{
    private static readonly string[] Ids = ["210102199203074252", "210102199203074260", "210102199203074279"];

    public static DraftContent For(string measure) => measure switch
    {
        "stabilization-refund" => ApplyScene.Refund(),
        "hiring-grant" => ApplyScene.Hiring(ApplyScene.GraduateHire(Ids[0])),
        "flexible-social-insurance" => ApplyScene.Flexible(),
        "startup-loan-interest" => ApplyScene.Loan(),
        "temporary-relief" => ApplyScene.Relief(),
        "work-based-training" => Firm(measure, new() { ["enterpriseSize"] = "small", ["stoppedByEpidemic"] = "true" }, "",
            Person(0, "2020-08", "2020-08-03", ("traineeCategory", "graduate"), ("contractMonths", "12"), ("socialInsurancePaid", "true"), ("months", "3")),
            Person(1, "2020-09", "2020-09-01", ("traineeCategory", "employee"), ("months", "2"))),
        "post-subsidy" => Firm(measure, [], "",
            Person(0, "", "2020-10-20", ("hireIsHardship", "true"), ("contractSigned", "true"), ("socialInsurancePaid", "true"), ("firstMonth", "2020-11"), ("months", "3"))),
        "apprenticeship-training" => Firm(measure,
            new() { ["startedOn"] = "2020-09-01", ["trainingMonths"] = "12", ["level"] = "mid", ["costlyOrScarce"] = "false" }, "PX-2020-1",
            Person(0, "", ("traineeKind", "graduate")), Person(1, "", ("traineeKind", "young-employee"))),
        "training-subsidy" => Firm(measure, new() { ["estimatedAmount"] = "10000", ["startedOn"] = "2020-11-10" }, "PX-2020-2", Person(0, ""), Person(1, "")),
        "internship-subsidy" => Firm(measure, [], "", Person(0, "2020-08", ("months", "6"), ("interruptedMonths", "0")), Person(1, "2020-08", ("months", "6"), ("interruptedMonths", "0"))),
        "public-post-subsidy" => Firm(measure, [], "",
            Person(0, "2020-06", ("hireIsHardship", "true"), ("months", "3"), ("fullTime", "true")), Person(1, "2020-06", ("hireIsHardship", "true"), ("months", "3"), ("fullTime", "true"))),
        "venue-subsidy" => Own(measure, "2020-09", "",
            new() { ["personCategory"] = "graduate", ["monthlyRent"] = "2000", ["monthsRequested"] = "12", ["monthsAlreadyPaid"] = "0" }),
        "unemployment-insurance" => Own(measure, "", "2019-12-02", new() { ["contributionYears"] = "3", ["involuntary"] = "true", ["registeredUnemployed"] = "true" }),
        "pension-deferral" => Own(measure, "", "", new() { ["flexiblyEmployed"] = "true", ["hasDifficulty"] = "true", ["contributionYear"] = "2020" }),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private static DraftContent Own(string measure, string firstMonth, string startedOn, Dictionary<string, string> answers) => new()
    {
        Place = ApplyScene.Dalian,
        Bank = "样例银行大连分行",
        Account = ApplyScene.ValidCard,
        Measures = { new MeasureAnswers { Code = measure, FirstMonth = firstMonth, StartedOn = startedOn, Answers = answers } },
    };

    private static DraftContent Firm(string measure, Dictionary<string, string> answers, string training, params PersonEntry[] people) =>
        ApplyScene.ForFirm(new MeasureAnswers { Code = measure, Answers = answers, TrainingNumber = training, People = [.. people] });

    private static PersonEntry Person(int at, string firstMonth, params (string Fact, string Text)[] answers) => Person(at, firstMonth, "", answers);

    private static PersonEntry Person(int at, string firstMonth, string startedOn, params (string Fact, string Text)[] answers) => new()
    {
        Name = $"第{at + 1}位",
        ResidentId = Ids[at],
        FirstMonth = firstMonth,
        StartedOn = startedOn,
        Answers = answers.ToDictionary(answer => answer.Fact, answer => answer.Text),
    };
}
