using Portal.Domain.Notice;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;

namespace Portal.Domain.Measures;

/// <summary>Every measure the portal assesses, in the order of the notice.</summary>
/// <param name="all">In the order in which they are listed, each with a code of its own.</param>
public sealed class MeasureCatalog(IReadOnlyList<Measure> all)
{
    public MeasureCatalog()
        : this(
        [
            new StabilizationRefund(), new WorkBasedTraining(), new HiringGrant(), new PostSubsidy(), new FlexibleSocialInsurance(),
            new VenueSubsidy(), new StartupLoanInterest(), new ApprenticeshipTraining(), new TrainingSubsidy(), new InternshipSubsidy(),
            new PublicPostSubsidy(), new UnemploymentInsurance(), new TemporaryRelief(), new PensionDeferral(),
        ])
    {
    }

    public IReadOnlyList<Measure> All { get; } = all;

    public Measure? Find(string code) => All.FirstOrDefault(measure => measure.Code == code);

    /// <summary>The measures that stand under a clause.</summary>
    public IEnumerable<Measure> Under(Clause clause) => All.Where(measure => measure.Clause == clause.Numeral);

    /// <summary>Whether a clause, or a measure under it, is written for a group.</summary>
    public bool IsFor(Clause clause, ApplicantGroup group) => clause.Groups.Contains(group) || Under(clause).Any(measure => measure.Groups.Contains(group));

    /// <summary>The Chinese name of a measure; the code itself where there is no such measure.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;

    /// <summary>Rules that were replaced by a later version, kept for as long as decisions made by them are to be replayed.</summary>
    public IReadOnlyList<Measure> Earlier { get; } = [];

    /// <summary>The rule that decided under a version; null where it is no longer in the portal.</summary>
    public Measure? Find(string code, string version) =>
        All.Concat(Earlier).FirstOrDefault(measure => measure.Code == code && measure.Version == version);

    /// <summary>The parameter of a key, whichever measure declares it; null for a key no rule reads.</summary>
    public Parameter? FindParameter(string key) =>
        AllParameters.FirstOrDefault(parameter => parameter.Key == key);

    /// <summary>The measures whose result a value of the key can change.</summary>
    public IEnumerable<Measure> Reading(string key) =>
        All.Where(measure => key == SharedParameters.PaymentDueWorkingDays.Key || measure.Parameters.Any(parameter => parameter.Key == key));

    /// <summary>Every parameter that some rule reads, once.</summary>
    public IEnumerable<Parameter> AllParameters => All.SelectMany(measure => measure.Parameters).Concat(SharedParameters.All).Distinct();
}
