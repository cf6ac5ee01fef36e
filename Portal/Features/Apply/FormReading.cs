using Portal.Components.Ui;
using Portal.Domain.Places;
using Portal.Domain.Rules;
using Portal.Domain.Values;

namespace Portal.Features.Apply;

/// <summary>By what a form is read: the measure, its rules, and the day.</summary>
public sealed record FormRules(Measure Measure, Rulebook Book, RegionDirectory Regions, DateOnly Today)
{
    /// <summary>The terms of the place chosen; the province's while none is.</summary>
    public Terms TermsFor(string place) =>
        Measure.TermsFor(Book, Regions.Contains(place) ? place : RegionDirectory.Province, Today);
}

/// <summary>A form as the domain understands it; the page shows it while someone types, the submission decides by it.</summary>
/// <param name="Facts">What the case is assessed by; for a hiring grant with the number who qualify.</param>
/// <param name="Errors">Everything that stands against submitting, as far as the form alone tells.</param>
public sealed record FormReading(
    Terms Terms,
    FactSet Facts,
    Assessment? Assessment,
    IReadOnlyList<ReadHire> Hires,
    DateOnly? FirstMonth,
    BankAccount? Account,
    IReadOnlyList<FormError> Errors);

/// <summary>A hire as read; the identifier only when it is valid.</summary>
public sealed record ReadHire(int Row, string Name, ResidentId? Id, FactSet Facts, Assessment Assessment);
