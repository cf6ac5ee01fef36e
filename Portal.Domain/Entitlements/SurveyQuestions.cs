using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Domain.Entitlements;

/// <summary>All questions for a person or a firm: those of several measures first, then what each measure asks alone.</summary>
public sealed class SurveyQuestions
{
    public SurveyQuestions(MeasureCatalog catalog, Audience audience)
    {
        Measures = [.. catalog.All.Where(measure => measure.Audience == audience)];
        var shared = audience == Audience.Person ? PersonQuestions.Shared : FirmQuestions.Shared;
        var asked = shared.SelectMany(question => question.Links).Where(link => link.Gate is null).Select(link => link.Fact).ToHashSet();
        All =
        [
            .. shared,
            .. from measure in Measures
               from fact in measure.Facts.Facts
               where !fact.Optional && !asked.Contains(fact)
               select SurveyQuestion.Of(IdOf(measure, fact), fact) with { About = measure },
        ];
    }

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>In the order in which ties are broken.</summary>
    public IReadOnlyList<SurveyQuestion> All { get; }

    public SurveyQuestion? Find(string id) => All.FirstOrDefault(question => question.Id == id);

    /// <summary>The name of the fact; with the measure's code where another measure has a fact of that name.</summary>
    private string IdOf(Measure measure, Fact fact) =>
        Measures.Count(other => other.Facts.Find(fact.Name) is not null) == 1 ? fact.Name : $"{measure.Code}-{fact.Name}";
}
