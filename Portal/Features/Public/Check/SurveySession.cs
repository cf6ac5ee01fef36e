using Portal.Components.Rules;
using Portal.Domain.Entitlements;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Check;

/// <summary>One person's way through the questionnaire, held in memory while the page is open.</summary>
public sealed class SurveySession
{
    private readonly SurveyQuestions _questions;
    private readonly Rulebook _rules;
    private readonly DateOnly _today;
    private readonly Dictionary<string, string> _answers = [];
    private readonly HashSet<string> _skipped = [];
    private readonly List<string> _path = [];
    private Survey _survey;
    private bool _asksPlace = true;
    private IReadOnlyList<Standing>? _standings;
    private IReadOnlyList<SurveyQuestion>? _left;

    public SurveySession(SurveyQuestions questions, Rulebook rules, RegionDirectory regions, DateOnly today)
    {
        (_questions, _rules, Regions, _today) = (questions, rules, regions, today);
        _survey = SurveyIn("");
        AskNext();
    }

    public RegionDirectory Regions { get; }

    public DateOnly Today => _today;

    /// <summary>The region's code; empty where none was chosen.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The place is asked before all else.</summary>
    public bool AsksPlace => _asksPlace;

    /// <summary>The question on the table; null when the place is asked or nothing is left.</summary>
    public SurveyQuestion? Current { get; private set; }

    /// <summary>Questions that were answered, in their declared order, with the answer in canonical text.</summary>
    public IEnumerable<(SurveyQuestion Question, string Answer)> Answered =>
        _questions.All.Where(question => _answers.ContainsKey(question.Id)).Select(question => (question, _answers[question.Id]));

    /// <remarks>Judged when it is looked at: a press takes several steps, of which only the last is shown.</remarks>
    public IReadOnlyList<Standing> Standings => _standings ??= _survey.Judge(_answers);

    /// <summary>Skipped questions whose answer would still decide something.</summary>
    public IReadOnlyList<SurveyQuestion> Left => _left ??= _survey.Left(_answers, _skipped);

    /// <summary>How many parts of the link could not be read.</summary>
    public int Ignored { get; private set; }

    public int Number => _answers.Count + _skipped.Count + 1;

    /// <summary>How many more questions there can be, the one on the table among them.</summary>
    public int AtMost => _survey.AtMost(_answers, _skipped);

    public string? AnswerTo(SurveyQuestion question) => _answers.GetValueOrDefault(question.Id);

    /// <param name="place">The region's code, or nothing to go by what holds in the whole province.</param>
    public void ChoosePlace(string place)
    {
        Place = place;
        _asksPlace = false;
        _survey = SurveyIn(place);
        AskNext();
    }

    /// <param name="answer">Canonical text.</param>
    public void Answer(SurveyQuestion question, string answer)
    {
        _answers[question.Id] = answer;
        _skipped.Remove(question.Id);
        Pass(question);
        // An answer that this one leaves no room for is asked anew, and the bound is then told beside it.
        foreach (var (other, said) in Answered.ToArray())
            if (other != question && FaultIn(other, said) is not null)
                _answers.Remove(other.Id);
        AskNext();
    }

    /// <summary>What stands against an answer although it can be read; null where nothing does.</summary>
    /// <param name="answer">Canonical text.</param>
    public string? FaultIn(SurveyQuestion question, string answer) => _survey.Fault(question, answer, _answers);

    public void Skip(SurveyQuestion question)
    {
        _answers.Remove(question.Id);
        _skipped.Add(question.Id);
        Pass(question);
        AskNext();
    }

    /// <summary>Puts a question on the table again.</summary>
    public void Ask(SurveyQuestion question) => (_asksPlace, Current) = (false, question);

    /// <summary>Puts the question before the one on the table there again; before the first it is the place.</summary>
    public void GoBack()
    {
        var at = Current is { } current && _path.Contains(current.Id) ? _path.IndexOf(current.Id) : _path.Count;
        if (at > 0 && _questions.Find(_path[at - 1]) is { } before) Ask(before);
        else AskPlace();
    }

    public void AskPlace() => (_asksPlace, Current) = (true, null);

    /// <summary>Takes the answers of a link; what cannot be read in it is counted and left out.</summary>
    /// <param name="path">As <see cref="WritePath"/> wrote it; without it the questions count as asked in their declared order.</param>
    public void Load(string link, string? path = null)
    {
        var sheet = AnswerSheet.Read(link, _questions, Regions, _today, out var ignored);
        _answers.Clear();
        _skipped.Clear();
        foreach (var (id, answer) in sheet.Answers) _answers.Add(id, answer);
        _skipped.UnionWith(sheet.Skipped);
        _path.Clear();
        var passed = _questions.All.Select(question => question.Id).Where(id => _answers.ContainsKey(id) || _skipped.Contains(id)).ToArray();
        _path.AddRange((path ?? "").Split(SurveyAnswer.Separator).Intersect(passed));
        _path.AddRange(passed.Except(_path));
        Ignored = ignored;
        ChoosePlace(sheet.Place);
        // Whoever has answered questions already has chosen a place, or chosen not to.
        if (sheet.Place.Length == 0 && Number == 1) AskPlace();
    }

    public SurveyQuestion? Find(string? id) => id is null ? null : _questions.Find(id);

    /// <returns>The ids of the questions that were answered or skipped, in the order they were asked in.</returns>
    public string WritePath() => string.Join(SurveyAnswer.Separator, _path);

    public string Write() => new AnswerSheet(Place, _answers, _skipped).Write();

    /// <summary>The assessment with its deadlines, or why these cannot be counted.</summary>
    public LiveAssessment Explain(Standing standing) =>
        LiveAssessment.Make(() => standing.Measure.Assess(standing.Facts, standing.Measure.TermsFor(_rules, _survey.Region, _today)));

    private void Pass(SurveyQuestion question)
    {
        if (!_path.Contains(question.Id)) _path.Add(question.Id);
    }

    private Survey SurveyIn(string place) => new(_questions, _rules, place.Length == 0 ? RegionDirectory.Province : place, _today);

    private void AskNext()
    {
        (_standings, _left) = (null, null);
        Current = _asksPlace ? null : _survey.Next(_answers, _skipped);
    }
}
