using CsCheck;
using Portal.Domain.Applications;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class PeopleApplicationTests
{
    private static readonly WorkBasedTraining Training = new();

    private static readonly Measure[] WithPeople = [.. new MeasureCatalog().All.Where(measure => measure.Application.People is { IsEnrolment: false })];

    private static readonly FactSet Firm = FactSet.Empty(Training.Facts)
        .With(WorkBasedTraining.EnterpriseSize, StabilizationRefund.Small).With(WorkBasedTraining.StoppedByEpidemic, true);

    [Fact]
    public void People_who_are_alike_become_one_case_and_others_a_case_of_their_own()
    {
        var result = Assess(Trainee(WorkBasedTraining.Graduate, 6), Trainee(WorkBasedTraining.Employee, 6), Trainee(WorkBasedTraining.Graduate, 6), Trainee("other", 6));

        Assert.Equal([[0, 2], [1]], result.Groups.Select(group => group.Members));
        Assert.Equal(2, result.Groups[0].Facts[WorkBasedTraining.Trainees]);
        Assert.Equal([Money.Yuan(2 * 6 * 1810), Money.Yuan(6 * 400)], result.Groups.Select(group => group.Whole.Amount!.Value));
        Assert.Equal(Outcome.Ineligible, result.Each[3].Outcome);
    }

    [Fact]
    public void Nobody_who_qualifies_makes_no_case()
    {
        Assert.Empty(Assess(Trainee("other", 6)).Groups);
    }

    [Fact]
    public void People_who_are_only_named_are_one_case_whatever_their_number()
    {
        var measure = new TrainingSubsidy();
        var facts = FactSet.Empty(measure.Facts).With(TrainingSubsidy.EstimatedAmount, Money.Yuan(1000)).With(TrainingSubsidy.StartedOn, new DateOnly(2020, 11, 16));

        var result = PeopleApplication.Assess(measure, Terms(measure), facts, [FactSet.Empty(measure.Facts), FactSet.Empty(measure.Facts)]);

        Assert.Equal([0, 1], Assert.Single(result.Groups).Members);
        Assert.Equal(Money.Yuan(1000), result.Groups[0].Whole.Amount);
    }

    [Fact]
    public void Whoever_the_measure_cannot_count_is_a_case_of_their_own()
    {
        var measure = new PublicPostSubsidy();
        var person = FactSet.Empty(measure.Facts).With(PublicPostSubsidy.HireIsHardship, true).With(PublicPostSubsidy.Months, 3).With(PublicPostSubsidy.FullTime, true);

        Assert.Equal(2, PeopleApplication.Assess(measure, Terms(measure), FactSet.Empty(measure.Facts), [person, person]).Groups.Count);
    }

    [Fact]
    public void Everyone_who_qualifies_is_in_one_group_and_nobody_else() => Lists.Sample(list =>
    {
        var result = list.Assess();
        var grouped = result.Groups.SelectMany(group => group.Members).ToArray();
        return grouped.Length == grouped.Distinct().Count()
            && Enumerable.Range(0, list.People.Length).All(i => grouped.Contains(i) == (result.Each[i].Outcome == Outcome.Eligible));
    });

    [Fact]
    public void A_group_is_paid_what_its_people_are_but_for_half_a_fen_each() => Lists.Sample(list =>
        list.Assess() is var result && result.Groups.All(group =>
            group.Whole.Outcome == Outcome.Eligible
            && (group.Whole.Amount is not { } whole
                || Math.Abs(whole.Fen - group.Members.Sum(i => result.Each[i].Amount!.Value.Fen)) <= group.Members.Count / 2.0)));

    [Fact]
    public void The_order_of_the_list_does_not_matter_to_what_is_paid() => Lists.Sample(list =>
        list.Total == (list with { People = [.. list.People.Reverse()] }).Total);

    private static readonly Gen<Listed> Lists =
        from measure in Gen.OneOf(WithPeople)
        from firm in Gen.Int[0, 10_000]
        from people in Gen.Int[0, 10_000].Array[1, 12]
        select new Listed(
            measure, Only(FixedSituations.One(measure, firm).Facts, measure.Application.AskedOnce(measure)),
            [.. people.Select(seed => Only(FixedSituations.One(measure, seed).Facts, measure.Application.People!.Each))]);

    private static FactSet Only(FactSet facts, IEnumerable<Fact> asked) =>
        facts.Known.Except(asked).Aggregate(facts, (some, fact) => some.Without(fact));

    private sealed record Listed(Measure Measure, FactSet Firm, FactSet[] People)
    {
        public long Total => Assess().Groups.Sum(group => group.Whole.Amount?.Fen ?? 0);

        public PeopleResult Assess() => PeopleApplication.Assess(Measure, Terms(Measure), Firm, People);
    }

    private static PeopleResult Assess(params FactSet[] people) => PeopleApplication.Assess(Training, Terms(Training), Firm, people);

    private static FactSet Trainee(string category, int months) => FactSet.Empty(Training.Facts)
        .With(WorkBasedTraining.TraineeCategory, category).With(WorkBasedTraining.Months, months)
        .With(WorkBasedTraining.ContractMonths, 12).With(WorkBasedTraining.SocialInsurancePaid, true);

    private static Terms Terms(Measure measure) => measure.TermsFor(Situation.Rules, "210202", new DateOnly(2020, 11, 16));
}
