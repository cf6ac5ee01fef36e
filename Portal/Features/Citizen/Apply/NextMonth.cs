using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply;

/// <summary>Whether the next month may be claimed just as the last ones were.</summary>
public abstract record NextMonth
{
    /// <param name="After">The case whose answers, account and papers are used again; but for the proof of the month.</param>
    public sealed record Offered(
        Month Month, string After, string Place, Money? Contribution, Assessment Assessment, string Bank, string MaskedAccount, IReadOnlyList<string> Papers,
        NextMonthClaim Claim) : NextMonth;

    /// <param name="Reasons">What stands against it, and what to do.</param>
    /// <param name="CaseNo">A case to look at; null where there is none.</param>
    public sealed record NotNow(IReadOnlyList<string> Reasons, string? CaseNo = null) : NextMonth;
}

public abstract record ClaimNextMonthResult
{
    /// <param name="CaseNo">The same when it was pressed before.</param>
    public sealed record Submitted(string CaseNo) : ClaimNextMonthResult;

    public sealed record NotNow(IReadOnlyList<FormError> Errors) : ClaimNextMonthResult;
}
