using Portal.Casework.Rulebooks;
using Portal.Casework.Time;
using Portal.Domain.Entitlements;
using Portal.Domain.Measures;
using Portal.Domain.Rules;

namespace Portal.Features.Public.Check;

/// <summary>Opens a questionnaire by the values and on the business date of now. Nothing of it is stored.</summary>
public sealed class OpenSurvey(MeasureCatalog catalog, RulebookSource source, BusinessClock clock)
{
    private readonly SurveyQuestions _person = new(catalog, Audience.Person);
    private readonly SurveyQuestions _firm = new(catalog, Audience.Firm);

    public async Task<SurveySession> HandleAsync(Audience audience) =>
        new(audience == Audience.Person ? _person : _firm, await source.RulesAsync(), await source.RegionsAsync(), clock.Today);
}
