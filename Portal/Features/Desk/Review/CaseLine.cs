using System.Linq.Expressions;
using Portal.Data;
using Portal.Data.Cases;
using Portal.Domain.Cases;
using Portal.Domain.Values;

namespace Portal.Features.Desk.Review;

/// <summary>A case as one row of a list.</summary>
/// <param name="People">How many people it is paid for; none where it names nobody.</param>
public sealed record CaseLine(
    string No, string Applicant, string MeasureCode, string RegionCode, CaseState State, DateOnly SubmittedOn, DateOnly? PromisedOn, Money? Entitlement, int People)
{
    public static Expression<Func<Case, CaseLine>> Of(PortalDbContext db) => record => new CaseLine(
        record.No, record.ApplicantName, record.MeasureCode, record.RegionCode, record.State, record.SubmittedOn, record.PromisedOn, record.Entitlement,
        db.Set<CasePerson>().Count(person => person.CaseId == record.Id && person.IsEligible));
}
