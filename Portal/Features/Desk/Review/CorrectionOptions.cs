using Portal.Domain.Deadlines;

namespace Portal.Features.Desk.Review;

/// <summary><c>Corrections:WorkingDays</c>: how long an applicant has to answer a request for correction, where the reviewer names no other number.</summary>
public sealed record CorrectionOptions(int WorkingDays)
{
    /// <exception cref="InvalidOperationException">The setting is no possible number of days.</exception>
    public static CorrectionOptions From(IConfiguration configuration) =>
        configuration.GetValue("Corrections:WorkingDays", CorrectionTerm.WorkingDays) is >= CorrectionTerm.AtLeast and <= CorrectionTerm.AtMost and var days ? new CorrectionOptions(days)
        : throw new InvalidOperationException($"Corrections:WorkingDays must be from {CorrectionTerm.AtLeast} to {CorrectionTerm.AtMost}.");
}
