using Portal.Access;
using Portal.Casework.Cases;
using Portal.Casework.Time;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Deadlines;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Features.Citizen.Apply;

/// <summary>The case that a part of a reviewed application becomes.</summary>
internal static class NewCase
{
    /// <param name="at">The part's place in the application, from 0.</param>
    public static Case From(ReviewedApplication reviewed, FormPart part, int at, Draft draft, string no, Actor actor, FieldVault vault, BusinessClock clock)
    {
        var (rules, reading, measure) = (reviewed.Rules, reviewed.Reading, part.Terms.Measure);
        var firmAccount = reading.Account is null ? reviewed.Firm : null;
        var record = new Case
        {
            No = no,
            MeasureCode = measure.Code,
            Origin = CaseOrigin.Application,
            ApplicantId = actor.UserId,
            FirmId = reviewed.Firm?.Id,
            ApplicantName = reviewed.Firm?.Name ?? reviewed.Applicant.FullName,
            RegionCode = reviewed.Content.Place,
            State = CaseState.Submitted,
            FactsJson = CaseJson.Write(part.Facts),
            AssessmentJson = CaseJson.Write(part.Assessment),
            AsOf = rules.Today,
            Entitlement = part.Assessment.Amount,
            SubmittedAt = clock.Now,
            SubmittedOn = rules.Today,
            // While the city has not set its value nothing can be promised (R8, R20).
            PromisedOn = part.Assessment.PendingParameters.Count > 0 ? null : PromisedTerm.From(rules.Today, PaymentTerm.WorkingDays(rules.Book, part.Terms.Region, rules.Today), rules.Book.Calendar),
            StartedOn = reading.Measures.First(one => one.Parts.Contains(part)).Claim.StartedOn,
            DraftId = draft.Id,
            DraftPart = at,
        };
        if (measure.Pays)
        {
            record.AccountHolder = reviewed.Firm is { } firm ? firm.AccountHolder ?? firm.Name : reviewed.Applicant.FullName;
            var earlier = reading.Account is null && reviewed.Firm is null ? reviewed.Content.Earlier : null;
            record.Bank = earlier?.Bank ?? (firmAccount is null ? PlainText.Trim(reviewed.Content.Bank) : firmAccount.Bank);
            record.BankCode = reviewed.Firm is null ? null : firmAccount is null ? BankCode.Of(reviewed.Content.BankCode) : firmAccount.BankCode;
            record.Account = reading.Account is { } typed ? vault.Seal(typed) : earlier?.ToSealed() ?? firmAccount?.Account?.Copy();
        }

        var claims = reviewed.Claims.Where(wish => wish.Part == part).ToArray();
        record.Claims.AddRange(claims.Select(wish => wish.Claim));
        record.People.AddRange(PeopleOf(reading, part).Select((person, i) => Person(person, i + 1, part, vault)));
        record.AddEvent(actor, clock, What(record, claims), reviewed.Content.Follows is { } before ? $"资料沿用上次：信息、账户和证件与办件 {before} 相同，“{measure.Application.NextMonth?.Proof}”是新交的；申请人确认{measure.Application.NextMonth?.Declaration}。" : null);
        return record;
    }

    // Those who do not qualify stand with the first part of their measure, so that each is told why.
    private static IEnumerable<ReadPerson> PeopleOf(FormReading reading, FormPart part)
    {
        var measure = reading.Measures.First(measure => measure.Parts.Contains(part));
        return measure.People.Where(person => part.Members.Contains(person.Row)
            || measure.Parts[0] == part && measure.Parts.All(other => !other.Members.Contains(person.Row)));
    }

    private static CasePerson Person(ReadPerson person, int sequence, FormPart part, FieldVault vault) => new()
    {
        Sequence = sequence,
        Name = person.Name,
        ResidentId = vault.Seal(person.Id ?? throw new InvalidOperationException("A person without a valid identifier is not submitted.")),
        FactsJson = CaseJson.Write(person.Facts),
        StartedOn = person.Claim.StartedOn,
        FirstMonth = person.Claim.FirstMonth?.ToString(),
        IsEligible = part.Members.Contains(person.Row),
        Reason = part.Members.Contains(person.Row) ? null : string.Join("", person.Assessment.Unmet.Select(condition => $"不符合：{condition.Text}")),
    };

    // Withdrawing gives the claims up, so the history has to say which months they were.
    private static string What(Case record, IReadOnlyList<RequestedClaim> claims) => (record.People.Count, claims) switch
    {
        ( > 0, _) => $"提交申请（{record.People.Count(person => person.IsEligible)}人）",
        (_, [{ Period: not ClaimPeriod.Once } only]) => $"提交申请（{ClaimPeriod.ToChinese(only.Period)}）",
        (_, [{ Period: not ClaimPeriod.Once } first, .., var last]) => $"提交申请（{ClaimPeriod.ToChinese(first.Period)}至{ClaimPeriod.ToChinese(last.Period)}）",
        _ => "提交申请",
    };
}
