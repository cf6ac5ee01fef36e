using Portal.Domain.Rules;

namespace Portal.Domain.Entitlements;

/// <summary>One questionnaire across all measures, in one place on one day: what is certain, and what to ask next.</summary>
public sealed class Survey
{
    private readonly Rulebook _book;
    private readonly SurveyedMeasure[] _measures;

    public Survey(SurveyQuestions questions, Rulebook book, string region, DateOnly asOf)
    {
        (Questions, _book, Region, Day) = (questions, book, region, asOf);
        _measures = [.. questions.Measures.Select(measure => new SurveyedMeasure(measure, measure.TermsFor(book, region, asOf), questions.All))];
    }

    public SurveyQuestions Questions { get; }

    public string Region { get; }

    public DateOnly Day { get; }

    /// <summary>Where someone stands with each measure, in the order of the notice.</summary>
    /// <param name="answers">Canonical text by the id of the question.</param>
    public IReadOnlyList<Standing> Judge(IReadOnlyDictionary<string, string> answers) =>
        [.. _measures.Select(one =>
        {
            var readings = one.Readings(answers);
            var facts = one.Choose(readings);
            var turn = new OutcomeForecast(one.Measure, readings, _book, Region, Day).First();
            var assessment = one.Assess(facts);
            var expected = assessment.Outcome == Outcome.Incomplete ? one.Expect(facts) : null;
            return new Standing(one.Measure, facts, assessment, one.Changes(facts, answers), expected, turn);
        })];

    /// <summary>
    /// The unanswered question that decides most measures, as far as its likely answers tell; null when none matters any more.
    /// A measure that has been asked about is asked about to its end first: jumping about confuses.
    /// </summary>
    /// <param name="skipped">Questions the person does not know the answer to.</param>
    public SurveyQuestion? Next(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> skipped)
    {
        var open = Open(answers);
        var begun = Questions.All.Where(question => question.About is not null && (answers.ContainsKey(question.Id) || skipped.Contains(question.Id)))
            .Select(question => question.About).ToHashSet();
        return Questions.All
            .Where(question => !answers.ContainsKey(question.Id) && !skipped.Contains(question.Id))
            .Select(question => (Question: question, Concerned: Concerned(question, open)))
            .Where(candidate => candidate.Concerned.Length > 0)
            // Stable: where all else is equal, the declared order stands.
            .OrderByDescending(candidate => begun.Contains(candidate.Question.About))
            .ThenByDescending(candidate => Worth(candidate.Question, answers, candidate.Concerned))
            .ThenByDescending(candidate => candidate.Concerned.Length)
            .FirstOrDefault().Question;
    }

    /// <summary>How many more questions there can be, whatever is answered: each tells something unknown of a measure that is not decided.</summary>
    public int AtMost(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> skipped)
    {
        var open = Open(answers);
        return Questions.All.Count(question => !answers.ContainsKey(question.Id) && !skipped.Contains(question.Id)
            && open.Any(one => one.Measure.MayAsk(question, answers)));
    }

    /// <summary>What stands against an answer although it can be read: months that cannot be claimed (R17), or what another answer contradicts.</summary>
    /// <param name="answer">Canonical text.</param>
    /// <param name="answers">The other answers.</param>
    public string? Fault(SurveyQuestion question, string answer, IReadOnlyDictionary<string, string> answers)
    {
        var trial = new Dictionary<string, string>(answers) { [question.Id] = answer };
        return _measures.Select(one => one.Fault(question, trial)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The skipped questions whose answer would still matter.</summary>
    public IReadOnlyList<SurveyQuestion> Left(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> skipped)
    {
        var open = Open(answers);
        return [.. Questions.All.Where(question => skipped.Contains(question.Id) && Concerned(question, open).Length > 0)];
    }

    private (SurveyedMeasure Measure, HashSet<string> Asking)[] Open(IReadOnlyDictionary<string, string> answers) =>
        [.. from one in _measures
            let assessment = one.Assess(one.Choose(one.Readings(answers)))
            where assessment.Outcome == Outcome.Incomplete
            select (one, one.Asking(assessment.Missing))];

    private static SurveyedMeasure[] Concerned(SurveyQuestion question, (SurveyedMeasure Measure, HashSet<string> Asking)[] open) =>
        [.. open.Where(one => one.Asking.Contains(question.Id)).Select(one => one.Measure)];

    /// <summary>How many measures an answer decides, on average over what answers bring about; what many answers bring about counts once.</summary>
    private double Worth(SurveyQuestion question, IReadOnlyDictionary<string, string> answers, SurveyedMeasure[] concerned)
    {
        var trial = new Dictionary<string, string>(answers);
        var effects = new Dictionary<string, int>();
        var samples = new Queue<string>(SurveyAnswer.Samples(question, Day));
        for (var ends = samples.Count; samples.TryDequeue(out var sample); ends--)
        {
            trial[question.Id] = sample;
            var outcomes = concerned.Select(one => one.Decide(trial)).ToArray();
            effects[string.Join(' ', outcomes)] = outcomes.Count(outcome => outcome != Outcome.Incomplete);
            // Where an end is refused, the nearest answer that is not shows the other side of the bound.
            if (ends > 0 && question.Form is { Choices.Count: 0 })
                foreach (var bound in concerned.SelectMany(one => one.Bounds(question, trial))) samples.Enqueue(bound);
        }

        return effects.Values.Average();
    }
}
