using Portal.Domain.Measures;
using Portal.Domain.Notice;

namespace Portal.Features.Administration.Guides;

/// <summary>What a guide is about: a measure, or a clause as a whole.</summary>
/// <param name="Code">As in the address of the public guide.</param>
public sealed record GuideSubject(string Code, string Name, string Clause)
{
    /// <summary>In the order of the notice, each clause before its measures.</summary>
    public static IEnumerable<GuideSubject> All(MeasureCatalog catalog) =>
        from clause in ClauseCatalog.All
        from subject in catalog.Under(clause).Select(measure => new GuideSubject(measure.Code, measure.Name, clause.Numeral))
            .Prepend(new GuideSubject(clause.Code, clause.Title, clause.Numeral))
        select subject;

    public static GuideSubject? Find(MeasureCatalog catalog, string code) => All(catalog).FirstOrDefault(subject => subject.Code == code);
}
