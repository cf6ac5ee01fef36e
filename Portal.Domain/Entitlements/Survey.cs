using Portal.Domain.Rules;

namespace Portal.Domain.Entitlements;

/// <summary>One questionnaire across all measures, in one place on one day: what is certain, and what to ask next.</summary>
public sealed class Survey
{
    private readonly Rulebook _book;
    private readonly (Measure Measure, Terms Terms, Readings Readings)[] _measures;

    public Survey(SurveyQuestions questions, Rulebook book, string region, DateOnly asOf)
    {
        (Questions, _book, Region, Day) = (questions, book, region, asOf);
        _measures = [.. questions.Measures.Select(measure => (measure, measure.TermsFor(book, region, asOf), new Readings(measure, questions.All)))];
    }

    public SurveyQuestions Questions { get; }

    public string Region { get; }

    public DateOnly Day { get; }

    /// <summary>Where someone stands with each measure, in the order of the notice.</summary>
    /// <param name="answers">Canonical text by the id of the question.</param>
    public IReadOnlyList<Standing> Judge(IReadOnlyDictionary<string, string> answers) =>
        [.. _measures.Select(one =>
        {
            var readings = one.Readings.Of(answers);
            var facts = Readings.Choose(one.Measure, one.Terms, readings);
            return new Standing(one.Measure, facts, one.Measure.AssessAhead(facts, one.Terms), one.Measure.Remedies(facts, one.Terms),
                new Turning(one.Measure, readings, _book, Region, Day).First());
        })];

    /// <summary>The unanswered question that decides most measures, as far as its likely answers tell; null when none matters any more.</summary>
    /// <param name="skipped">Questions the person does not know the answer to.</param>
    public SurveyQuestion? Next(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> skipped)
    {
        var open = Open(answers);
        var best = Questions.All
            .Where(question => !answers.ContainsKey(question.Id) && !skipped.Contains(question.Id))
            .Select(question => (Question: question, Needed: open.Count(one => one.Asking.Contains(question.Id))))
            .Where(candidate => candidate.Needed > 0)
            // Stable: where all else is equal, the declared order stands.
            .OrderByDescending(candidate => Worth(candidate.Question, answers, open))
            .ThenByDescending(candidate => candidate.Needed)
            .FirstOrDefault();
        return best.Question;
    }

    /// <summary>The skipped questions whose answer would still matter.</summary>
    public IReadOnlyList<SurveyQuestion> Left(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> skipped)
    {
        var open = Open(answers);
        return [.. Questions.All.Where(question => skipped.Contains(question.Id) && open.Any(one => one.Asking.Contains(question.Id)))];
    }

    /// <summary>How many open measures an answer decides, on average over the answers that stand for all.</summary>
    private double Worth(SurveyQuestion question, IReadOnlyDictionary<string, string> answers, IReadOnlyList<OpenMeasure> open)
    {
        var concerned = open.Where(one => one.Asking.Contains(question.Id)).Select(one => _measures[one.Index]).ToArray();
        var trial = new Dictionary<string, string>(answers);
        return SurveyAnswer.Samples(question, Day).Average(sample =>
        {
            trial[question.Id] = sample;
            return concerned.Count(one => Decide(one, trial) != Outcome.Incomplete);
        });
    }

    private OpenMeasure[] Open(IReadOnlyDictionary<string, string> answers) =>
        [.. from i in Enumerable.Range(0, _measures.Length)
            let one = _measures[i]
            let facts = Readings.Choose(one.Measure, one.Terms, one.Readings.Of(answers))
            let assessment = one.Measure.AssessAhead(facts, one.Terms)
            where assessment.Outcome == Outcome.Incomplete
            select new OpenMeasure(i, one.Readings.Asking(assessment.Missing))];

    private static Outcome Decide((Measure Measure, Terms Terms, Readings Readings) one, IReadOnlyDictionary<string, string> answers)
    {
        var outcome = Outcome.Ineligible;
        foreach (var facts in one.Readings.Of(answers))
            if ((outcome = one.Measure.DecideAhead(facts, one.Terms).Outcome) != Outcome.Ineligible)
                break;
        return outcome;
    }

    private sealed record OpenMeasure(int Index, HashSet<string> Asking);
}
