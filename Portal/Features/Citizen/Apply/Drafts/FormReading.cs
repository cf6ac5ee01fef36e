using Portal.Domain.Applications;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply.Drafts;

/// <summary>By what a form is read: its measures, their rules, and the day.</summary>
public sealed record FormRules(IReadOnlyList<Measure> Measures, Rulebook Book, RegionDirectory Regions, DateOnly Today)
{
    /// <summary>The terms of the place chosen; the province's while none is.</summary>
    public Terms TermsFor(Measure measure, string place) =>
        measure.TermsFor(Book, Regions.Contains(place) ? place : RegionDirectory.Province, Today);

    public Audience Audience => Measures[0].Audience;

    /// <summary>The papers of all measures, each once.</summary>
    public IReadOnlyList<string> Materials { get; } = [.. Measures.SelectMany(measure => measure.Materials).Distinct()];

    /// <summary>Whether there is money to pay into an account.</summary>
    public bool Pays => Measures.Any(measure => measure.Pays);
}

/// <summary>A form as the domain understands it; the page shows it while someone types, the submission decides by it.</summary>
/// <param name="Errors">Everything that stands against submitting, as far as the form alone tells, in the order of the fields.</param>
public sealed record FormReading(IReadOnlyList<MeasureReading> Measures, BankAccount? Account, IReadOnlyList<FormError> Errors)
{
    /// <summary>The cases it would become.</summary>
    public IEnumerable<FormPart> Parts => Measures.SelectMany(measure => measure.Parts);
}

/// <summary>What a form says for one of its measures.</summary>
/// <param name="Prefix">Of its field ids.</param>
/// <param name="Assessment">What it comes to for now; where people are listed, of those who qualify first, or of the first person.</param>
/// <param name="People">Those listed, in their order.</param>
public sealed record MeasureReading(
    Terms Terms,
    MeasureAnswers Typed,
    string Prefix,
    FactSet Facts,
    Assessment? Assessment,
    IReadOnlyList<ReadPerson> People,
    IReadOnlyList<FormPart> Parts)
{
    public Measure Measure => Terms.Measure;

    /// <summary>Answers that a measure before it in the form has given already, by fact name; they are not asked again.</summary>
    public IReadOnlyDictionary<string, string> Told { get; init; } = new Dictionary<string, string>();

    /// <summary>What is asked once, for this measure.</summary>
    public IEnumerable<Fact> Asked => Measure.Application.AskedOnce(Measure).Where(fact => !Told.ContainsKey(fact.Name));

    /// <summary>What was told beside the facts, where the applicant alone benefits.</summary>
    public ClaimAnswers Claim => new(
        Month.TryParse(Typed.FirstMonth, out var month) ? month : null, PlainText.Compact(Typed.TrainingNumber), IsoDate.TryRead(Typed.StartedOn, out var day) ? day : null);

    /// <summary>What all parts come to; null while none has an amount.</summary>
    public Money? Total => Parts.Any(part => part.Assessment.Amount is not null)
        ? Money.Sum(Parts.Select(part => part.Assessment.Amount ?? Money.Zero)) : null;
}

/// <summary>What becomes a case of its own.</summary>
/// <param name="Facts">What the case is assessed by; with the number of people who qualify.</param>
/// <param name="Members">The people it is for, by their place in the list.</param>
public sealed record FormPart(Terms Terms, FactSet Facts, Assessment Assessment, IReadOnlyList<int> Members);

/// <summary>A person as read; the identifier only when it is valid.</summary>
/// <param name="Facts">What was asked of this person.</param>
/// <param name="Errors">What is to be mended or still to be filled in for this person.</param>
public sealed record ReadPerson(int Row, string Name, ResidentId? Id, ClaimAnswers Claim, FactSet Facts, Assessment Assessment, IReadOnlyList<FormError> Errors);
