using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Places;
using Portal.Domain.Rules;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>What somebody chose at the end of the questionnaire, as it comes out of the browser.</summary>
/// <param name="Codes">Of the measures, in the order they are applied for.</param>
/// <param name="Answers">The answers as <see cref="AnswerSheet.Write"/> writes them.</param>
public sealed record Selection(IReadOnlyList<string> Codes, string Answers);

/// <summary>The questionnaire's answers as facts of the measures chosen.</summary>
/// <param name="Place">A county's code; empty where none was chosen.</param>
/// <param name="Facts">By the code of the measure.</param>
public sealed record CarriedAnswers(string Place, IReadOnlyDictionary<string, FactSet> Facts)
{
    public const string Source = "来自您刚才的回答";

    public static readonly CarriedAnswers None = new("", new Dictionary<string, FactSet>());

    /// <summary>How many answers go into the form.</summary>
    public int CountFor(IEnumerable<Measure> measures) =>
        measures.Sum(measure => Facts.GetValueOrDefault(measure.Code) is { } facts ? measure.Application.AskedOnce(measure).Count(facts.Knows) : 0);
}

/// <summary>Reads a selection by the questionnaire itself; what no longer fits is left out, never guessed.</summary>
public sealed class ReadSelection(MeasureCatalog catalog, RulebookSource source, BusinessClock clock)
{
    /// <returns>The measures of one audience in the catalogue's order; none where the selection names none that can be applied for.</returns>
    public async Task<(IReadOnlyList<Measure> Measures, CarriedAnswers Answers)> HandleAsync(Selection selection, CancellationToken cancellation = default)
    {
        var chosen = catalog.All.Where(measure => selection.Codes.Contains(measure.Code)).ToArray();
        if (chosen.Length == 0 || chosen.Any(measure => measure.Audience != chosen[0].Audience)) return ([], CarriedAnswers.None);
        var (questions, regions) = (new SurveyQuestions(catalog, chosen[0].Audience), await source.RegionsAsync(cancellation));
        var sheet = AnswerSheet.Read(selection.Answers, questions, regions, clock.Today, out _);
        var survey = new Survey(questions, await source.RulesAsync(cancellation), sheet.Place.Length == 0 ? RegionDirectory.Province : sheet.Place, clock.Today);
        return (chosen, new CarriedAnswers(
            regions.Find(sheet.Place)?.Level == RegionLevel.County ? sheet.Place : "",
            survey.Judge(sheet.Answers).ToDictionary(standing => standing.Measure.Code, standing => standing.Facts)));
    }
}
