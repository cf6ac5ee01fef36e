using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Tests.Domain;

public sealed class SurveyTests
{
    private static readonly MeasureCatalog Catalog = new();
    private static readonly HashSet<string> NoneSkipped = [];
    private static readonly Survey Person = For(Audience.Person);
    private static readonly Survey Firm = For(Audience.Firm);

    private static readonly Dictionary<string, string> Graduate = new()
    {
        ["situation"] = "flexible",
        ["identity"] = "graduate",
        ["leftSchoolOn"] = "2019-07-01",
        ["contributionsPaid"] = "true",
        ["monthsClaimed"] = "6",
        ["flexible-social-insurance-monthsAlreadyPaid"] = "0",
        ["monthlyContribution"] = "1000.00",
        ["hasDifficulty"] = "false",
    };

    [Theory]
    [InlineData("2019-07-01", "10", null)]
    [InlineData("2019-07-01", "11", "最多可以申请10个月（2020年1月至2020年10月）")]
    [InlineData("2020-08-20", "4", "最多可以申请3个月（2020年8月至2020年10月）")]
    [InlineData("2020-11-10", "1", "2020年12月1日起可以申请")]
    public void Only_months_that_can_be_claimed_are_accepted(string leftSchoolOn, string months, string? fault)
    {
        var answers = new Dictionary<string, string>(Graduate) { ["leftSchoolOn"] = leftSchoolOn };

        var told = Person.Fault(Person.Questions.Find("monthsClaimed")!, months, answers);

        if (fault is null) Assert.Null(told);
        else Assert.Contains(fault, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_in_none_of_the_situations_is_done_after_one_question()
    {
        Assert.Equal("situation", Person.Next(new Dictionary<string, string>(), NoneSkipped)?.Id);
        var answers = new Dictionary<string, string> { ["situation"] = SurveyQuestion.None };
        Assert.Null(Person.Next(answers, NoneSkipped));
        Assert.All(Person.Judge(answers), standing => Assert.Equal(Outcome.Ineligible, standing.Outcome));
    }

    [Fact]
    public void Questions_of_one_measure_stay_together_and_no_more_are_asked_than_was_said()
    {
        foreach (var survey in (Survey[])[Person, Firm])
        {
            for (var seed = 0; seed < 40; seed++)
            {
                var (random, answers, skipped, asked, bound) = (new Random(seed), new Dictionary<string, string>(), new HashSet<string>(), new List<string>(), int.MaxValue);
                while (survey.Next(answers, skipped) is { } question)
                {
                    Assert.InRange(survey.AtMost(answers, skipped), 1, bound - 1);
                    bound = survey.AtMost(answers, skipped);
                    if (question.About is { } about && (asked.Count == 0 || asked[^1] != about.Code)) asked.Add(about.Code);
                    var samples = question.Form is null ? [SurveyQuestion.None, .. question.Choices.Select(choice => choice.Code)]
                        : question.Choices.Count > 0 ? [.. question.Choices.Select(choice => choice.Code)] : Samples(question);
                    if (random.Next(6) == 0) skipped.Add(question.Id);
                    else answers[question.Id] = samples[random.Next(samples.Length)];
                }

                // A measure is left only when nothing more of it is open to be asked; it is not come back to in between.
                Assert.True(asked.Count <= survey.Questions.Measures.Count + 1, $"seed {seed}: {string.Join(' ', asked)}");
            }
        }
    }

    private static string[] Samples(SurveyQuestion question) => question.Form!.Type switch
    {
        FactType.Count => ["0", "6", "12"],
        FactType.Money => ["0.00", "1000.00"],
        FactType.Rate => ["0", "0.05"],
        FactType.Date => ["2019-07-01", "2020-10-01"],
        _ => ["2020-08"],
    };

    [Fact]
    public void A_graduate_who_works_flexibly_is_told_one_certain_amount_and_why_not_the_rest()
    {
        Assert.Null(Person.Next(Graduate, NoneSkipped));
        var standings = Person.Judge(Graduate);

        var certain = Assert.Single(standings, standing => standing.Outcome == Outcome.Eligible);
        Assert.Equal((FlexibleSocialInsurance.MeasureCode, new Money(399996)), (certain.Measure.Code, certain.Assessment.Amount));
        Assert.Equal(new DateOnly(2021, 7, 2), certain.ForecastChange?.Day);
        var venue = standings.Single(standing => standing.Measure is VenueSubsidy);
        Assert.Equal("自己创业，租了经营场地", Assert.Single(venue.Changes).Gate?.Label);
    }

    [Fact]
    public void A_graduate_in_hardship_is_taken_for_whichever_is_not_ruled_out()
    {
        var both = new Dictionary<string, string>(Graduate) { ["identity"] = "graduate.hardship", ["flexible-social-insurance-monthsAlreadyPaid"] = "30" };

        Assert.Equal(FlexibleSocialInsurance.Hardship, Flexible(Person.Judge(both)).Facts[FlexibleSocialInsurance.PersonCategory]);
        Assert.Equal(Outcome.Eligible, Flexible(Person.Judge(both)).Outcome);
    }

    [Fact]
    public void A_contract_is_asked_for_once_and_tells_three_measures()
    {
        var answers = new Dictionary<string, string> { ["contract"] = "0" };
        var standings = Firm.Judge(answers);

        Assert.Equal(0, Facts<HiringGrant>()[HiringGrant.ContractMonths]);
        Assert.Equal(0, Facts<WorkBasedTraining>()[WorkBasedTraining.ContractMonths]);
        Assert.False(Facts<PostSubsidy>()[PostSubsidy.ContractSigned]);

        FactSet Facts<T>() => standings.Single(standing => standing.Measure is T).Facts;
    }

    [Fact]
    public void A_possible_measure_tells_its_amount_as_soon_as_the_amounts_own_facts_are_known()
    {
        var answers = new Dictionary<string, string> { ["situation"] = "unemployed" };
        Assert.Null(Benefit().Expected);

        answers["contributionYears"] = "2";

        Assert.Equal(Outcome.Incomplete, Benefit().Outcome);
        Assert.NotNull(Benefit().Expected);

        Standing Benefit() => Person.Judge(answers).Single(standing => standing.Measure is UnemploymentInsurance);
    }

    [Fact]
    public void A_year_without_published_holidays_is_no_hindrance()
    {
        var late = new Survey(Person.Questions, Situation.Rules, "210202", new DateOnly(2026, 12, 30));

        var flexible = Flexible(late.Judge(new Dictionary<string, string>(Graduate) { ["leftSchoolOn"] = "2026-07-01" }));

        Assert.Equal((Outcome.Eligible, new DateOnly(2028, 7, 2)), (flexible.Outcome, flexible.ForecastChange?.Day));
    }

    [Fact]
    public void Ids_are_unlike_and_every_required_fact_can_be_told() =>
        Assert.All(new[] { Person, Firm }, survey =>
        {
            Assert.Equal(survey.Questions.All.Count, survey.Questions.All.Select(question => question.Id).Distinct().Count());
            foreach (var measure in survey.Questions.Measures)
                Assert.Empty(measure.Facts.Facts.Where(fact => !fact.Optional).Except(survey.Questions.All.SelectMany(question => question.Tells(measure))));
        });

    [Theory]
    [InlineData("rubbish", 1)]
    [InlineData("2&identity=graduate", 1)]
    [InlineData("1&identity=graduate&nonsense=1&monthsClaimed=many", 2)]
    [InlineData("1&identity=graduate.king&place=999999&skip=involuntary.nothing", 3)]
    [InlineData("1&identity", 1)]
    [InlineData("1&=&%zz=%", 2)]
    public void What_cannot_be_read_in_a_link_is_left_out_and_counted(string text, int expected)
    {
        var sheet = AnswerSheet.Read(text, Person.Questions, Portal.Casework.Rulebooks.RulebookSource.Shipped().Regions, new DateOnly(2020, 11, 16), out var ignored);

        Assert.Equal(expected, ignored);
        Assert.DoesNotContain(sheet.Answers, answer => answer.Key != "identity");
        Assert.True(sheet.Place.Length == 0 && sheet.Skipped.IsSubsetOf(["involuntary"]));
    }

    [Fact]
    public void A_link_longer_than_any_sheet_is_not_read_at_all() =>
        Assert.Empty(AnswerSheet.Read("1&identity=graduate&" + new string('x', 5000), Person.Questions, Portal.Casework.Rulebooks.RulebookSource.Shipped().Regions, new DateOnly(2020, 11, 16), out _).Answers);

    [Fact]
    public void Two_measures_for_the_same_month_are_told_to_exclude_each_other()
    {
        var standings = Firm.Judge(new Dictionary<string, string>
        {
            ["activity"] = "hire.public-post",
            ["people"] = "hardship",
            ["contract"] = "12",
            ["insured"] = "true",
            ["post-subsidy-hires"] = "1",
            ["firstMonth"] = "2020-11",
            ["post-subsidy-months"] = "6",
            ["public-post-subsidy-months"] = "6",
            ["fullTime"] = "true",
        });

        Assert.Single(Portal.Domain.Cases.NotCombined.Among(standings.Where(standing => standing.Outcome == Outcome.Eligible).Select(standing => standing.Measure.Code)));
    }

    private static Survey For(Audience audience) => new(new SurveyQuestions(Catalog, audience), Situation.Rules, "210202", new DateOnly(2020, 11, 16));

    private static Standing Flexible(IReadOnlyList<Standing> standings) => standings.Single(standing => standing.Measure is FlexibleSocialInsurance);
}
