using Portal.Components.Ui;
using Portal.Data.Accounts;
using Portal.Data.Cases;

namespace Portal.Features.Apply;

/// <summary>A draft read and held against what the portal knows; without errors it may be submitted.</summary>
internal sealed record ReviewedApplication(
    FormRules Rules,
    DraftContent Content,
    FormReading Reading,
    PortalUser Applicant,
    Firm? Firm,
    IReadOnlyList<ClaimWish> Claims,
    IReadOnlyList<FormError> Errors);

/// <summary>What the case would lay claim to, and where in the form a collision is told.</summary>
internal sealed record ClaimWish(string Subject, string Period, string? FieldId, int? HireRow)
{
    public BenefitClaim For(string measureCode) => new() { MeasureCode = measureCode, Subject = Subject, Period = Period };
}
