using CsCheck;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Tests.Domain;

/// <summary>Laws of the questionnaire, whoever answers it.</summary>
public sealed class SurveyLawTests
{
    private static readonly DateOnly Day = new(2020, 11, 16);

    private static readonly MeasureCatalog Catalog = new();
    private static readonly SurveyQuestions[] Both = [new(Catalog, Audience.Person), new(Catalog, Audience.Firm)];
    private static readonly HashSet<string> NoneSkipped = [];

    /// <summary>Someone who could answer every question, on a day in a place.</summary>
    private static readonly Gen<(Survey Survey, Dictionary<string, string> Would)> People =
        from questions in Gen.OneOf(Both)
        from place in Gen.OneOf("210000", "210102", "210202", "211223")
        from day in Gen.Int[0, 800]
        from answers in Situation.Each(questions.All.Select(Answer))
        select (new Survey(questions, Situation.Rules, place, new DateOnly(2020, 10, 1).AddDays(day)), Would(questions, answers));

    [Fact]
    public void It_asks_only_what_is_unanswered_and_matters_and_ends_with_everything_decided() => People.Sample(person =>
    {
        var (survey, would) = person;
        var answers = new Dictionary<string, string>();
        while (survey.Next(answers, NoneSkipped) is { } question)
        {
            Assert.DoesNotContain(question.Id, answers.Keys);
            Assert.Contains(survey.Judge(answers), standing => standing.Outcome == Outcome.Incomplete && CouldTell(question, standing));
            answers.Add(question.Id, would[question.Id]);
        }

        Assert.DoesNotContain(survey.Judge(answers), standing => standing.Outcome == Outcome.Incomplete);
    }, iter: 100);

    [Fact]
    public void What_is_once_decided_stays_decided_and_questions_not_asked_would_not_have_mattered() => People.Sample(person =>
    {
        var (survey, would) = person;
        var answers = new Dictionary<string, string>();
        var before = survey.Judge(answers);
        while (survey.Next(answers, NoneSkipped) is { } question)
        {
            answers.Add(question.Id, would[question.Id]);
            var after = survey.Judge(answers);
            Assert.All(before.Zip(after), pair => Assert.True(pair.First.Outcome == Outcome.Incomplete || pair.First.Outcome == pair.Second.Outcome));
            before = after;
        }

        Assert.Equal(before.Select(standing => standing.Outcome), survey.Judge(would).Select(standing => standing.Outcome));
    }, iter: 100);

    [Fact]
    public void It_agrees_with_the_assessment_of_the_same_facts() => People.Sample(person =>
        Assert.All(person.Survey.Judge(person.Would), standing =>
        {
            var terms = standing.Measure.TermsFor(Situation.Rules, person.Survey.Region, person.Survey.Day);
            var assessment = standing.Measure.AssessAhead(standing.Facts, terms);
            Assert.Equal((assessment.Outcome, assessment.Amount), (standing.Outcome, standing.Assessment.Amount));
        }), iter: 50);

    [Fact]
    public void Of_several_categories_none_would_have_yielded_more() => People.Sample(person =>
    {
        foreach (var several in person.Survey.Questions.All.Where(question => question.Form is null && person.Would[question.Id] != SurveyQuestion.None))
        {
            var all = person.Survey.Judge(person.Would).Where(standing => standing.Outcome == Outcome.Eligible).ToDictionary(standing => standing.Measure);
            foreach (var code in person.Would[several.Id].Split(SurveyAnswer.Separator))
                foreach (var alone in person.Survey.Judge(new Dictionary<string, string>(person.Would) { [several.Id] = code }))
                    if (alone is { Outcome: Outcome.Eligible, Assessment.Amount: { } amount })
                        Assert.True(all[alone.Measure].Assessment is { PendingParameters.Count: > 0 } || all[alone.Measure].Assessment.Amount >= amount, alone.Measure.Code);
        }
    }, iter: 100);

    [Fact]
    public void A_skipped_question_is_not_asked_again_and_is_told_at_the_end() => People.Sample(person =>
    {
        var (survey, would) = person;
        var answers = new Dictionary<string, string>();
        var skipped = new HashSet<string>();
        while (survey.Next(answers, skipped) is { } question)
        {
            Assert.DoesNotContain(question.Id, skipped);
            if (would[question.Id].Length % 3 == 0) skipped.Add(question.Id);
            else answers.Add(question.Id, would[question.Id]);
        }

        var open = survey.Judge(answers).Where(standing => standing.Outcome == Outcome.Incomplete).ToArray();
        Assert.Equal(open.Length > 0, survey.Left(answers, skipped).Count > 0);
        Assert.All(open, standing => Assert.Contains(survey.Left(answers, skipped), question => CouldTell(question, standing)));
    }, iter: 50);

    [Fact]
    public void A_sheet_reads_back_what_was_written() => People.Sample(person =>
    {
        var regions = Portal.Casework.Rulebooks.RulebookSource.Shipped().Regions;
        var sheet = new AnswerSheet("210202", person.Would, NoneSkipped);

        var read = AnswerSheet.Read("#" + sheet.Write(), person.Survey.Questions, regions, Day, out var ignored);

        Assert.Equal((0, "210202"), (ignored, read.Place));
        Assert.Equal(person.Would.OrderBy(answer => answer.Key), read.Answers.OrderBy(answer => answer.Key));
        Assert.InRange(sheet.Write().Length, 1, AnswerSheet.MaxLength);
    });

    private static bool CouldTell(SurveyQuestion question, Standing standing) =>
        question.Tells(standing.Measure).Any(fact => standing.Assessment.Missing.Contains(fact.Name));

    private static Dictionary<string, string> Would(SurveyQuestions questions, string?[] answers) =>
        questions.All.Zip(answers).ToDictionary(pair => pair.First.Id, pair => pair.Second!);

    private static Gen<string?> Answer(SurveyQuestion question) =>
        question.Form is { } form ? Situation.Typed(form, Day).Where(text => text is not null)
        : Gen.Bool.Array[question.Choices.Count].Select(chosen => question.Choices.Where((_, i) => chosen[i]).Select(choice => choice.Code).ToArray())
            .Select(codes => (string?)(codes.Length == 0 ? SurveyQuestion.None : string.Join(SurveyAnswer.Separator, codes)));
}
