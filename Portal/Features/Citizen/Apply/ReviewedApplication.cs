using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>A draft read and held against what the portal knows; without errors it may be submitted.</summary>
internal sealed record ReviewedApplication(
    FormRules Rules,
    DraftContent Content,
    FormReading Reading,
    PortalUser Applicant,
    Firm? Firm,
    IReadOnlyList<RequestedClaim> Claims,
    IReadOnlyList<FormError> Errors);

/// <summary>What a case would lay claim to, and where in the form a collision is told.</summary>
/// <param name="Row">The person's place in the list; null for the applicant's or the firm's own.</param>
internal sealed record RequestedClaim(FormPart Part, string Subject, string Period, string? FieldId, int? Row)
{
    public ClaimedBenefit Benefit => new(Part.Terms.Measure.Code, Subject, ClaimSpan.Read(Period, Part.Terms.AsOf), null);

    public BenefitClaim Claim => new() { MeasureCode = Part.Terms.Measure.Code, Subject = Subject, Period = Period };
}
