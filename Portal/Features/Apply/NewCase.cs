using Portal.Access;
using Portal.Data.Cases;
using Portal.Data.Protection;
using Portal.Domain.Cases;
using Portal.Domain.Parameters;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Time;

namespace Portal.Features.Apply;

/// <summary>The case a reviewed application becomes.</summary>
internal static class NewCase
{
    public static Case From(ReviewedApplication reviewed, Draft draft, string no, Actor actor, FieldVault vault, BusinessClock clock)
    {
        var (rules, reading) = (reviewed.Rules, reviewed.Reading);
        var assessment = reading.Assessment ?? throw new InvalidOperationException("Only an assessed application is submitted.");
        var firmAccount = reading.Account is null ? reviewed.Firm : null;
        var record = new Case
        {
            No = no,
            MeasureCode = rules.Measure.Code,
            Origin = CaseOrigin.Application,
            ApplicantId = actor.UserId,
            FirmId = reviewed.Firm?.Id,
            ApplicantName = reviewed.Firm?.Name ?? reviewed.Applicant.FullName,
            RegionCode = reviewed.Content.Place,
            State = CaseState.Submitted,
            FactsJson = CaseJson.Write(reading.Facts),
            AssessmentJson = CaseJson.Write(assessment),
            AsOf = rules.Today,
            Entitlement = assessment.Amount,
            SubmittedAt = clock.Now,
            SubmittedOn = rules.Today,
            PromisedOn = PromisedTerm.From(rules.Today, reading.Terms.Value(SharedParameters.PaymentDueWorkingDays), rules.Book.Calendar),
            AccountHolder = reviewed.Firm is { } firm ? firm.AccountHolder ?? firm.Name : reviewed.Applicant.FullName,
            Bank = firmAccount is null ? PlainText.Trim(reviewed.Content.Bank) : firmAccount.Bank,
            Account = reading.Account is { } typed ? vault.Seal(typed) : Copy(firmAccount?.Account),
            DraftId = draft.Id,
        };
        record.Claims.AddRange(reviewed.Claims.Select(wish => wish.For(record.MeasureCode)));
        record.Hires.AddRange(reading.Hires.Select(hire => Hire(hire, vault)));
        record.Tell(actor, clock, What(reviewed));
        return record;
    }

    private static CaseHire Hire(ReadHire hire, FieldVault vault) => new()
    {
        Sequence = hire.Row + 1,
        Name = hire.Name,
        ResidentId = vault.Seal(hire.Id ?? throw new InvalidOperationException("A hire without a valid identifier is not submitted.")),
        FactsJson = CaseJson.Write(hire.Facts),
        IsEligible = hire.Assessment.Outcome == Outcome.Eligible,
        Reason = hire.Assessment.Outcome == Outcome.Eligible ? null : string.Join("", hire.Assessment.Unmet.Select(condition => $"不符合：{condition.Text}")),
    };

    // Withdrawing deletes the claims, so the history has to say which months they were.
    private static string What(ReviewedApplication reviewed) => reviewed.Claims switch
    {
        [{ Period: not ClaimPeriod.Once } only] => $"提交申请（{ClaimPeriod.ToChinese(only.Period)}）",
        [{ Period: not ClaimPeriod.Once } first, .., var last] => $"提交申请（{ClaimPeriod.ToChinese(first.Period)}至{ClaimPeriod.ToChinese(last.Period)}）",
        _ => "提交申请",
    };

    // A sealed text belongs to one row: the case gets its own.
    private static SealedText? Copy(SealedText? text) =>
        text is null ? null : new SealedText { Cipher = text.Cipher, Index = text.Index, Masked = text.Masked };
}
