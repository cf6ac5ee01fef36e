using Portal.Access;
using Portal.Data.Accounts;
using Portal.Data.Cases;
using Portal.Data.Protection;

namespace Portal.Features.Citizen.Privacy;

/// <param name="Key">What a form names it by.</param>
/// <param name="Label">What the log calls it: whose, and what.</param>
public sealed record MaskedField(string Key, string Label, SealPurpose Purpose, SealedText Value)
{
    private const string ListKey = "hire-";

    /// <summary>Whether it belongs to somebody on the case's list.</summary>
    public bool IsOfList => Key.StartsWith(ListKey, StringComparison.Ordinal);

    /// <summary>The fields of a case an actor may see in full: reviewers and approvers all, finance the account it pays to.</summary>
    /// <param name="record">With its applicant and people.</param>
    public static IReadOnlyList<MaskedField> Of(Case record, Actor actor) =>
        actor.MayAs(Roles.Reviewer, record.RegionCode) || actor.MayAs(Roles.Approver, record.RegionCode) ? [.. All(record)]
        : actor.MayAs(Roles.Finance, record.RegionCode) ? [.. All(record).Where(field => field.Purpose == SealPurpose.BankAccount)]
        : [];

    /// <summary>Of whoever claims a firm; none once the account is closed.</summary>
    public static IReadOnlyList<MaskedField> OfClaimant(PortalUser claimant) => [.. Of(claimant, "认领人")];

    private static IEnumerable<MaskedField> Of(PortalUser person, string whose)
    {
        if (person.ResidentId is { } id) yield return new MaskedField("id", $"{whose}的身份证号码", SealPurpose.ResidentId, id);
        if (person.Mobile is { } mobile) yield return new MaskedField("mobile", $"{whose}的手机号", SealPurpose.Mobile, mobile);
    }

    private static IEnumerable<MaskedField> All(Case record)
    {
        if (record.Applicant is { } applicant)
            foreach (var field in Of(applicant, record.FirmId is null ? "申请人" : "经办人"))
                yield return field;
        if (record.Account is { } account) yield return new MaskedField("account", "收款账号", SealPurpose.BankAccount, account);
        foreach (var person in record.People.OrderBy(person => person.Sequence))
            yield return new MaskedField($"{ListKey}{person.Sequence}", $"名单里{person.Name}的身份证号码", SealPurpose.ResidentId, person.ResidentId);
    }
}
