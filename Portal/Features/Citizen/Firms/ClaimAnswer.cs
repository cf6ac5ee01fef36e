using Portal.Forms;

namespace Portal.Features.Citizen.Firms;

public abstract record ClaimAnswer
{
    /// <summary>Filed now, or found as filed before and still undecided.</summary>
    public sealed record Filed(Guid ClaimId) : ClaimAnswer;

    public sealed record AlreadyMember(Guid FirmId) : ClaimAnswer;

    public sealed record Faulty(IReadOnlyList<FormError> Errors) : ClaimAnswer;

    /// <summary>Staff act for the public, not for a firm.</summary>
    public sealed record NotForStaff : ClaimAnswer;
}
